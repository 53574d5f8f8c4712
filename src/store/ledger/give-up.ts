import type { Db } from '../tables.js';
import { closeAll, codeOf, schedule } from './jobs.js';
import { removeAgainMs } from './limits.js';
import { note } from './trail.js';

/**
 * Ends a job, in a turn, that will not succeed. Without its grant, or without anybody who has been asked, a request has
 * failed; a message that cannot be delivered changes nothing. A role that could not be taken away is no less owed: a
 * human is told, and it is tried again every day.
 */
export async function giveUp(
  db: Db,
  job: { readonly id: string; readonly kind: string; readonly request: string },
  why: string,
  now: number,
): Promise<void> {
  const { id, kind, request } = job;
  if (kind === 'grant') await fail(db, request, ['approved', 'granting'], why, now);
  else if (kind === 'tell-approvers') await fail(db, request, ['pending'], why, now);
  else if (kind === 'remove') await failRemoval(db, job, why, now);
  else {
    await note(db, 'job.given-up', { request, kind, why: codeOf(why) }, now);
    await db.updateTable('role_job').set({ done_at: now, lease: null }).where('id', '=', id).execute();
  }
}

async function fail(
  db: Db,
  request: string,
  from: readonly string[],
  why: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('role_request')
    .set({ state: 'failed', why: codeOf(why), ended_at: now })
    .where('id', '=', request)
    .where('state', 'in', from)
    .execute();
  await note(db, 'request.failed', { request, why: codeOf(why) }, now);
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', 'failed', now);
}

/** It has not ended: the assignment is still there. */
async function failRemoval(
  db: Db,
  { id, request }: { readonly id: string; readonly request: string },
  why: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('role_request')
    .set({ state: 'failed', why: codeOf(why) })
    .where('id', '=', request)
    .where('owned', '=', 1)
    .execute();
  await note(db, 'removal.failed', { request, why: codeOf(why) }, now);
  await db
    .updateTable('role_job')
    .set({ attempts: 0, not_before: now + removeAgainMs, lease: null, leased_until: null })
    .where('id', '=', id)
    .execute();
  await schedule(db, request, 'tell-outcome', 'failed', now);
}
