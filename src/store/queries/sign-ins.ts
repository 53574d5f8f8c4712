import type { Selectable } from 'kysely';
import { z } from 'zod';
import { languageOf } from '../../knowledge/language.js';
import type { Errand, Link, PersonKey, SignIn, SignInStep } from '../store.js';
import type { Db, Tables } from '../tables.js';

const forPerson = { person: z.string(), name: z.string() };
const errand: z.ZodType<Errand> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('link'), ...forPerson }),
  z.object({
    kind: z.literal('approve'),
    ...forPerson,
    request: z.string(),
    specHash: z.string(),
    objectId: z.string(),
    tenant: z.string(),
  }),
  z.object({ kind: z.literal('reveal'), tokenHash: z.string() }),
]);
const step: z.ZodType<SignInStep> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun') }),
  z.object({ kind: z.literal('sent'), verifier: z.string(), nonce: z.string() }),
  z.object({
    kind: z.literal('signed-in'),
    objectId: z.string(),
    tenant: z.string(),
    at: z.number().nullable(),
  }),
]);

export async function beginSignIn(db: Db, stateHash: string, signIn: SignIn): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      state_hash: stateHash,
      person: signIn.errand.kind === 'reveal' ? null : signIn.errand.person,
      language: signIn.language,
      errand: JSON.stringify(signIn.errand),
      step: JSON.stringify(signIn.step),
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

/** @throws ZodError where another version of the program wrote it */
function signInOf(row: Selectable<Tables['sign_in']>): SignIn {
  return {
    errand: errand.parse(JSON.parse(row.errand)),
    language: languageOf(row.language),
    step: step.parse(JSON.parse(row.step)),
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
