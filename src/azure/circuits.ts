import type { Service } from '../knowledge/services.js';
import { type Metrics, noMetrics } from '../observe/metrics/metrics.js';
import { Circuit, type CircuitState, circuitStates, type Ended } from './circuit.js';
import type { CloudProfile } from './clouds.js';
import { Refusal } from './refusal.js';
import { RetryBudget } from './retry-budget.js';
import { serviceOf } from './service.js';
import { type Signal, Slots } from './slots.js';

/** What protects hosts from the bot, and the bot from hosts that do not answer; one for the whole process. */
export interface Circuits {
  /**
   * Makes a call to a host, unless its circuit is open.
   *
   * @param judge of what came, also of what was thrown
   * @throws Refusal (`circuit-open`, `throttled`, `busy`) where nothing was sent; whatever the call throws
   */
  run<T>(
    host: string,
    signal: Signal | undefined,
    call: () => Promise<T>,
    judge: (result: T | null, error: unknown) => Judged,
  ): Promise<T>;
  /** How often calls to a host that failed may be tried again. */
  retries(host: string): RetryBudget;
}

/** `stopped`: it was ended from here, by its deadline or because nobody waits for it any more. */
export type Judged = Ended | 'stopped';

interface Options {
  readonly metrics?: Metrics;
  /** Milliseconds; never jumps. */
  readonly now?: () => number;
}

/** Milliseconds, fewer than any deadline of ours: what was stopped sooner tells of who asked, not of the host. */
const HANGS_MS = 2_500;
/** Looks at registries and their data at once. */
const REGISTRY_SLOTS = 16;
/** Hosts that are remembered; people may name any number of registries. */
const MOST_HOSTS = 1_000;

interface Host {
  readonly service: Service;
  readonly circuit: Circuit;
  readonly budget: RetryBudget;
  state: CircuitState;
}

export function createCircuits(
  cloud: CloudProfile,
  { metrics = noMetrics, now = () => performance.now() }: Options = {},
): Circuits {
  const hosts = new Map<string, Host>();
  const registries = new Slots(REGISTRY_SLOTS);

  /** The worst of a service's hosts: none is named. */
  const show = (service: Service): void => {
    const states = [...hosts.values()].filter((it) => it.service === service).map(({ state }) => state);
    const worst = Math.max(0, ...states.map((it) => circuitStates.indexOf(it)));
    metrics.set('breaker_state', worst, { service });
  };

  const hostOf = (name: string): Host => {
    const known = hosts.get(name);
    if (known !== undefined) return known;
    if (hosts.size >= MOST_HOSTS) forgetOne();
    const service = serviceOf(name, cloud);
    const made: Host = {
      service,
      circuit: new Circuit(now, (state) => {
        made.state = state;
        show(service);
      }),
      budget: new RetryBudget(now),
      state: 'closed',
    };
    hosts.set(name, made);
    return made;
  };

  const forgetOne = (): void => {
    const [first] = hosts.keys();
    const idle = [...hosts].find(([, { circuit }]) => circuit.isNew)?.[0] ?? first;
    if (idle !== undefined) hosts.delete(idle);
  };

  async function pass<T>(
    host: string,
    call: () => Promise<T>,
    judge: (result: T | null, error: unknown) => Judged,
  ): Promise<T> {
    const { circuit, service } = hostOf(host);
    const entered = circuit.enter();
    if (entered.kind === 'open') {
      const retryAfterSeconds = Math.ceil(entered.waitMs / 1000);
      throw new Refusal(
        entered.because === 'throttled'
          ? { kind: 'throttled', retryAfterSeconds }
          : { kind: 'circuit-open', service, retryAfterSeconds },
      );
    }
    const began = now();
    const ended = (how: Judged): void =>
      entered.ended(how === 'stopped' ? (now() - began >= HANGS_MS ? 'failed' : 'unknown') : how);
    try {
      const result = await call();
      ended(judge(result, null));
      return result;
    } catch (error) {
      ended(judge(null, error));
      throw error;
    }
  }

  return {
    run: (host, signal, call, judge) => {
      const { service } = hostOf(host);
      const isRegistry = service === 'registry' || service === 'registry-data';
      return isRegistry ? registries.run(signal, () => pass(host, call, judge)) : pass(host, call, judge);
    },
    retries: (host) => hostOf(host).budget,
  };
}
