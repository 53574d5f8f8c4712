import type { Watch } from '../../access/identities/watch.js';
import type { ChatAdapter } from '../../chat/adapter.js';
import type { Metrics } from '../../observe/metrics/metrics.js';
import type { Store } from '../../store/store.js';

/** What the bot needs to be of use, each by itself. */
export type Readiness = Readonly<Record<string, boolean>>;

interface Parts {
  readonly store: Pick<Store, 'ready' | 'current'>;
  readonly adapters: readonly Pick<ChatAdapter, 'platform' | 'ready'>[];
  /** Null where no identity writes. */
  readonly identities: Pick<Watch, 'ready'> | null;
  /** Whether a policy was asked for, which then is loaded: without it, or with a mistake in it, the bot does not start. */
  readonly policy: boolean;
  readonly stopping: () => boolean;
}

/** Whoever asks more often hears the last answer: asking writes to the database. */
const KEPT_MS = 1_000;

/**
 * Whether events can come in and what they change be stored: the database takes a write and has today's schema, a platform
 * is connected with secrets that it has accepted, the policy is loaded, and no identity of the bot has a right too many. Not
 * whether all platforms are there: who writes on the other would not be served either. Not whether Azure answers: all
 * replicas would leave at once, and nobody would be told what is wrong.
 */
export function readinessOf(
  { store, adapters, identities, policy, stopping }: Parts,
  clock: () => number = performance.now.bind(performance),
): () => Promise<{ readonly ready: boolean; readonly parts: Readiness }> {
  let asked: { readonly at: number; readonly answer: Promise<readonly [boolean, boolean]> } | null = null;
  const ask = (): Promise<readonly [boolean, boolean]> => {
    if (asked === null || clock() - asked.at >= KEPT_MS) {
      asked = { at: clock(), answer: Promise.all([store.ready(), store.current()]) };
    }
    return asked.answer;
  };
  return async () => {
    const [isWritable, isCurrent] = await ask();
    const parts: Record<string, boolean> = { store: isWritable, schema: isCurrent };
    if (policy) parts['policy'] = true;
    if (identities !== null) parts['identities'] = identities.ready();
    const needed = Object.values(parts);
    for (const { platform, ready } of adapters) parts[platform] = ready();
    const served = adapters.length === 0 || adapters.some(({ ready }) => ready());
    return { ready: !stopping() && served && needed.every((it) => it), parts };
  };
}

const SHOW_EVERY_MS = 15_000;

/** Has it measured, too, from now on: who is not asked any more must be seen all the same. Gives what ends that. */
export function showReadiness(readiness: ReturnType<typeof readinessOf>, metrics: Metrics): () => void {
  const show = (): void => {
    readiness().then(
      ({ ready }) => metrics.set('ready', ready ? 1 : 0, {}),
      () => metrics.set('ready', 0, {}),
    );
  };
  show();
  const showing = setInterval(show, SHOW_EVERY_MS).unref();
  return () => {
    clearInterval(showing);
    metrics.set('ready', 0, {});
  };
}
