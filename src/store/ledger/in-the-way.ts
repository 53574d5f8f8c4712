import { type RawBuilder, sql } from 'kysely';

const hour = 60 * 60 * 1000;

/** A secret is not made new while an earlier one is still being made worthless; that is done in a moment. */
export function discardBefore(now: number): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from access_job as owed
    join access_request as earlier on earlier.id = owed.request
    where earlier.dedupe_key = access_request.dedupe_key and earlier.id <> access_request.id
      and owed.kind = 'discard' and owed.done_at is null
      -- One that is tried again each day only holds up nobody.
      and owed.not_before <= ${now + hour}
      and not ${newerThan('earlier')}
  )`;
}

/**
 * A password of the admin user is not made worthless any more once there is a later one: Azure tells no creation time, and
 * so nobody knows which of the two a late job would meet.
 *
 * @param of name of the request in the statement
 */
export function newerThan(of: 'access_request' | 'earlier'): RawBuilder<boolean> {
  const its = (column: string) => sql.ref(`${of}.${column}`);
  return sql<boolean>`exists (
    select 1 from access_request as later
    where ${its('spec')} like '%"kind":"admin-password"%'
      and later.dedupe_key = ${its('dedupe_key')} and later.id <> ${its('id')}
      and later.submitted_at >= ${its('submitted_at')}
      and (later.made_at is not null or later.state = 'rotating')
  )`;
}
