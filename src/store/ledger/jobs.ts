import type { JobKind } from '../../access/ledger.js';
import type { Db } from '../tables.js';

/**
 * Adds what is to be done about a request, for an occasion only once.
 *
 * @param occasion the state that gives rise to it
 */
export async function schedule(
  db: Db,
  request: string,
  kind: JobKind,
  occasion: string,
  at: number,
): Promise<void> {
  await db
    .insertInto('access_job')
    .values({
      ...{ id: `${request}.${kind}.${occasion}`, request, kind, not_before: at, attempts: 0 },
      ...{ lease: null, leased_until: null, why: null, done_at: null },
    })
    .onConflict((it) => it.column('id').doNothing())
    .execute();
}

/** Ends everything that is still to be done about a request; whoever is at it can finish nothing any more. */
export async function closeAll(db: Db, request: string, now: number): Promise<void> {
  await db
    .updateTable('access_job')
    .set({ done_at: now, lease: null })
    .where('request', '=', request)
    .where('done_at', 'is', null)
    .execute();
}

/** Ends one, where the lease is still the one that was given. */
export async function close(
  db: Db,
  { id, lease }: { readonly id: string; readonly lease: string },
  now: number,
): Promise<boolean> {
  const closed = await db
    .updateTable('access_job')
    .set({ done_at: now })
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('done_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return closed !== undefined;
}

/** Says why in a code, as the audit may have it. */
export function codeOf(why: string): string {
  return /^[A-Za-z]{1,40}(?:[.:-][A-Za-z0-9]{1,40}){0,5}$/.test(why) ? why : 'other';
}
