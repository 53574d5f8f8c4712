import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

/** Requests for roles, what is to be done about them, and the audit. */
export async function roles(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('role_request')
    .addColumn('id', 'text', (it) => it.primaryKey())
    .addColumn('dedupe_key', 'text', (it) => it.notNull())
    .addColumn('requester', 'text', (it) => it.notNull())
    .addColumn('registry', 'text', (it) => it.notNull())
    .addColumn('spec', 'text', (it) => it.notNull())
    .addColumn('spec_hash', 'text', (it) => it.notNull())
    .addColumn('scope', 'text', (it) => it.notNull())
    .addColumn('state', 'text', (it) => it.notNull())
    .addColumn('policy_hash', 'text', (it) => it.notNull())
    .addColumn('rule', 'text', (it) => it.notNull())
    .addColumn('tier', 'integer', (it) => it.notNull())
    .addColumn('approvals_needed', 'integer', (it) => it.notNull())
    .addColumn('approvals', 'integer', (it) => it.notNull())
    .addColumn('why', 'text')
    .addColumn('submitted_at', 'bigint', (it) => it.notNull())
    .addColumn('pending_until', 'bigint', (it) => it.notNull())
    .addColumn('approved_at', 'bigint')
    .addColumn('assignment', 'text')
    .addColumn('owned', 'integer', (it) => it.notNull())
    .addColumn('until', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('audit_from', 'bigint', (it) => it.notNull())
    .execute();
  await schema
    .createIndex('role_request_open')
    .on('role_request')
    .column('dedupe_key')
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  for (const column of ['requester', 'registry', 'dedupe_key', 'ended_at', 'audit_from'] as const) {
    await schema.createIndex(`role_request_${column}`).on('role_request').column(column).execute();
  }

  await schema
    .createTable('role_barred')
    .addColumn('request', 'text', ofRequest)
    .addColumn('object_id', 'text', (it) => it.notNull())
    .addPrimaryKeyConstraint('role_barred_key', ['request', 'object_id'])
    .execute();

  await schema
    .createTable('role_verdict')
    .addColumn('request', 'text', ofRequest)
    .addColumn('object_id', 'text', (it) => it.notNull())
    .addColumn('verdict', 'text', (it) => it.notNull())
    .addColumn('strength', 'text', (it) => it.notNull())
    .addColumn('party', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addPrimaryKeyConstraint('role_verdict_key', ['request', 'object_id'])
    .execute();

  await schema
    .createTable('role_job')
    .addColumn('id', 'text', (it) => it.primaryKey())
    .addColumn('request', 'text', ofRequest)
    .addColumn('kind', 'text', (it) => it.notNull())
    .addColumn('not_before', 'bigint', (it) => it.notNull())
    .addColumn('attempts', 'integer', (it) => it.notNull())
    .addColumn('lease', 'text')
    .addColumn('leased_until', 'bigint')
    .addColumn('why', 'text')
    .addColumn('done_at', 'bigint')
    .execute();
  await schema
    .createIndex('role_job_due')
    .on('role_job')
    .column('not_before')
    .where(sql.ref('done_at'), 'is', null)
    .execute();
  await schema.createIndex('role_job_request').on('role_job').column('request').execute();

  await schema
    .createTable('role_card')
    .addColumn('request', 'text', ofRequest)
    .addColumn('person', 'text', (it) => it.notNull())
    .addColumn('ref', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addPrimaryKeyConstraint('role_card_key', ['request', 'person'])
    .execute();
  await schema.createIndex('role_card_person').on('role_card').column('person').execute();

  await schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (it) => it.primaryKey())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addColumn('event', 'text', (it) => it.notNull())
    .addColumn('body', 'text', (it) => it.notNull())
    .addColumn('previous', 'text', (it) => it.notNull())
    .addColumn('hash', 'text', (it) => it.notNull().unique())
    .execute();
}

/** What belongs to a request goes with it. */
function ofRequest(column: ColumnDefinitionBuilder): ColumnDefinitionBuilder {
  return column.notNull().references('role_request.id').onDelete('cascade');
}
