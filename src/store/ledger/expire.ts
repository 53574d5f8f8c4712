import type { Db } from '../tables.js';
import { closeAll, schedule } from './jobs.js';
import { approvalLastsMs } from './limits.js';
import { note } from './trail.js';

/** Requests ended in one turn; others wait meanwhile. */
const atOnce = 50;

/**
 * Ends, in a turn, what is over without anybody having done anything: pending requests whose time is over, approvals that
 * nobody has acted on, grants of what was there already, for which there is nothing to remove, and new secrets of which
 * nobody has said whether they work.
 *
 * @param of only those of a person, and those that ask for the same
 * @returns how many; `atOnce` says that there may be more
 */
export async function endOverdue(
  db: Db,
  now: number,
  of?: { readonly requester: string; readonly key: string },
): Promise<number> {
  let overdue = db
    .selectFrom('access_request')
    .select(['id', 'state'])
    .where('ended_at', 'is', null)
    .where(({ or, and, not, exists, eb, selectFrom }) =>
      or([
        and([eb('state', '=', 'pending'), eb('pending_until', '<=', now)]),
        and([eb('state', '=', 'approved'), eb('approved_at', '<=', now - approvalLastsMs)]),
        and([eb('state', '=', 'granted'), eb('owned', '=', 0), eb('until', '<=', now)]),
        and([
          eb('state', '=', 'rotated'),
          eb('confirmed_at', 'is', null),
          eb('pending_until', '<=', now),
          // However long nobody has looked: what was never fetched is discarded, see `endUnclaimed`.
          not(
            exists(
              selectFrom('secret_delivery')
                .select('request')
                .whereRef('request', '=', 'access_request.id')
                .where('claimed_at', 'is', null),
            ),
          ),
        ]),
      ]),
    )
    .orderBy('id')
    .limit(atOnce);
  if (of !== undefined) {
    overdue = overdue.where(({ or, eb }) =>
      or([eb('requester', '=', of.requester), eb('dedupe_key', '=', of.key)]),
    );
  }
  const rows = await overdue.execute();
  let ended = 0;
  for (const { id, state } of rows) if (await end(db, id, state, now)) ended++;
  return ended;
}

export { atOnce as expiredAtOnce };

async function end(db: Db, request: string, from: string, now: number): Promise<boolean> {
  const isVoid = from === 'approved';
  const to = isVoid ? 'void' : 'expired';
  const ended = await db
    .updateTable('access_request')
    .set({ state: to, ended_at: now, ...reasonOf(from) })
    .where('id', '=', request)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst();
  if (ended === undefined) return false;
  await note(db, isVoid ? 'request.void' : 'request.expired', { request, from }, now);
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', to, now);
  return true;
}

function reasonOf(from: string): { readonly why?: string } {
  if (from === 'approved') return { why: 'approval-expired' };
  return from === 'rotated' ? { why: 'not-confirmed' } : {};
}
