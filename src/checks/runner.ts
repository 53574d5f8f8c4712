import { setMaxListeners } from 'node:events';
import type { Answer } from '../azure/answer.js';
import { failed, ok } from '../azure/answer.js';
import type { Reach } from '../azure/ports.js';
import type { CheckId, Unknown } from '../knowledge/checks.js';
import { noTelemetry, type Telemetry } from '../observe/telemetry.js';
import type { Check, Finding, Means, Outcome, Shared, Subject } from './check.js';

/** A whole diagnosis ends here (DESIGN §3, security.md T12). */
export const DEADLINE_MS = 20_000;

/** How a run is watched. */
export interface RunOptions {
  /** Ends the run before its own deadline: a turn of several runs has one deadline for all. */
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
  /** Monotonic milliseconds. */
  readonly clock?: () => number;
  readonly telemetry?: Telemetry;
  /** Told of each finding as it comes. */
  readonly onFinding?: (finding: Finding) => void;
}

/**
 * Runs checks side by side under one deadline. What several of them need – the registry, the way to it, the
 * principal – is asked for once. Never throws: a check that fails inside, or does not come to an end, is `unknown`
 * and says why.
 *
 * @returns one finding a check, in the order of `checks`
 */
export async function runChecks(
  checks: readonly Check[],
  subject: Subject,
  means: Means,
  options: RunOptions = {},
): Promise<readonly Finding[]> {
  const { deadlineMs = DEADLINE_MS, clock = performance.now.bind(performance), onFinding, signal } = options;
  const { metrics, trace } = options.telemetry ?? noTelemetry;
  const controller = new AbortController();
  const end = (): void => controller.abort(new Error('deadline'));
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  // All checks and their calls listen to it; Node takes more than ten listeners for a leak.
  setMaxListeners(0, controller.signal);
  const timer = setTimeout(end, deadlineMs);
  const shared = sharedFor(subject, means, controller.signal);
  try {
    return await Promise.all(
      checks.map(async (check) => {
        const begun = clock();
        const outcome = await trace.span('check', { check: check.id }, async (span) => {
          const came = await settled(check, subject, means, shared, controller.signal);
          span.set({ outcome: classOf(came) });
          return came;
        });
        const elapsed = clock() - begun;
        metrics.record('probe_seconds', elapsed / 1000, { step: check.id, outcome: classOf(outcome) });
        const finding = findingOf(check.id, outcome, means, Math.round(elapsed));
        onFinding?.(finding);
        return finding;
      }),
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', end);
    controller.abort();
  }
}

/** Whether there is a verdict; else why not. */
function classOf(outcome: Outcome): 'answered' | Unknown {
  return outcome.verdict === 'unknown' ? outcome.why : 'answered';
}

/** The outcome of a check, or `deadline`, whichever comes first. */
function settled(
  check: Check,
  subject: Subject,
  means: Means,
  shared: Shared,
  signal: AbortSignal,
): Promise<Outcome> {
  const late: Outcome = { witness: 'none', exposure: 'public', verdict: 'unknown', why: 'deadline' };
  return new Promise((resolve) => {
    const stop = (): void => resolve(late);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    // A check maps every failure itself; whatever still gets out must not end the others.
    const broken: Outcome = { witness: 'none', exposure: 'public', verdict: 'unknown', why: 'not-reachable' };
    Promise.resolve()
      .then(() => check.run(subject, means, shared, signal))
      .catch((): Outcome => (signal.aborted ? late : broken))
      .then((outcome) => {
        signal.removeEventListener('abort', stop);
        resolve(outcome);
      });
  });
}

function findingOf(check: CheckId, outcome: Outcome, { vantage, now }: Means, elapsed: number): Finding {
  const { facts = {}, ...rest } = outcome;
  return { check, vantage, elapsed, at: now().toISOString(), facts, ...rest };
}

/** Asks for what checks share, at most once and only when the first of them wants it. */
function sharedFor(subject: Subject, means: Means, signal: AbortSignal): Shared {
  const once = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
    let asked: Promise<T> | null = null;
    return () => {
      asked ??= ask();
      return asked;
    };
  };
  return {
    registry: once(async () =>
      means.management === null
        ? failed({ kind: 'signed-out', code: 'no-credential' })
        : means.management.findRegistry(subject.loginServer, signal),
    ),
    reach: once(async (): Promise<Reach> => means.probe.reach(subject.loginServer, signal)),
    principal: once(() => principalOf(subject, means, signal)),
  };
}

/** Object id behind the failing identity; null where the directory does not know it. */
async function principalOf(
  { identity }: Subject,
  { directory }: Means,
  signal: AbortSignal,
): Promise<Answer<string | null>> {
  if (identity.kind === 'user') return ok(identity.objectId);
  if (identity.kind !== 'application') return ok(null);
  if (directory === null) return failed({ kind: 'denied', action: 'Application.Read.All' });
  const found = await directory.servicePrincipal(identity.clientId, signal);
  return found.ok ? ok(found.value?.objectId ?? null) : found;
}
