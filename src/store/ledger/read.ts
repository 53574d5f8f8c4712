import type { AccessRequest } from '../../access/request.js';
import type { Db } from '../tables.js';
import { requestsFrom } from './rows.js';

export async function request(db: Db, id: string): Promise<AccessRequest | null> {
  const rows = await db.selectFrom('access_request').selectAll().where('id', '=', id).execute();
  return (await requestsFrom(db, rows))[0] ?? null;
}

export async function requestsOf(db: Db, objectId: string, limit: number): Promise<readonly AccessRequest[]> {
  const rows = await db
    .selectFrom('access_request')
    .selectAll()
    .where('requester', '=', objectId.toLowerCase())
    .orderBy('submitted_at', 'desc')
    // Of the same moment, the same order each time.
    .orderBy('audit_from', 'desc')
    .limit(limit)
    .execute();
  return requestsFrom(db, rows);
}

/** Nothing where there is no such request. */
export async function saveCard(
  db: Db,
  request: string,
  person: string,
  ref: string,
  now: number,
): Promise<void> {
  await db
    .insertInto('access_card')
    .columns(['request', 'person', 'ref', 'at'])
    .expression((it) =>
      it
        .selectFrom('access_request')
        .select(({ val, cast }) => [
          'id',
          cast<string>(val(person), 'text').as('person'),
          cast<string>(val(ref), 'text').as('ref'),
          cast<number>(val(now), 'bigint').as('at'),
        ])
        .where('id', '=', request),
    )
    .onConflict((it) => it.columns(['request', 'person']).doUpdateSet({ ref, at: now }))
    .execute();
}

export async function cards(
  db: Db,
  request: string,
): Promise<readonly { readonly person: string; readonly ref: string }[]> {
  const rows = await db
    .selectFrom('access_card')
    .select(['person', 'ref'])
    .where('request', '=', request)
    .execute();
  return rows.sort((a, b) => (a.person < b.person ? -1 : 1));
}

export async function ownedAssignments(
  db: Db,
): Promise<readonly { readonly assignment: string; readonly scope: string; readonly request: string }[]> {
  const rows = await db
    .selectFrom('access_request')
    .select(['assignment', 'scope', 'id'])
    .where('owned', '=', 1)
    .execute();
  return rows
    .flatMap(({ assignment, scope, id }) => (assignment === null ? [] : [{ assignment, scope, request: id }]))
    .sort((a, b) => (a.assignment < b.assignment ? -1 : 1));
}
