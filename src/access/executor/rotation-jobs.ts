import type { RotationJob } from '../ledger.js';
import type { JobTime } from './job-time.js';
import { again } from './outcome.js';
import type { RotationPorts } from './rotation/ports.js';
import { discard, retire } from './rotation/retire.js';
import { rotate } from './rotation/rotate.js';
import { dropStray } from './rotation/stray.js';
import type { Tools } from './tools.js';

/**
 * Makes a secret new, or worthless, and says so in the ledger.
 *
 * @param ports null where the bot may not; the job is given up in the end, and a human told
 * @returns false where somebody else has the job by now
 */
export async function carryOutRotation(
  job: RotationJob,
  ports: Omit<RotationPorts, keyof Tools> | null,
  tools: Tools,
  time: JobTime,
): Promise<boolean> {
  const { ledger, log, now, guarded, later } = tools;
  if (ports === null) return later(job, again('no-rotator'));
  const { kind, request, attempts } = job;
  const all: RotationPorts = { ...ports, log, now };
  switch (kind) {
    case 'rotate': {
      const outcome = await guarded(job, () => rotate(request, attempts, all, time));
      if (outcome.kind === 'again') return later(job, outcome);
      const { result } = outcome;
      const finished = await ledger.finishRotation(job, result, now());
      log.info('executor.rotated', { request: request.id, result: result.kind, finished });
      // Somebody else has taken it over meanwhile, and what they have made is what works.
      if (!finished && result.kind === 'rotated') {
        await dropStray(request, result.made, await ledger.request(request.id), all);
      }
      return finished;
    }
    case 'retire': {
      const outcome = await guarded(job, () => retire(request, all, time));
      if (outcome.kind === 'again') return later(job, outcome);
      log.info('executor.retired', { request: request.id, result: outcome.result });
      return ledger.finishRetirement(job, outcome.result, now());
    }
    case 'discard': {
      const outcome = await guarded(job, () => discard(request, all, time));
      if (outcome.kind === 'again') return later(job, outcome);
      log.warn('executor.discarded', { request: request.id, result: outcome.result });
      return ledger.finishDiscard(job, outcome.result, now());
    }
  }
}
