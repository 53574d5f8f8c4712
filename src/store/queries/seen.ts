import { createHash } from 'node:crypto';
import type { Db } from '../tables.js';

/** Keys may derive from signatures of requests: only their SHA-256 is kept. */
export async function firstSeen(db: Db, key: string, now: number): Promise<boolean> {
  const row = await db
    .insertInto('seen_key')
    // As UTF-16: in UTF-8 all halves of surrogate pairs would be the same.
    .values({ hash: createHash('sha256').update(key, 'utf16le').digest('hex'), seen_at: now })
    .onConflict((it) => it.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}
