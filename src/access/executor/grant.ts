import type { Created, Granter, HeldAssignment } from '../../azure/granter.js';
import type { Log } from '../../observe/log.js';
import type { GrantResult, Ledger, RoleJob } from '../ledger.js';
import type { Policy } from '../policy/policy.js';
import type { RoleRequest } from '../request.js';
import type { People } from '../requests.js';
import type { JobTime } from './job-time.js';
import { markOf, readMark } from './mark.js';
import { afterProblem, again, done, mayHaveHappened, type Outcome } from './outcome.js';
import type { FailReason } from './reasons.js';
import { stillAllowed } from './still-allowed.js';
import { isStrayOf } from './stray.js';
import { type Wish, wishOf } from './wish.js';

export interface GrantPorts {
  readonly ledger: Pick<Ledger, 'request' | 'takeOver'>;
  readonly policy: () => Policy | null;
  readonly people: People;
  readonly granter: Granter;
  readonly log: Log;
  readonly now: () => number;
}

type Granting = Promise<Outcome<GrantResult>>;

/**
 * Makes the assignment of an approved request, or finds out that it is there. Bears being done again after any of its
 * steps: what is under its name is read before anything is written, and whenever an answer is lost.
 */
export async function grant(job: RoleJob, ports: GrantPorts, time: JobTime): Granting {
  const { granter, log, ledger, now } = ports;
  const { request } = job;
  const wish = wishOf(request.spec);
  const marked = readMark(markOf({ request: request.id, until: 0 }))?.request === request.id;
  if (wish === null || !marked) return failed('malformed');

  const before = await granter.read(wish.place, time.signal);
  if (!before.ok) return afterProblem(before.problem);
  // One that names this very request is of an earlier attempt, which has granted it anew.
  const named = readMark(before.value?.description ?? null)?.request ?? request.id;
  if (before.value !== null && request.extends !== null && named !== request.id) {
    return extend(before.value, job, wish, ports, time);
  }
  if (before.value !== null) {
    if (await isStrayOf(before.value, request.id, ledger)) return clear(wish, ports, time);
    return settled(before.value, request, wish, now());
  }

  const allowed = await stillAllowed(request, ports.policy(), ports.people, ports.now(), time.signal);
  if (!allowed.ok) return again('directory', retryAfterOf(afterProblem(allowed.problem)));
  if (allowed.value !== null) {
    const { why, because } = allowed.value;
    log.warn('executor.void', { request: request.id, why, because });
    return done({ kind: 'void', why });
  }
  if (!time.mayWrite()) return again('no-time');

  const until = ports.now() + request.spec.durationMs;
  const content = { ...wish.content, description: markOf({ request: request.id, until }) };
  const written = await granter.create(wish.place, content, time.signal);
  return afterWrite(written, request, wish, ports, time);
}

/**
 * The assignment of the request that this one extends stays as it is, and is this one's from now on: nobody is without it
 * for a moment, and its description goes on naming the first.
 */
async function extend(
  before: HeldAssignment,
  job: RoleJob,
  wish: Wish,
  { ledger, policy, people, now, log }: GrantPorts,
  { signal }: JobTime,
): Granting {
  const { request } = job;
  if (!isSame(before, wish)) return failed('changed-in-azure');
  const allowed = await stillAllowed(request, policy(), people, now(), signal);
  if (!allowed.ok) return again('directory', afterProblem(allowed.problem).retryAfterSeconds);
  if (allowed.value !== null) {
    log.warn('executor.void', { request: request.id, ...allowed.value });
    return done({ kind: 'void', why: allowed.value.why });
  }
  // Its time was over in the meantime: once it is removed, this one is granted like any other.
  if (!(await ledger.takeOver(job, now()))) return again('busy');
  const until = now() + request.spec.durationMs;
  return done({ kind: 'granted', assignment: before.name, owned: true, until });
}

async function afterWrite(
  written: Created,
  request: RoleRequest,
  wish: Wish,
  { granter, now }: GrantPorts,
  { signal }: JobTime,
): Granting {
  if (written.kind === 'refused') return failed(`azure-${written.reason}`);
  if (written.kind === 'not-yet') return again(written.reason);
  if (written.kind === 'unanswered' && !mayHaveHappened(written.problem))
    return afterProblem(written.problem);

  const after = await granter.read(wish.place, signal);
  if (!after.ok) return afterProblem(after.problem);
  if (after.value !== null) return settled(after.value, request, wish, now());
  if (written.kind === 'unanswered') return again('no-answer');
  if (written.kind !== 'exists') return again('not-visible-yet');

  // The same right under a name that is not ours: somebody else gave it, and takes it away.
  const all = await granter.list(wish.place.scope, signal);
  if (!all.ok) return afterProblem(all.problem);
  const twin = all.value.find((held) => isSame(held, wish));
  return twin === undefined ? again('busy') : settled(twin, request, wish, now());
}

/** What is there counts. It is the bot's own, to be removed at the end, only where it names this very request. */
function settled(held: HeldAssignment, request: RoleRequest, wish: Wish, now: number): Outcome<GrantResult> {
  if (!isSame(held, wish)) return failed('changed-in-azure');
  const mark = readMark(held.description);
  const owned = held.name === wish.place.name && mark?.request === request.id;
  const until = owned && mark !== null ? mark.until : now + request.spec.durationMs;
  return done({ kind: 'granted', assignment: held.name, owned, until });
}

/** What an earlier request left behind has its end in its description: it must not stand for this one. */
async function clear({ place }: Wish, { granter, log }: GrantPorts, time: JobTime): Granting {
  if (!time.mayWrite()) return again('no-time');
  const removed = await granter.remove(place, time.signal);
  log.warn('executor.cleared', { assignment: place.name, result: removed.kind });
  if (removed.kind === 'refused') return failed(`azure-${removed.reason}`);
  return removed.kind === 'unanswered' ? afterProblem(removed.problem) : again('busy');
}

function isSame(held: HeldAssignment, { content }: Wish): boolean {
  return (
    held.roleGuid === content.roleGuid &&
    held.principalId === content.principalId &&
    held.condition === content.condition
  );
}

function failed(why: FailReason): Outcome<GrantResult> {
  return done({ kind: 'failed', why });
}

function retryAfterOf(outcome: Outcome<never>): number | null {
  return outcome.kind === 'again' ? outcome.retryAfterSeconds : null;
}
