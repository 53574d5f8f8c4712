import { type AuditAnchor, auditRow, genesis, purgedEvent } from '../../access/audit.js';
import type { AuditRow, NotedEvent } from '../../access/ledger.js';
import type { Db } from '../tables.js';
import { recordsKeptMs } from './limits.js';

/** What happens to requests, as the audit has it. */
export type Event =
  | 'request.submitted'
  /** By one of several who must. */
  | 'request.approval'
  /** By all who must. */
  | 'request.approved'
  | 'request.denied'
  | 'request.withdrawn'
  | 'request.expired'
  | 'request.void'
  | 'request.failed'
  | 'grant.begun'
  | 'grant.made'
  /** The assignment of an earlier request goes on under a later one. */
  | 'grant.extended'
  | 'removal.begun'
  | 'removal.done'
  | 'removal.failed'
  | 'rotation.begun'
  | 'rotation.made'
  /** The requester says that the new secret works. */
  | 'rotation.confirmed'
  | 'retirement.begun'
  | 'retirement.done'
  | 'retirement.failed'
  /** A one-time page was opened by whom it is for. */
  | 'secret.claimed'
  /** Somebody came for it who had, or was said to have, got it already (T24). */
  | 'secret.second-claim'
  /** Nobody came for it in time. */
  | 'secret.unclaimed'
  /** The requester does not trust it. */
  | 'secret.abandoned'
  /** The new one is worthless. */
  | 'secret.discarded'
  | 'request.question'
  | 'request.answer'
  /** A message that could not be delivered. */
  | 'job.given-up';

/**
 * Adds a row. Only in a turn of one's own: two at once would follow on the same row.
 *
 * @param facts ids, codes and hashes; no words that somebody has typed
 * @returns its number
 */
export async function note(
  db: Db,
  event: Event | NotedEvent | typeof purgedEvent,
  facts: object,
  now: number,
): Promise<number> {
  const row = auditRow(await tail(db), event, now, facts);
  await db.insertInto('audit').values(row).execute();
  return row.seq;
}

/** The number of the next row; for who is in their turn. */
export async function nextSeq(db: Db): Promise<number> {
  return (await tail(db)).seq + 1;
}

async function tail(db: Db): Promise<AuditAnchor> {
  const last = await db
    .selectFrom('audit')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? genesis;
}

export async function audit(db: Db, after: number, limit: number): Promise<readonly AuditRow[]> {
  return db
    .selectFrom('audit')
    .select(['seq', 'at', 'event', 'body', 'previous', 'hash'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

const day = 24 * 60 * 60 * 1000;

/**
 * Lets go of the rows before the first one that is younger than 400 days, or about a request that is still kept, and says
 * so in a row: without it a chain that does not begin at its beginning is a broken one. At most once for each day.
 */
export async function purgeTrail(db: Db, now: number): Promise<void> {
  const dueAt = Math.floor((now - recordsKeptMs) / day) * day;
  const young = await db
    .selectFrom('audit')
    .select((it) => it.fn.min('seq').as('seq'))
    .where('at', '>', dueAt)
    .executeTakeFirst();
  const kept = await db
    .selectFrom('access_request')
    .select((it) => it.fn.min('audit_from').as('seq'))
    .executeTakeFirst();
  const before = Math.min(young?.seq ?? Number.POSITIVE_INFINITY, kept?.seq ?? Number.POSITIVE_INFINITY);
  let old = db.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1);
  if (Number.isFinite(before)) old = old.where('seq', '<', before);
  const last = await old.executeTakeFirst();
  if (last === undefined) return;
  await note(db, purgedEvent, { through: last.seq, hash: last.hash }, now);
  await db.deleteFrom('audit').where('seq', '<=', last.seq).execute();
}
