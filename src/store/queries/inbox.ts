import { createHash } from 'node:crypto';
import { type CompiledQuery, sql } from 'kysely';
import type { Admission, Arrival, Hold, Limit, Owed } from '../inbox.js';
import type { Db } from '../tables.js';

/** Keys may derive from signatures of requests, and limits name people: only their SHA-256 is kept. */
function hashOf(key: string): string {
  // As UTF-16: in UTF-8 all halves of surrogate pairs would be the same.
  return createHash('sha256').update(key, 'utf16le').digest('hex');
}

export async function firstSeen(db: Db, key: string, now: number): Promise<boolean> {
  const row = await db
    .insertInto('seen_key')
    .values({ hash: hashOf(key), seen_at: now })
    .onConflict((it) => it.column('hash').doNothing())
    .returning('hash')
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * One statement, so that two who ask at once do not get the same (generic cell rate algorithm: a row holds when its
 * bucket will be full again). A time that no bucket can take to fill comes from a clock that went wrong, and counts as
 * none.
 */
export async function take(db: Db, { of, rate }: Limit, now: number): Promise<boolean> {
  const each = Math.round(60_000 / rate.perMinute);
  const most = now + rate.burst * each;
  const from = sql`(case when rate.full_at > ${now} and rate.full_at <= ${most} then rate.full_at else ${now} end)`;
  const { rows } = await sql<{ hash: string }>`
    insert into rate (hash, full_at) values (${hashOf(of)}, ${now + each})
    on conflict (hash) do update set full_at = ${from} + ${each} where ${from} + ${each} <= ${most}
    returning hash`.execute(db);
  return rows.length > 0;
}

/** Compiled once: every acknowledgement waits for it (DESIGN §6, "acknowledgement"). */
const arriving = new WeakMap<Db, CompiledQuery>();

export async function arrive(db: Db, { key, person }: Arrival, { holder, until }: Hold): Promise<void> {
  const compiled = arriving.get(db) ?? compiledArrival(db);
  await db.executeQuery({ ...compiled, parameters: [hashOf(key), person, holder, until, 1] });
}

function compiledArrival(db: Db): CompiledQuery {
  const compiled = db
    .insertInto('owed_event')
    .values({ id: '', person: '', holder: '', held_until: 0, attempts: 1 })
    .onConflict((it) => it.column('id').doNothing())
    .compile();
  arriving.set(db, compiled);
  return compiled;
}

export async function drop(db: Db, { key }: Arrival, holder: string): Promise<void> {
  await db.deleteFrom('owed_event').where('id', '=', hashOf(key)).where('holder', '=', holder).execute();
}

export function admit(
  db: Db,
  { key, person }: Arrival,
  limits: readonly Limit[],
  { holder, until }: Hold,
  now: number,
): Promise<Admission> {
  return db.transaction().execute(async (all) => {
    if (!(await firstSeen(all, key, now))) return { kind: 'known' };
    for (const [refusedBy, limit] of limits.entries()) {
      if (!(await take(all, limit, now))) return { kind: 'refused', refusedBy };
    }
    const owed = { id: hashOf(key), person, attempts: 1 };
    await all
      .insertInto('owed_event')
      .values({ ...owed, holder, held_until: until })
      // It has arrived; or another holder had it, and went away before it looked at it.
      .onConflict((it) => it.column('id').doUpdateSet({ ...owed, holder, held_until: until }))
      .execute();
    return { kind: 'new', owed };
  });
}

export async function served(db: Db, { id, person }: Owed, holder: string): Promise<void> {
  await db
    .deleteFrom('owed_event')
    .where('person', '=', person)
    .where(({ or, eb }) => or([eb('id', '=', id), eb('holder', '<>', holder)]))
    .execute();
}

export async function leave(db: Db, { id }: Owed, until: number): Promise<void> {
  await db.updateTable('owed_event').set({ holder: '', held_until: until }).where('id', '=', id).execute();
}

export async function holdOn(db: Db, { holder, until }: Hold): Promise<void> {
  await db.updateTable('owed_event').set({ held_until: until }).where('holder', '=', holder).execute();
}

/** Of two who ask at once for the same, the condition in the update lets one of them have it. */
export async function takeOver(db: Db, { holder, until }: Hold, now: number): Promise<Owed | null> {
  const taken = await db
    .updateTable('owed_event')
    .set(({ eb }) => ({ holder, held_until: until, attempts: eb('attempts', '+', 1) }))
    .where('held_until', '<=', now)
    .where('id', '=', (it) =>
      it
        .selectFrom('owed_event')
        .select('id')
        .where('held_until', '<=', now)
        .orderBy('held_until')
        .orderBy('id')
        .limit(1),
    )
    .returning(['id', 'person', 'attempts'])
    .executeTakeFirst();
  return taken ?? null;
}
