import { randomInt } from 'node:crypto';
import type { PersonKey, StoredConversation } from '../store.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';

/** Most bytes of JSON that a conversation may have: a hundred times what one has. */
const maxState = 256 * 1024;

/**
 * First versions are drawn from so many, so that nobody who still holds one of a conversation that was forgotten hits the
 * one that was begun since. It leaves as many saves until a column of 32 bits is full.
 */
const firstVersions = 2 ** 30;

export async function conversation(db: Db, person: PersonKey): Promise<StoredConversation | null> {
  const row = await db
    .selectFrom('conversation')
    .select(['version', 'state'])
    .where('person', '=', person)
    .executeTakeFirst();
  return row === undefined ? null : { version: row.version, state: parsed(row.state) };
}

/** One statement each: whether a row comes back says who was first, on any engine. */
export async function saveConversation(
  db: Db,
  person: PersonKey,
  version: number | null,
  state: unknown,
  now: number,
): Promise<number | null> {
  const json = jsonOf(state);
  const saved =
    version === null
      ? db
          .insertInto('conversation')
          .values({ person, version: randomInt(1, firstVersions), state: json, touched_at: now })
          .onConflict((it) => it.column('person').doNothing())
          .returning('version')
      : db
          .updateTable('conversation')
          .set({ version: version + 1, state: json, touched_at: now })
          .where('person', '=', person)
          .where('version', '=', version)
          .returning('version');
  return (await saved.executeTakeFirst())?.version ?? null;
}

function jsonOf(state: unknown): string {
  let json: string | undefined;
  try {
    json = JSON.stringify(state);
  } catch (error) {
    throw new StoreError('not-storable', 'The state of a conversation is no JSON.', error);
  }
  if (json === undefined) throw new StoreError('not-storable', 'The state of a conversation is no JSON.');
  const bytes = Buffer.byteLength(json);
  if (bytes <= maxState) return json;
  throw new StoreError('too-large', `The state of a conversation has ${bytes} bytes, more than ${maxState}.`);
}

function parsed(state: string): unknown {
  try {
    return JSON.parse(state);
  } catch {
    // The parser's message would quote what is stored.
    throw new StoreError('damaged', 'The state of a conversation is no JSON.');
  }
}
