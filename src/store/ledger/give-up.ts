import type { Db } from '../tables.js';
import { closeAll, codeOf, schedule } from './jobs.js';
import { removeAgainMs } from './limits.js';
import { note } from './trail.js';

/**
 * Ends a job, in a turn, that will not succeed. Without its grant, or without anybody who has been asked, a request has
 * failed; a message that cannot be delivered changes nothing. A role that could not be taken away, or a secret that could
 * not be made worthless, is no less owed: a human is told, and it is tried again every day.
 */
export async function giveUp(
  db: Db,
  job: { readonly id: string; readonly kind: string; readonly request: string },
  why: string,
  now: number,
): Promise<void> {
  const { id, kind, request } = job;
  switch (kind) {
    case 'grant':
      return fail(db, request, ['approved', 'granting'], why, now);
    case 'rotate':
      await fail(db, request, ['approved', 'rotating'], why, now);
      // An attempt whose answer was lost may have left something that works.
      return schedule(db, request, 'discard', 'failed', now);
    case 'tell-approvers':
      return fail(db, request, ['pending'], why, now);
    case 'remove':
    case 'retire':
    case 'discard':
      return failEnding(db, job, why, now);
    default:
      await note(db, 'job.given-up', { request, kind, why: codeOf(why) }, now);
      await db.updateTable('access_job').set({ done_at: now, lease: null }).where('id', '=', id).execute();
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
    .updateTable('access_request')
    .set({ state: 'failed', why: codeOf(why), ended_at: now })
    .where('id', '=', request)
    .where('state', 'in', from)
    .execute();
  await note(db, 'request.failed', { request, why: codeOf(why) }, now);
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', 'failed', now);
}

/** It has not ended: the assignment, or the secret, is still there. */
async function failEnding(
  db: Db,
  { id, kind, request }: { readonly id: string; readonly kind: string; readonly request: string },
  why: string,
  now: number,
): Promise<void> {
  await db
    .updateTable('access_request')
    .set({ state: 'failed', why: codeOf(why) })
    .where('id', '=', request)
    .where('ended_at', 'is', null)
    .execute();
  const event = kind === 'remove' ? 'removal.failed' : 'retirement.failed';
  await note(db, event, { request, why: codeOf(why) }, now);
  await db
    .updateTable('access_job')
    .set({ attempts: 0, not_before: now + removeAgainMs, lease: null, leased_until: null })
    .where('id', '=', id)
    .execute();
  await schedule(db, request, 'tell-outcome', 'failed', now);
}
