import { type Kysely, sql } from 'kysely';

/** Counts of cases; those that there are begin, as far as anybody knows, when they were touched last. */
export async function tallies(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema.alterTable('case_summary').addColumn('began_at', 'bigint').execute();
  await schema.alterTable('case_summary').addColumn('counted', 'text').execute();
  await schema
    .createTable('case_tally')
    .addColumn('day', 'integer', (it) => it.notNull())
    .addColumn('cause', 'text', (it) => it.notNull())
    .addColumn('resolved', 'integer', (it) => it.notNull())
    .addColumn('help', 'text', (it) => it.notNull())
    .addColumn('took', 'text', (it) => it.notNull())
    .addColumn('cases', 'integer', (it) => it.notNull())
    .addPrimaryKeyConstraint('case_tally_key', ['day', 'cause', 'resolved', 'help', 'took'])
    .execute();
  await schema
    .createTable('asker_tally')
    .addColumn('day', 'integer', (it) => it.notNull())
    .addColumn('kind', 'text', (it) => it.notNull())
    .addColumn('value', 'text', (it) => it.notNull())
    .addColumn('cases', 'integer', (it) => it.notNull())
    .addPrimaryKeyConstraint('asker_tally_key', ['day', 'kind', 'value'])
    .execute();

  const day = sql`updated_at / 86400000`;
  await sql`
    update case_summary set began_at = updated_at,
      counted = cast(${day} as text) || '|' || coalesce(cause, '') || '|' || cast(resolved as text) || '|unknown|'
  `.execute(db);
  await sql`
    insert into case_tally (day, cause, resolved, help, took, cases)
    select ${day}, coalesce(cause, ''), resolved, 'unknown', '', count(*)
    from case_summary group by 1, 2, 3
  `.execute(db);
}
