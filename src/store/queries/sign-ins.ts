import type { Selectable } from 'kysely';
import { languageOf } from '../../knowledge/language.js';
import type { Link, PersonKey, SignIn } from '../store.js';
import type { Db, Tables } from '../tables.js';

export async function beginSignIn(db: Db, stateHash: string, signIn: SignIn): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      state_hash: stateHash,
      person: signIn.person,
      language: signIn.language,
      verifier: signIn.verifier,
      nonce: signIn.nonce,
      name: signIn.name,
      object_id: signIn.signedIn?.objectId ?? null,
      tenant: signIn.signedIn?.tenant ?? null,
      expires_at: signIn.expiresAt,
    })
    .execute();
}

/** Takes by deleting, in one statement: of several who ask at once, one gets the row. */
export async function takeSignIn(db: Db, stateHash: string, now: number): Promise<SignIn | null> {
  const row = await db
    .deleteFrom('sign_in')
    .where('state_hash', '=', stateHash)
    .where('expires_at', '>', now)
    .returningAll()
    .executeTakeFirst();
  return row === undefined ? null : signInOf(row);
}

export async function signIn(db: Db, stateHash: string, now: number): Promise<SignIn | null> {
  const row = await db
    .selectFrom('sign_in')
    .selectAll()
    .where('state_hash', '=', stateHash)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row === undefined ? null : signInOf(row);
}

function signInOf({ object_id: objectId, tenant, ...row }: Selectable<Tables['sign_in']>): SignIn {
  return {
    person: row.person,
    language: languageOf(row.language),
    verifier: row.verifier,
    nonce: row.nonce,
    name: row.name,
    signedIn: objectId === null || tenant === null ? null : { objectId, tenant },
    expiresAt: row.expires_at,
  };
}

export async function saveLink(db: Db, person: PersonKey, link: Link): Promise<void> {
  const row = {
    object_id: link.objectId,
    tenant: link.tenant,
    linked_at: link.linkedAt,
    expires_at: link.expiresAt,
  };
  await db
    .insertInto('link')
    .values({ person, ...row })
    .onConflict((it) => it.column('person').doUpdateSet(row))
    .execute();
}

export async function link(db: Db, person: PersonKey, now: number): Promise<Link | null> {
  const row = await db
    .selectFrom('link')
    .selectAll()
    .where('person', '=', person)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    objectId: row.object_id,
    tenant: row.tenant,
    linkedAt: row.linked_at,
    expiresAt: row.expires_at,
  };
}

export async function removeLink(db: Db, person: PersonKey): Promise<void> {
  await db.deleteFrom('link').where('person', '=', person).execute();
}
