import type { Db } from '../tables.js';

/**
 * When a request has ended, it is the open one that extends it, if there is one, that stands in the way of another for the
 * same (T32).
 */
export async function passOn(db: Db, ended: string, dedupe_key: string): Promise<void> {
  await db
    .updateTable('access_request')
    .set({ dedupe_key })
    .where('extends', '=', ended)
    .where('ended_at', 'is', null)
    .execute();
}
