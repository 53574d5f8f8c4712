import { setImmediate } from 'node:timers/promises';
import { type RawBuilder, sql } from 'kysely';
import { recordsKeptMs } from '../ledger/limits.js';
import type { PersonKey } from '../store.js';
import type { Db, Tables } from '../tables.js';
import { dayMs } from '../tally/counted.js';

/** Far longer than any platform delivers the same event again, or than a signed request stays valid (security T26). */
const seenKeptMs = dayMs;

/** A year to compare with, and a month to do it in. There is no person in it. */
const feedbackKeptMs = 400 * dayMs;

/**
 * Every table that holds something of a person's, by the column `person`. Of requests for roles only where cards stand:
 * the rest records rights.
 */
const ofPeople = [
  'conversation',
  'reference',
  'language',
  'case_summary',
  'link',
  'sign_in',
  'access_card',
  'owed_event',
] as const;

export async function forget(db: Db, person: PersonKey): Promise<void> {
  await db.transaction().execute(async (all) => {
    for (const table of ofPeople) await all.deleteFrom(table).where('person', '=', person).execute();
  });
}

/** Rows that one statement deletes: some milliseconds, so that nobody waits for long for what it has locked. */
const rowsAtOnce = 1_000;

/**
 * What was touched exactly `retentionMs` ago goes. A language is chosen once, not with each message: it stays for as
 * long as there is a conversation. Many short transactions, not one: after a failure the next purge goes on.
 */
export async function purge(db: Db, now: number, retentionMs: number): Promise<void> {
  const since = now - retentionMs;
  await drop(db, 'conversation', ['person'], sql`touched_at <= ${since}`);
  await drop(db, 'reference', ['person'], sql`touched_at <= ${since}`);
  await drop(db, 'case_summary', ['person', 'id'], sql`updated_at <= ${since}`);
  await drop(
    db,
    'language',
    ['person'],
    sql`touched_at <= ${since} and person not in (select person from conversation)`,
  );
  await drop(db, 'link', ['person'], sql`expires_at <= ${now}`);
  await drop(db, 'sign_in', ['state_hash'], sql`expires_at <= ${now}`);
  await drop(db, 'seen_key', ['hash'], sql`seen_at < ${now - seenKeptMs}`);
  await drop(db, 'rate', ['hash'], sql`full_at <= ${now}`);
  await drop(db, 'owed_event', ['id'], sql`held_until < ${now - seenKeptMs}`);
  await drop(db, 'feedback', ['id'], sql`at < ${now - feedbackKeptMs}`);
  const firstDay = Math.floor((now - feedbackKeptMs) / dayMs);
  await drop(db, 'case_tally', ['day', 'cause', 'resolved', 'help', 'took'], sql`day < ${firstDay}`);
  await drop(db, 'asker_tally', ['day', 'kind', 'value'], sql`day < ${firstDay}`);
  // With it go verdicts, jobs and cards.
  await drop(db, 'access_request', ['id'], sql`ended_at <= ${now - recordsKeptMs}`);
}

async function drop(
  db: Db,
  table: keyof Tables,
  key: readonly string[],
  isDue: RawBuilder<unknown>,
): Promise<void> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const some = sql`select ${columns} from ${sql.table(table)} where ${isDue} limit ${rowsAtOnce}`;
  // The condition stands in both: PostgreSQL asks the outer one again of a row that somebody has touched meanwhile.
  const deletion = sql`delete from ${sql.table(table)} where ${isDue} and (${columns}) in (${some})`;
  for (;;) {
    const { numAffectedRows = 0n } = await deletion.execute(db);
    if (numAffectedRows < rowsAtOnce) return;
    await setImmediate();
  }
}
