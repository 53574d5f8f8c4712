import type { Granter } from '../../azure/granter.js';
import type { Log } from '../../observe/log.js';
import type { Ledger } from '../ledger.js';
import type { RoleRequest } from '../request.js';
import type { JobTime } from './job-time.js';
import { readMark } from './mark.js';
import { afterProblem, again, done, mayHaveHappened, type Outcome } from './outcome.js';

export interface RemovalPorts {
  readonly ledger: Pick<Ledger, 'ownedAssignments'>;
  readonly granter: Granter;
  readonly log: Log;
}

type Removal = Promise<Outcome<'removed' | 'was-gone' | 'not-owned'>>;

/**
 * Removes the assignment of a request whose time is over: by its exact name, only where the bot made it, and only while
 * its description still names this request.
 */
export async function remove(
  request: RoleRequest,
  { ledger, granter, log }: RemovalPorts,
  time: JobTime,
): Removal {
  const owned = (await ledger.ownedAssignments()).find((it) => it.request === request.id);
  if (owned === undefined) return done('not-owned');
  const place = { scope: owned.scope, name: owned.assignment };

  const before = await granter.read(place, time.signal);
  if (!before.ok) return afterProblem(before.problem);
  if (before.value === null) return done('was-gone');
  const mark = readMark(before.value.description);
  // One that was extended goes on naming the first request.
  if (mark === null || (mark.request !== request.id && request.extends === null)) return done('not-owned');
  if (!time.mayWrite()) return again('no-time');

  const removed = await granter.remove(place, time.signal);
  switch (removed.kind) {
    case 'removed':
    case 'was-gone':
      return done(removed.kind);
    case 'not-yet':
      return again(removed.reason);
    case 'refused':
      // With the registry all that was given on it is gone.
      if (removed.reason === 'gone') return done('was-gone');
      log.error('executor.removal-refused', { request: request.id, reason: removed.reason });
      return again('refused');
    case 'unanswered': {
      if (!mayHaveHappened(removed.problem)) return afterProblem(removed.problem);
      const after = await granter.read(place, time.signal);
      if (!after.ok) return afterProblem(after.problem);
      return after.value === null ? done('removed') : again('no-answer');
    }
  }
}
