import { sql } from 'kysely';
import type { Verdict } from '../../access/ledger.js';
import type { Db } from '../tables.js';
import { courseOf } from './course.js';
import { closeAll, schedule } from './jobs.js';
import { mostWords } from './limits.js';
import { specFrom, writtenParty } from './spec.js';
import { note } from './trail.js';

/** In a turn. */
export async function decide(db: Db, verdict: Verdict, now: number): Promise<'done' | 'refused'> {
  const { request, specHash, by, strength } = verdict;
  const party = writtenParty(by);
  const settled = await settle(db, verdict, now);
  if (settled === null) return 'refused';
  const { state, kind } = settled;
  await db
    .insertInto('access_verdict')
    .values({ request, object_id: key(by.objectId), verdict: verdict.verdict, strength, party, at: now })
    .execute();
  const facts = { request, by: { ...by, person: undefined, language: undefined }, strength, specHash };
  if (state === 'pending') {
    await note(db, 'request.approval', facts, now);
    return 'done';
  }
  await note(db, state === 'approved' ? 'request.approved' : 'request.denied', facts, now);
  await closeAll(db, request, now);
  await schedule(db, request, state === 'approved' ? courseOf(kind).begin : 'tell-outcome', state, now);
  return 'done';
}

/**
 * The one statement that decides; what must not be is in its WHERE, whatever has been asked before. An approval by a click
 * does not count where the tier takes a sign-in.
 *
 * @returns its kind, and the state that it has now; null where nothing was decided
 */
async function settle(
  db: Db,
  { request, specHash, by, strength, verdict, why }: Verdict,
  now: number,
): Promise<{ readonly state: string; readonly kind: string } | null> {
  const who = key(by.objectId);
  const isLast = sql<boolean>`approvals + 1 >= approvals_needed`;
  const settled = await db
    .updateTable('access_request')
    .set(
      verdict === 'deny'
        ? { state: 'denied', why: why === null ? null : bounded(why), ended_at: now }
        : {
            approvals: sql<number>`approvals + 1`,
            state: sql<string>`case when ${isLast} then 'approved' else state end`,
            approved_at: sql<number | null>`case when ${isLast} then ${sql.lit(now)} else approved_at end`,
          },
    )
    .where('id', '=', request)
    .where('state', '=', 'pending')
    .where('spec_hash', '=', specHash)
    .where('pending_until', '>', now)
    .where('requester', '<>', who)
    .where('tier', '<', verdict === 'deny' || strength === 'sign-in' ? 4 : 2)
    .where((it) => it.not(it.exists(involved(db, 'access_barred', request, who))))
    .where((it) => it.not(it.exists(involved(db, 'access_verdict', request, who))))
    .returning(['kind', 'state', 'spec', 'spec_hash'])
    .executeTakeFirst();
  if (settled === undefined) return null;
  // Throws, and so undoes, where somebody has changed the spec and left the hash (T28).
  specFrom(settled.spec, settled.spec_hash);
  return settled;
}

function involved(db: Db, table: 'access_barred' | 'access_verdict', request: string, who: string) {
  return db.selectFrom(table).select('object_id').where('request', '=', request).where('object_id', '=', who);
}

/** In a turn. */
export async function withdraw(
  db: Db,
  request: string,
  objectId: string,
  now: number,
): Promise<'done' | 'refused'> {
  const withdrawn = await db
    .updateTable('access_request')
    .set({ state: 'withdrawn', ended_at: now })
    .where('id', '=', request)
    .where('state', '=', 'pending')
    .where('pending_until', '>', now)
    .where('requester', '=', key(objectId))
    .returning('id')
    .executeTakeFirst();
  if (withdrawn === undefined) return 'refused';
  await note(db, 'request.withdrawn', { request }, now);
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', 'withdrawn', now);
  return 'done';
}

/** Entra's ids are the same in capitals. */
function key(objectId: string): string {
  return objectId.toLowerCase();
}

export function bounded(words: string): string {
  return [...words].slice(0, mostWords).join('');
}
