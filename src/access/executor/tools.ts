import type { Log } from '../../observe/log.js';
import type { Job, Ledger } from '../ledger.js';
import { backOff } from './back-off.js';
import { type Again, again, type Outcome } from './outcome.js';

/** What every kind of job is carried out with. */
export interface Tools {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly now: () => number;
  /** Nothing that breaks in one job may stop the others; the store's failures are for the caller. */
  guarded<T>(job: Job, run: () => Promise<Outcome<T>>): Promise<Outcome<T>>;
  /** Puts a job off. False where another has taken it over. */
  later(job: Job, why: Again): Promise<boolean>;
}

/** @param chance a number from 0 to 1, for the waits */
export function toolsFor(
  { ledger, log, now }: Pick<Tools, 'ledger' | 'log' | 'now'>,
  chance: () => number,
): Tools {
  return {
    ledger,
    log,
    now,
    async guarded(job, run) {
      try {
        return await run();
      } catch (error) {
        const reason = error instanceof Error ? error.name : 'unknown';
        log.error('executor.broken', { ...aboutJob(job), reason });
        return again('failed');
      }
    },
    later(job, { why, retryAfterSeconds }) {
      const wait = backOff(job.attempts, retryAfterSeconds, chance());
      log.warn('executor.again', { ...aboutJob(job), why, wait });
      const at = now();
      return ledger.retry(job, at + wait, why, at);
    },
  };
}

export function aboutJob({ kind, request, attempts }: Job) {
  return { job: kind, request: request.id, attempts };
}
