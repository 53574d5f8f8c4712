import type { Metrics } from '../observe/metrics/metrics.js';
import type { Job, Ledger } from './ledger.js';

/** After so many attempts a job is given up (`Ledger.retry`). */
const MOST_ATTEMPTS = 10;

/**
 * The same ledger, with what the executor brings about in it counted: once, by whoever brought it about. What somebody else
 * had done already is theirs to count.
 */
export function measuredLedger(ledger: Ledger, metrics: Metrics): Ledger {
  const ended = async ({ attempts }: Job, change: Promise<boolean>): Promise<boolean> => {
    const isMine = await change;
    if (isMine) metrics.record('outbox_attempts', attempts, {});
    return isMine;
  };
  const acted = ({ request }: Job, now: number): void => {
    const approvedAt = Math.max(...request.approvals.map(({ at }) => at));
    // Where nobody need approve there is no approval to grow old.
    if (!Number.isFinite(approvedAt)) return;
    metrics.record('approval_age_seconds', Math.max(0, now - approvedAt) / 1000, {});
  };
  return {
    ...ledger,
    finish: (job, now) => ended(job, ledger.finish(job, now)),
    finishRemoval: (job, result, now) => ended(job, ledger.finishRemoval(job, result, now)),
    finishRetirement: (job, result, now) => ended(job, ledger.finishRetirement(job, result, now)),
    finishDiscard: (job, result, now) => ended(job, ledger.finishDiscard(job, result, now)),
    async finishGrant(job, result, now) {
      const isMine = await ended(job, ledger.finishGrant(job, result, now));
      if (!isMine) return false;
      metrics.count('grants_total', { result: result.kind });
      if (result.kind === 'granted') acted(job, now);
      return true;
    },
    async finishRotation(job, result, now) {
      const isMine = await ended(job, ledger.finishRotation(job, result, now));
      if (isMine && result.kind === 'rotated') acted(job, now);
      return isMine;
    },
    async retry(job, at, why, now) {
      const isMine = await ledger.retry(job, at, why, now);
      if (isMine && job.attempts >= MOST_ATTEMPTS) {
        metrics.record('outbox_attempts', job.attempts, {});
        if (job.kind === 'grant') metrics.count('grants_total', { result: 'failed' });
      }
      return isMine;
    },
    expire: (now) => ledger.expire(now, (count) => metrics.count('secret_unclaimed_total', {}, count)),
  };
}
