import type { RoleJob } from '../ledger.js';
import { type GrantPorts, grant } from './grant.js';
import type { JobTime } from './job-time.js';
import { again } from './outcome.js';
import { remove } from './remove.js';
import type { Tools } from './tools.js';

/**
 * Grants or removes, and says so in the ledger.
 *
 * @param ports null where the bot may not; the job is given up in the end, and a human told
 * @returns false where somebody else has the job by now
 */
export async function carryOutRole(
  job: RoleJob,
  ports: Omit<GrantPorts, keyof Tools> | null,
  tools: Tools,
  time: JobTime,
): Promise<boolean> {
  const { ledger, log, now } = tools;
  if (ports === null) return tools.later(job, again('no-grantor'));
  const { request } = job;
  const all = { ...ports, ledger, log, now };
  if (job.kind === 'remove') {
    const outcome = await tools.guarded(job, () => remove(request, all, time));
    if (outcome.kind === 'again') return tools.later(job, outcome);
    log.info('executor.removed', { request: request.id, result: outcome.result });
    return ledger.finishRemoval(job, outcome.result, now());
  }
  const outcome = await tools.guarded(job, () => grant(job, all, time));
  if (outcome.kind === 'again') return tools.later(job, outcome);
  const { result } = outcome;
  if (result.kind === 'failed') log.error('executor.failed', { request: request.id, why: result.why });
  if (result.kind === 'granted') {
    const { assignment, owned } = result;
    log.info('executor.granted', { request: request.id, assignment, owned });
  }
  return ledger.finishGrant(job, result, now());
}
