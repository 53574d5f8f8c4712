import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

/** Requests, what is to be done about them, secrets that wait for their readers, and the audit. */
export async function access(db: Kysely<unknown>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable('access_request')
    .addColumn('id', 'text', (it) => it.primaryKey())
    .addColumn('kind', 'text', (it) => it.notNull())
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
    .addColumn('extends', 'text')
    .addColumn('until', 'bigint')
    .addColumn('made', 'text')
    .addColumn('made_at', 'bigint')
    .addColumn('confirmed_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addColumn('audit_from', 'bigint', (it) => it.notNull())
    .execute();
  await schema
    .createIndex('access_request_open')
    .on('access_request')
    .column('dedupe_key')
    .unique()
    .where(sql.ref('ended_at'), 'is', null)
    .execute();
  for (const column of ['requester', 'registry', 'dedupe_key', 'ended_at', 'audit_from'] as const) {
    await schema.createIndex(`access_request_${column}`).on('access_request').column(column).execute();
  }

  await schema
    .createTable('access_barred')
    .addColumn('request', 'text', ofRequest)
    .addColumn('object_id', 'text', (it) => it.notNull())
    .addPrimaryKeyConstraint('access_barred_key', ['request', 'object_id'])
    .execute();

  await schema
    .createTable('access_verdict')
    .addColumn('request', 'text', ofRequest)
    .addColumn('object_id', 'text', (it) => it.notNull())
    .addColumn('verdict', 'text', (it) => it.notNull())
    .addColumn('strength', 'text', (it) => it.notNull())
    .addColumn('party', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addPrimaryKeyConstraint('access_verdict_key', ['request', 'object_id'])
    .execute();

  await schema
    .createTable('access_job')
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
    .createIndex('access_job_due')
    .on('access_job')
    .column('not_before')
    .where(sql.ref('done_at'), 'is', null)
    .execute();
  await schema.createIndex('access_job_request').on('access_job').column('request').execute();

  await schema
    .createTable('access_card')
    .addColumn('request', 'text', ofRequest)
    .addColumn('person', 'text', (it) => it.notNull())
    .addColumn('ref', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addPrimaryKeyConstraint('access_card_key', ['request', 'person'])
    .execute();
  await schema.createIndex('access_card_person').on('access_card').column('person').execute();

  await schema
    .createTable('access_question')
    .addColumn('request', 'text', ofRequest)
    .addColumn('number', 'integer', (it) => it.notNull())
    .addColumn('party', 'text', (it) => it.notNull())
    .addColumn('words', 'text', (it) => it.notNull())
    .addColumn('at', 'bigint', (it) => it.notNull())
    .addColumn('answer', 'text')
    .addPrimaryKeyConstraint('access_question_key', ['request', 'number'])
    .execute();

  await schema
    .createTable('secret_delivery')
    .addColumn('token_hash', 'text', (it) => it.primaryKey())
    .addColumn('request', 'text', ofRequest)
    .addColumn('recipient', 'text', (it) => it.notNull())
    .addColumn('tenant', 'text', (it) => it.notNull())
    .addColumn('ciphertext', 'text')
    .addColumn('until', 'bigint', (it) => it.notNull())
    .addColumn('claimed_at', 'bigint')
    .execute();
  await schema.createIndex('secret_delivery_request').on('secret_delivery').column('request').execute();
  await schema.createIndex('secret_delivery_until').on('secret_delivery').column('until').execute();

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
  return column.notNull().references('access_request.id').onDelete('cascade');
}
