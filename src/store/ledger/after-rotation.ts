import type { Db } from '../tables.js';
import { closeAll, schedule } from './jobs.js';
import { bothValidMs } from './limits.js';
import { note } from './trail.js';

/** In a turn, as all here. */
export async function confirm(
  db: Db,
  request: string,
  objectId: string,
  now: number,
): Promise<'done' | 'refused'> {
  const confirmed = await db
    .updateTable('access_request')
    .set({ confirmed_at: now })
    .where('id', '=', request)
    .where('state', '=', 'rotated')
    .where('requester', '=', objectId.toLowerCase())
    .where('confirmed_at', 'is', null)
    .where((it) => it.not(it.exists(unopened(db, request))))
    .returning('made_at')
    .executeTakeFirst();
  if (confirmed === undefined) return 'refused';
  await note(db, 'rotation.confirmed', { request }, now);
  const madeAt = confirmed.made_at ?? now;
  await schedule(db, request, 'retire', 'confirmed', Math.max(now, madeAt + bothValidMs));
  return 'done';
}

export async function abandon(
  db: Db,
  request: string,
  objectId: string,
  now: number,
): Promise<'done' | 'refused'> {
  const abandoned = await db
    .updateTable('access_request')
    .set({ state: 'void', why: 'abandoned', ended_at: now })
    .where('id', '=', request)
    .where('state', '=', 'rotated')
    .where('requester', '=', objectId.toLowerCase())
    .where('confirmed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (abandoned === undefined) return 'refused';
  await note(db, 'secret.abandoned', { request }, now);
  await discardOf(db, request, 'abandoned', now);
  return 'done';
}

/** Has the new secret made worthless, and the requester told. */
export async function discardOf(db: Db, request: string, why: string, now: number): Promise<void> {
  await closeAll(db, request, now);
  await db.updateTable('secret_delivery').set({ ciphertext: null }).where('request', '=', request).execute();
  await schedule(db, request, 'discard', why, now);
  await schedule(db, request, 'tell-outcome', 'void', now);
}

function unopened(db: Db, request: string) {
  return db
    .selectFrom('secret_delivery')
    .select('request')
    .where('request', '=', request)
    .where('claimed_at', 'is', null);
}
