import type { GrantResult, Job, RoleJob } from '../../access/ledger.js';
import type { Db } from '../tables.js';
import { bounded } from './decide.js';
import { giveUp } from './give-up.js';
import { close, closeAll, codeOf, schedule } from './jobs.js';
import { mostAttempts, propagatedAfterMs, tellEndingAt } from './limits.js';
import { passOn } from './pass-on.js';
import { note } from './trail.js';

/** In a turn, as all here. */
export async function finishGrant(db: Db, job: RoleJob, result: GrantResult, now: number): Promise<boolean> {
  const request = job.request.id;
  const ended = result.kind !== 'granted';
  const settled = await db
    .updateTable('access_request')
    .set(
      result.kind === 'granted'
        ? {
            state: 'granted',
            assignment: result.assignment,
            owned: result.owned ? 1 : 0,
            until: result.until,
          }
        : { state: result.kind, why: bounded(result.why), ended_at: now },
    )
    .where('id', '=', request)
    .where('state', '=', 'granting')
    .where((it) => it.exists(held(db, job, 'grant')))
    .returning('id')
    .executeTakeFirst();
  if (settled === undefined) return false;
  await close(db, job, now);
  if (ended) {
    const event = result.kind === 'void' ? 'request.void' : 'request.failed';
    await note(db, event, { request, from: 'granting', why: codeOf(result.why) }, now);
  } else {
    const { assignment, owned, until } = result;
    await note(db, 'grant.made', { request, assignment, owned, until }, now);
    if (until > now + propagatedAfterMs) {
      await schedule(db, request, 'tell-working', 'granted', now + propagatedAfterMs);
    }
    // What was there before the bot came does not end with the request.
    if (owned) await schedule(db, request, 'tell-ending', 'granted', tellEndingAt(now, until));
    if (owned) await schedule(db, request, 'remove', 'granted', until);
  }
  await schedule(db, request, 'tell-outcome', result.kind, now);
  return true;
}

export async function finishRemoval(
  db: Db,
  job: RoleJob,
  result: 'removed' | 'was-gone' | 'not-owned',
  now: number,
): Promise<boolean> {
  const request = job.request.id;
  const settled = await db
    .updateTable('access_request')
    .set({ state: 'removed', why: result === 'removed' ? null : result, owned: 0, ended_at: now })
    .where('id', '=', request)
    .where('state', '=', 'removing')
    .where((it) => it.exists(held(db, job, 'remove')))
    .returning(['assignment', 'dedupe_key'])
    .executeTakeFirst();
  if (settled === undefined) return false;
  await passOn(db, request, settled.dedupe_key);
  await note(db, 'removal.done', { request, assignment: settled.assignment, result }, now);
  // What was not told of the grant need not be told any more.
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', 'removed', now);
  return true;
}

export async function retry(db: Db, job: Job, at: number, why: string, now: number): Promise<boolean> {
  const current = await held(db, job, job.kind)
    .select(['id', 'kind', 'request', 'attempts'])
    .executeTakeFirst();
  if (current === undefined) return false;
  if (current.attempts >= mostAttempts) {
    await giveUp(db, current, why, now);
    return true;
  }
  await db
    .updateTable('access_job')
    .set({ not_before: at, lease: null, leased_until: null, why: codeOf(why) })
    .where('id', '=', current.id)
    .execute();
  return true;
}

/** The job, as long as nobody has taken it over and it is not done. */
export function held(db: Db, { id, lease }: Job, kind: Job['kind']) {
  return db
    .selectFrom('access_job')
    .select('id')
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('kind', '=', kind)
    .where('done_at', 'is', null);
}
