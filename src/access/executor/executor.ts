import type { Job, Ledger } from '../ledger.js';
import { backOff } from './back-off.js';
import { type GrantPorts, grant } from './grant.js';
import { jobTime } from './job-time.js';
import { type LoopOptions, loop } from './loop.js';
import { again, type Outcome } from './outcome.js';
import { remove } from './remove.js';
import { type Tell, tellPeople } from './tell.js';

export interface ExecutorConfig extends Omit<GrantPorts, 'ledger'> {
  readonly ledger: Ledger;
  readonly tell: Tell;
  /** A number from 0 to 1, for the waits. */
  readonly chance?: () => number;
  /** How long a job is this process's alone, in milliseconds. */
  readonly leaseMs?: number;
  readonly loop?: Partial<LoopOptions>;
}

export interface Executor {
  /**
   * Does one job, if there is one that is due.
   *
   * @returns whether there was one
   * @throws StoreError where the ledger cannot be asked; the job is taken up again when its lease is over
   */
  runOnce(): Promise<boolean>;
  start(): void;
  /** Begins nothing more; done when what is under way has ended. */
  stop(): Promise<void>;
  /** There may be something to do: somebody has decided. */
  wake(): void;
}

const LEASE_MS = 60_000;
/** Of the lease, so that a job ends before another process may begin it. */
const JOB_SHARE = 0.75;
const EXPIRE_EVERY_MS = 60_000;

/**
 * Carries out what the ledger says is to be done: the only part of the bot that writes role assignments. It acts on rows
 * alone, and may be killed at any moment.
 */
export function createExecutor(config: ExecutorConfig): Executor {
  const { ledger, log, now, chance = Math.random, leaseMs = LEASE_MS } = config;

  const runOnce = async (): Promise<boolean> => {
    const job = await ledger.claim(now(), leaseMs);
    if (job === null) return false;
    const finished = await carryOut(job);
    if (!finished) log.warn('executor.lease-lost', aboutJob(job));
    return true;
  };

  /** @returns false where somebody else has the job by now */
  async function carryOut(job: Job): Promise<boolean> {
    const { kind, request } = job;
    const time = jobTime(leaseMs * JOB_SHARE);
    switch (kind) {
      case 'grant': {
        const outcome = await guarded(job, () => grant(request, config, time));
        if (outcome.kind === 'again') return later(job, outcome);
        const { result } = outcome;
        if (result.kind === 'failed') log.error('executor.failed', { request: request.id, why: result.why });
        if (result.kind === 'granted') {
          const { assignment, owned } = result;
          log.info('executor.granted', { request: request.id, assignment, owned });
        }
        return ledger.finishGrant(job, result, now());
      }
      case 'remove': {
        const outcome = await guarded(job, () => remove(request, config, time));
        if (outcome.kind === 'again') return later(job, outcome);
        log.info('executor.removed', { request: request.id, result: outcome.result });
        return ledger.finishRemoval(job, outcome.result, now());
      }
      default: {
        const outcome = await guarded(job, () => tellPeople(kind, request, config.tell, time.signal));
        return outcome.kind === 'again' ? later(job, outcome) : ledger.finish(job, now());
      }
    }
  }

  function later(job: Job, { why, retryAfterSeconds }: Extract<Outcome<never>, { kind: 'again' }>) {
    const wait = backOff(job.attempts, retryAfterSeconds, chance());
    log.warn('executor.again', { ...aboutJob(job), why, wait });
    const at = now();
    return ledger.retry(job, at + wait, why, at);
  }

  /** Nothing that breaks in one job may stop the others; the store's failures are for the caller. */
  async function guarded<T>(job: Job, run: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    try {
      return await run();
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log.error('executor.broken', { ...aboutJob(job), reason });
      return again('failed');
    }
  }

  const expire = async (): Promise<boolean> => (await ledger.expire(now())) > 0;
  return {
    runOnce,
    ...loop({ runOnce, chores: [{ everyMs: EXPIRE_EVERY_MS, run: expire }], log }, config.loop),
  };
}

function aboutJob({ kind, request, attempts }: Job) {
  return { job: kind, request: request.id, attempts };
}
