import type { Db } from '../tables.js';

/** Really writes: a full disk or a read-only file answers every question but this one. */
export async function beat(db: Db): Promise<void> {
  await db
    .insertInto('heartbeat')
    .values({ id: 1, beats: 1 })
    .onConflict((it) => it.column('id').doUpdateSet((row) => ({ beats: row('heartbeat.beats', '+', 1) })))
    .execute();
}
