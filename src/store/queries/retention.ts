import type { PersonKey } from '../store.js';
import type { Db } from '../tables.js';

const dayMs = 24 * 60 * 60 * 1000;

/** Far longer than any platform delivers the same event again, or than a signed request stays valid (security T26). */
const seenKeptMs = dayMs;

/** A year to compare with, and a month to do it in. There is no person in it. */
const feedbackKeptMs = 400 * dayMs;

/** Every table that holds something of a person's, by the column `person`. */
const ofPeople = ['conversation', 'reference', 'language', 'case_summary', 'link', 'sign_in'] as const;

export async function forget(db: Db, person: PersonKey): Promise<void> {
  await db.transaction().execute(async (all) => {
    for (const table of ofPeople) await all.deleteFrom(table).where('person', '=', person).execute();
  });
}

/**
 * What was touched exactly `retentionMs` ago goes. A language is chosen once, not with each message: it stays for as
 * long as there is a conversation.
 */
export async function purge(db: Db, now: number, retentionMs: number): Promise<void> {
  const untouchedSince = now - retentionMs;
  await db.transaction().execute(async (all) => {
    await all.deleteFrom('conversation').where('touched_at', '<=', untouchedSince).execute();
    await all.deleteFrom('reference').where('touched_at', '<=', untouchedSince).execute();
    await all.deleteFrom('case_summary').where('updated_at', '<=', untouchedSince).execute();
    await all
      .deleteFrom('language')
      .where('touched_at', '<=', untouchedSince)
      .where(({ exists, not, selectFrom }) =>
        not(
          exists(
            selectFrom('conversation')
              .select('conversation.person')
              .whereRef('conversation.person', '=', 'language.person'),
          ),
        ),
      )
      .execute();
    await all.deleteFrom('link').where('expires_at', '<=', now).execute();
    await all.deleteFrom('sign_in').where('expires_at', '<=', now).execute();
    await all
      .deleteFrom('seen_key')
      .where('seen_at', '<', now - seenKeptMs)
      .execute();
    await all
      .deleteFrom('feedback')
      .where('at', '<', now - feedbackKeptMs)
      .execute();
  });
}
