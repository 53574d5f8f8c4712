import { personOf } from '../../chat/person.js';
import type { Language } from '../../knowledge/language.js';
import type { PersonKey } from '../store.js';
import type { Db } from '../tables.js';
import { type Counted, write } from './counted.js';

/** Counts a case that has begun. In a transaction with the case. */
export async function countNew(
  db: Db,
  as: Counted,
  who: { readonly person: PersonKey; readonly language: Language },
): Promise<void> {
  await add(db, as);
  const platform = personOf(who.person)?.platform ?? null;
  if (platform !== null) await addAsker(db, as.day, 'platform', platform);
  await addAsker(db, as.day, 'language', who.language);
}

/**
 * Counts a case as something else than before, in a transaction with the case. Where the count of it was let go of because
 * of its age, there is nothing to move.
 */
export async function recount(db: Db, before: Counted, as: Counted): Promise<void> {
  if (write(before) !== write(as) && (await take(db, before))) await add(db, as);
}

async function add(db: Db, as: Counted): Promise<void> {
  await db
    .insertInto('case_tally')
    .values({ ...rowOf(as), cases: 1 })
    .onConflict((it) =>
      it
        .columns(['day', 'cause', 'resolved', 'help', 'took'])
        .doUpdateSet(({ eb, ref }) => ({ cases: eb(ref('case_tally.cases'), '+', 1) })),
    )
    .execute();
}

async function take(db: Db, as: Counted): Promise<boolean> {
  const { day, cause, resolved, help, took } = rowOf(as);
  const { numUpdatedRows } = await db
    .updateTable('case_tally')
    .set(({ eb }) => ({ cases: eb('cases', '-', 1) }))
    .where('day', '=', day)
    .where('cause', '=', cause)
    .where('resolved', '=', resolved)
    .where('help', '=', help)
    .where('took', '=', took)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function addAsker(db: Db, day: number, kind: 'platform' | 'language', value: string): Promise<void> {
  await db
    .insertInto('asker_tally')
    .values({ day, kind, value, cases: 1 })
    .onConflict((it) =>
      it
        .columns(['day', 'kind', 'value'])
        .doUpdateSet(({ eb, ref }) => ({ cases: eb(ref('asker_tally.cases'), '+', 1) })),
    )
    .execute();
}

function rowOf({ day, cause, resolved, help, took }: Counted) {
  return { day, cause: cause ?? '', resolved: resolved ? 1 : 0, help, took: took ?? '' };
}
