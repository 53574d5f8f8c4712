import type { Problem } from '../../azure/answer.js';
import type { Log } from '../../observe/log.js';
import type { Policy } from '../policy/policy.js';
import { type Checked, checkIdentity, type Place, placesOf } from './check.js';
import type { IdentityPorts } from './connect.js';
import type { Identity } from './flaw.js';
import { logChecked } from './log-checked.js';

/** Looks at the identities at the start and from time to time, and says what the bot may do with them. */
export interface Watch {
  /** Looks now. Never rejects. */
  check(): Promise<readonly Checked[]>;
  /** Looks again from time to time, until it is stopped. */
  start(): void;
  stop(): Promise<void>;
  /** Ids of the registries that the policy knows, as they were last seen. */
  registries(): readonly string[];
  /** Whether none of the identities has a right too many, as far as could be seen. */
  ready(): boolean;
  /** Whether one may be worked with: it and the reader were looked at, and nobody has a right too many. */
  trusts(identity: Identity): boolean;
}

export interface WatchPorts extends IdentityPorts {
  readonly policy: Policy;
  readonly log: Log;
  /** Called after each look that has found another result than the one before. */
  readonly changed?: () => void;
  /** Milliseconds until the next look: while something is wrong or unknown, and else. */
  readonly soonMs?: number;
  readonly laterMs?: number;
}

const MINUTE = 60_000;
/** Of one look at all identities. */
const LONGEST_MS = 30_000;

export function watchIdentities({
  own,
  registries,
  policy,
  log,
  changed = () => {},
  soonMs = MINUTE,
  laterMs = 60 * MINUTE,
}: WatchPorts): Watch {
  let last: readonly Checked[] = [];
  let places: readonly Place[] = [];
  /** Who had a right too many when they were last looked at: no answer does not make that good. */
  const unfit = new Set<Identity>();
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<unknown> = Promise.resolve();
  let stopped = false;

  const unasked = (problem: Problem): readonly Checked[] =>
    own.map(({ identity }) => ({ identity, kind: 'not-asked', problem }));

  const look = async (): Promise<readonly Checked[]> => {
    const signal = AbortSignal.timeout(LONGEST_MS);
    const found = await registries(signal);
    if (!found.ok) return unasked(found.problem);
    places = placesOf(policy, found.value);
    // Where nothing was looked at, nobody was found to be in order.
    if (places.length === 0) return unasked({ kind: 'not-found' });
    return Promise.all(own.map(({ identity, rights }) => checkIdentity(identity, rights, places, signal)));
  };

  const check = async (): Promise<readonly Checked[]> => {
    const before = summaryOf(last);
    last = await look();
    for (const checked of last) {
      logChecked(checked, log);
      if (checked.kind === 'unfit') unfit.add(checked.identity);
      if (checked.kind === 'fit') unfit.delete(checked.identity);
    }
    if (before !== '' && summaryOf(last) !== before) changed();
    return last;
  };

  const plan = (): void => {
    if (stopped) return;
    const settled = last.length > 0 && last.every(({ kind }) => kind === 'fit');
    timer = setTimeout(
      () => {
        looking = check().finally(plan);
      },
      settled ? laterMs : soonMs,
    );
    timer.unref();
  };

  const isFit = (identity: Identity) => last.some((it) => it.identity === identity && it.kind === 'fit');
  const ready = (): boolean => unfit.size === 0;
  return {
    check,
    ready,
    registries: () => places.map(({ id }) => id),
    trusts: (identity) => ready() && isFit('reader') && isFit(identity),
    start: plan,
    stop: async () => {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await looking;
    },
  };
}

function summaryOf(all: readonly Checked[]): string {
  return all.map(({ identity, kind }) => `${identity} ${kind}`).join();
}
