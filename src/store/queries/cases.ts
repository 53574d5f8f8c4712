import type { CaseSummary } from '../../chat/home.js';
import { isCauseId } from '../../knowledge/causes.js';
import type { Feedback, PersonKey } from '../store.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
import type { CaseStep } from '../tally/case-step.js';
import { countNew, recount } from '../tally/count.js';
import { after, begun, read, write } from '../tally/counted.js';

/** A case, and the count of it, in one transaction: a step that is stored again counts nothing twice. */
export function saveCase(db: Db, person: PersonKey, step: CaseStep): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { id, registry, cause, updatedAt, language } = step;
    const now = begun(step);
    const row = { registry, cause, updated_at: updatedAt };
    const added = await all
      .insertInto('case_summary')
      .values({
        ...{ person, id, ...row, resolved: now.resolved ? 1 : 0 },
        ...{ began_at: updatedAt, counted: write(now) },
      })
      .onConflict((it) => it.columns(['person', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (added !== undefined) return countNew(all, now, { person, language });

    const known = await all
      .selectFrom('case_summary')
      .select(['began_at', 'counted', 'resolved'])
      .where('person', '=', person)
      .where('id', '=', id)
      .executeTakeFirst();
    const before = known?.counted == null ? null : read(known.counted);
    const beganAt = known?.began_at ?? updatedAt;
    const as = before === null ? now : after(before, beganAt, step);
    const saved = await all
      .updateTable('case_summary')
      .set({ ...row, resolved: as.resolved ? 1 : 0, began_at: beganAt, counted: write(as) })
      .where('person', '=', person)
      .where('id', '=', id)
      // Whoever has counted it as something else meanwhile has moved the count: it is looked at again.
      .where('counted', known?.counted == null ? 'is' : '=', known?.counted ?? null)
      .returning('id')
      .executeTakeFirst();
    if (saved === undefined) throw new StoreError('locked', 'Another process is counting this case.');
    // An older version of the program has begun it, and counts nothing.
    if (before === null) await countNew(all, as, { person, language });
    else await recount(all, before, as);
  });
}

/** A cause that this version does not know reads as none. */
export async function cases(db: Db, person: PersonKey, limit: number): Promise<readonly CaseSummary[]> {
  const rows = await db
    .selectFrom('case_summary')
    .select(['id', 'registry', 'cause', 'resolved', 'updated_at'])
    .where('person', '=', person)
    .orderBy('updated_at', 'desc')
    // Of the same moment, the same order each time.
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id, registry, cause, resolved, updated_at }) => ({
    id,
    registry,
    cause: cause !== null && isCauseId(cause) ? cause : null,
    resolved: resolved !== 0,
    updatedAt: updated_at,
  }));
}

/** A press that comes again without a word does not take the word away. */
export async function saveFeedback(db: Db, { id, cause, helped, word, at }: Feedback): Promise<void> {
  const row = { cause, helped: helped ? 1 : 0, at };
  await db
    .insertInto('feedback')
    .values({ id, word, ...row })
    .onConflict((it) =>
      it.column('id').doUpdateSet(({ fn, ref }) => ({
        ...row,
        word: fn.coalesce(ref('excluded.word'), ref('feedback.word')),
      })),
    )
    .execute();
}
