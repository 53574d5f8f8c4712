import { type Language, languages } from '../../knowledge/language.js';
import type { PersonKey } from '../store.js';
import type { Db } from '../tables.js';

export async function reference(db: Db, person: PersonKey): Promise<string | null> {
  const row = await db
    .selectFrom('reference')
    .select('reference')
    .where('person', '=', person)
    .executeTakeFirst();
  return row?.reference ?? null;
}

export async function saveReference(db: Db, person: PersonKey, text: string, now: number): Promise<void> {
  const row = { reference: text, touched_at: now };
  await db
    .insertInto('reference')
    .values({ person, ...row })
    .onConflict((it) => it.column('person').doUpdateSet(row))
    .execute();
}

/** Null also for a language that this version does not speak. */
export async function language(db: Db, person: PersonKey): Promise<Language | null> {
  const row = await db
    .selectFrom('language')
    .select('language')
    .where('person', '=', person)
    .executeTakeFirst();
  return languages.find((it) => it === row?.language) ?? null;
}

export async function saveLanguage(db: Db, person: PersonKey, chosen: Language, now: number): Promise<void> {
  const row = { language: chosen, touched_at: now };
  await db
    .insertInto('language')
    .values({ person, ...row })
    .onConflict((it) => it.column('person').doUpdateSet(row))
    .execute();
}
