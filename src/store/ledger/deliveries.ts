import type { Claimed, Delivery } from '../../access/delivery/deliveries.js';
import type { Db } from '../tables.js';
import { discardOf } from './after-rotation.js';
import { expiredAtOnce } from './expire.js';
import { schedule } from './jobs.js';
import { note } from './trail.js';

export async function look(db: Db, tokenHash: string, now: number): Promise<Delivery | null> {
  const row = await db
    .selectFrom('secret_delivery')
    .select(['request', 'recipient', 'tenant', 'until'])
    .where('token_hash', '=', tokenHash)
    .where('until', '>', now)
    // Neither: it was abandoned.
    .where(({ or, eb }) => or([eb('ciphertext', 'is not', null), eb('claimed_at', 'is not', null)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { request, recipient: objectId, tenant, until } = row;
  return { request, recipient: { objectId, tenant }, until };
}

/** In a turn: of several at once the first finds the ciphertext. */
export async function claimDelivery(
  db: Db,
  tokenHash: string,
  objectId: string,
  now: number,
): Promise<Claimed> {
  const row = await db
    .selectFrom('secret_delivery')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (row === undefined || row.until <= now) return { kind: 'over' };
  if (row.recipient !== objectId.toLowerCase()) return { kind: 'not-yours' };
  const { request, ciphertext } = row;
  if (row.claimed_at !== null) {
    await note(db, 'secret.second-claim', { request }, now);
    await schedule(db, request, 'tell-alert', 'claimed-before', now);
    return { kind: 'claimed-before' };
  }
  // Not claimed, and yet without its content: it was abandoned.
  if (ciphertext === null) return { kind: 'over' };
  await db
    .updateTable('secret_delivery')
    .set({ ciphertext: null, claimed_at: now })
    .where('token_hash', '=', tokenHash)
    .where('claimed_at', 'is', null)
    .execute();
  await note(db, 'secret.claimed', { request }, now);
  return { kind: 'claimed', ciphertext, request };
}

/**
 * Deletes what nobody has come for in time: such a secret must not stay valid, since nobody knows where its link went.
 *
 * @returns how many
 */
export async function endUnclaimed(db: Db, now: number): Promise<number> {
  const rows = await db
    .selectFrom('secret_delivery')
    .innerJoin('access_request', 'access_request.id', 'secret_delivery.request')
    .select(['secret_delivery.request as request'])
    .where('secret_delivery.until', '<=', now)
    .where('claimed_at', 'is', null)
    .where('state', '=', 'rotated')
    .orderBy('secret_delivery.request')
    .limit(expiredAtOnce)
    .execute();
  for (const { request } of rows) {
    await db
      .updateTable('access_request')
      .set({ state: 'void', why: 'not-collected', ended_at: now })
      .where('id', '=', request)
      .execute();
    await note(db, 'secret.unclaimed', { request }, now);
    await discardOf(db, request, 'not-collected', now);
    await schedule(db, request, 'tell-alert', 'not-collected', now);
  }
  return rows.length;
}
