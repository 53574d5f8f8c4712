import {
  causeIds,
  checkIds,
  checkOutcomes,
  grantResults,
  platforms,
  secretKinds,
  services,
  statuses,
  webhookOutcomes,
} from './labels.js';

interface Instrument {
  /** A counter only grows; a gauge is set; a histogram has the upper bounds of its buckets. */
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly unit: 's' | '1';
  readonly help: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly buckets?: readonly number[];
}

/** In front and behind the bar of 500 ms, and the three seconds in which Slack gives up. */
const ackBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5];
/** Up to the deadline of 20 s. */
const workBuckets = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 20, 30];
/** From at once to the hour after which an approval is none. */
const approvalBuckets = [1, 2, 5, 10, 30, 60, 300, 900, 1800, 3600];

/** Everything that is measured. `docs/observe.md` and the check of `deploy/alerts.yaml` are made of it. */
export const instruments = {
  webhook_total: {
    kind: 'counter',
    unit: '1',
    help: 'Deliveries of the chat platforms, by how they were answered.',
    labels: { platform: platforms, outcome: webhookOutcomes },
  },
  ack_seconds: {
    kind: 'histogram',
    unit: 's',
    help: 'From the delivery of an event to its acknowledgement.',
    labels: {},
    buckets: ackBuckets,
  },
  dedup_total: {
    kind: 'counter',
    unit: '1',
    help: 'Events that had come before and were passed over.',
    labels: { platform: platforms },
  },
  diagnosis_seconds: {
    kind: 'histogram',
    unit: 's',
    help: 'From the beginning of a turn to the message that names a cause, checks included.',
    labels: { cause: causeIds },
    buckets: workBuckets,
  },
  probe_seconds: {
    kind: 'histogram',
    unit: 's',
    help: 'How long a live check took, by whether it got an answer.',
    labels: { step: checkIds, outcome: checkOutcomes },
    buckets: workBuckets,
  },
  azure_requests_total: {
    kind: 'counter',
    unit: '1',
    help: 'Requests to Azure, each try by itself.',
    labels: { service: services, status: statuses },
  },
  breaker_state: {
    kind: 'gauge',
    unit: '1',
    help: 'Whether a kind of host is asked: 0 yes, 1 by one call to try, 2 not for half a minute; of several hosts the worst.',
    labels: { service: services },
  },
  clock_skew_seconds: {
    kind: 'gauge',
    unit: 's',
    help: "Azure's clock (HTTP Date of the last answer) less that of the bot; whole seconds, the way included.",
    labels: {},
  },
  outbox_oldest_age_seconds: {
    kind: 'gauge',
    unit: 's',
    help: 'For how long the oldest job that is due, and that nobody is at, has been due; 0 without one.',
    labels: {},
  },
  outbox_attempts: {
    kind: 'histogram',
    unit: '1',
    help: 'Attempts that a job took to its end; of one that was given up, all ten.',
    labels: {},
    buckets: [1, 2, 3, 5, 7, 9, 10],
  },
  approval_age_seconds: {
    kind: 'histogram',
    unit: 's',
    help: 'From the last approval to the effect in Azure.',
    labels: {},
    buckets: approvalBuckets,
  },
  grants_total: {
    kind: 'counter',
    unit: '1',
    help: 'Approved requests for roles, by what became of them.',
    labels: { result: grantResults },
  },
  secret_unclaimed_total: {
    kind: 'counter',
    unit: '1',
    help: 'New secrets that nobody fetched in time; they are made worthless.',
    labels: {},
  },
  audit_chain_ok: {
    kind: 'gauge',
    unit: '1',
    help: '1 while the whole audit follows row on row, 0 where it is broken; looked at each hour.',
    labels: {},
  },
  redactions_total: {
    kind: 'counter',
    unit: '1',
    help: 'Secrets that people wrote to the bot and that were replaced, by kind.',
    labels: { rule: secretKinds },
  },
  ready: {
    kind: 'gauge',
    unit: '1',
    help: '1 while /readyz says so.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, Instrument>>;

type Instruments = typeof instruments;
export type InstrumentName = keyof Instruments;

/** Names of the instruments of a kind. */
export type NameOf<K extends Instrument['kind']> = {
  [N in InstrumentName]: Instruments[N]['kind'] extends K ? N : never;
}[InstrumentName];

/** A value of its list for each label: another one does not compile. */
export type LabelsOf<N extends InstrumentName> = {
  readonly [L in keyof Instruments[N]['labels']]: Instruments[N]['labels'][L] extends readonly (infer V)[]
    ? V
    : never;
};
