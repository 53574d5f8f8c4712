import type { Kysely, Migration } from 'kysely';
import { access } from './ledger/migration.js';
import { tallies } from './tally/migration.js';

/**
 * Steps from an empty database to today's schema, run in the order of their names. One that was released is never
 * changed: a new one is added.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-chat': { up: chat },
  '0002-access': { up: access },
  '0003-replicas': { up: replicas },
  '0004-tallies': { up: tallies },
};

async function chat(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('seen_key')
    .addColumn('hash', 'text', (it) => it.primaryKey())
    .addColumn('seen_at', 'bigint', (it) => it.notNull())
    .execute();
  await schema.createIndex('seen_key_seen_at').on('seen_key').column('seen_at').execute();

  await schema
    .createTable('conversation')
    .addColumn('person', 'text', (it) => it.primaryKey())
    .addColumn('version', 'integer', (it) => it.notNull())
    .addColumn('state', 'text', (it) => it.notNull())
    .addColumn('touched_at', 'bigint', (it) => it.notNull())
    .execute();
  for (const name of ['reference', 'language'] as const) {
    await schema
      .createTable(name)
      .addColumn('person', 'text', (it) => it.primaryKey())
      .addColumn(name, 'text', (it) => it.notNull())
      .addColumn('touched_at', 'bigint', (it) => it.notNull())
      .execute();
  }

  await schema
    .createTable('case_summary')
    .addColumn('person', 'text', (it) => it.notNull())
    .addColumn('id', 'text', (it) => it.notNull())
    .addColumn('registry', 'text')
    .addColumn('cause', 'text')
    .addColumn('resolved', 'integer', (it) => it.notNull())
    .addColumn('updated_at', 'bigint', (it) => it.notNull())
    .addPrimaryKeyConstraint('case_summary_key', ['person', 'id'])
    .execute();
  await schema
    .createIndex('case_summary_newest')
    .on('case_summary')
    .columns(['person', 'updated_at'])
    .execute();

  await schema
    .createTable('feedback')
    .addColumn('id', 'text', (it) => it.primaryKey())
    .addColumn('cause', 'text')
    .addColumn('helped', 'integer', (it) => it.notNull())
    .addColumn('word', 'text')
    .addColumn('at', 'bigint', (it) => it.notNull())
    .execute();

  await schema
    .createTable('sign_in')
    .addColumn('state_hash', 'text', (it) => it.primaryKey())
    .addColumn('person', 'text')
    .addColumn('language', 'text', (it) => it.notNull())
    .addColumn('errand', 'text', (it) => it.notNull())
    .addColumn('step', 'text', (it) => it.notNull())
    .addColumn('expires_at', 'bigint', (it) => it.notNull())
    .execute();
  await schema.createIndex('sign_in_person').on('sign_in').column('person').execute();

  await schema
    .createTable('link')
    .addColumn('person', 'text', (it) => it.primaryKey())
    .addColumn('object_id', 'text', (it) => it.notNull())
    .addColumn('tenant', 'text', (it) => it.notNull())
    .addColumn('linked_at', 'bigint', (it) => it.notNull())
    .addColumn('expires_at', 'bigint', (it) => it.notNull())
    .execute();

  // One row that `ready` writes to.
  await schema
    .createTable('heartbeat')
    .addColumn('id', 'integer', (it) => it.primaryKey())
    .addColumn('beats', 'bigint', (it) => it.notNull())
    .execute();
}

/** What several processes on one database have to know of each other. */
async function replicas({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('rate')
    .addColumn('hash', 'text', (it) => it.primaryKey())
    .addColumn('full_at', 'bigint', (it) => it.notNull())
    .execute();
  await schema.createIndex('rate_full_at').on('rate').column('full_at').execute();

  await schema
    .createTable('owed_event')
    .addColumn('id', 'text', (it) => it.primaryKey())
    .addColumn('person', 'text', (it) => it.notNull())
    .addColumn('holder', 'text', (it) => it.notNull())
    .addColumn('held_until', 'bigint', (it) => it.notNull())
    .addColumn('attempts', 'integer', (it) => it.notNull())
    .execute();
  for (const column of ['person', 'held_until'] as const) {
    await schema.createIndex(`owed_event_${column}`).on('owed_event').column(column).execute();
  }
}
