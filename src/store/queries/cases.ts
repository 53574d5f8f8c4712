import type { CaseSummary } from '../../chat/home.js';
import { isCauseId } from '../../knowledge/causes.js';
import type { Feedback, PersonKey } from '../store.js';
import type { Db } from '../tables.js';

export async function saveCase(db: Db, person: PersonKey, summary: CaseSummary): Promise<void> {
  const row = {
    registry: summary.registry,
    cause: summary.cause,
    resolved: summary.resolved ? 1 : 0,
    updated_at: summary.updatedAt,
  };
  await db
    .insertInto('case_summary')
    .values({ person, id: summary.id, ...row })
    .onConflict((it) => it.columns(['person', 'id']).doUpdateSet(row))
    .execute();
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
