import { z } from 'zod';
import { identityKinds } from '../../access/policy/ask.js';
import { canonical, type MadeSecret, type Party, type Spec, specHashOf } from '../../access/request.js';
import { adminSlots, tokenSlots } from '../../azure/rotator.js';
import { platforms } from '../../chat/person.js';
import { languages } from '../../knowledge/language.js';
import { registryModes } from '../../knowledge/vocabulary.js';
import { StoreError } from '../store-error.js';
import { mostWords } from './limits.js';

/** Ids, never words: what somebody typed would not pass. */
const id = z.string().regex(/^[\w.:-]{1,120}$/);
const address = z.string().regex(/^[\x21-\x7e]{1,500}$/);

const party = z.strictObject({
  objectId: id,
  tenant: id,
  platform: z.enum(platforms),
  // The key of a person has line feeds in it.
  person: z.string().regex(/^[\n\x21-\x7e]{1,500}$/),
  language: z.enum(languages),
});

const reason = z
  .string()
  .refine((text) => [...text].length <= mostWords, { abort: true, message: 'too-large' });

const role = z.strictObject({
  kind: z.literal('role'),
  requester: party,
  identity: z.strictObject({ kind: z.enum(identityKinds), objectId: id, owners: z.array(id).max(500) }),
  registry: z.strictObject({ loginServer: address, resourceId: address, mode: z.enum(registryModes) }),
  role: z.string().regex(/^[\w /()-]{1,120}$/),
  repository: address.nullable(),
  prefix: z.boolean(),
  durationMs: z.int().min(1),
  reason,
});

const secret = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('admin-password'), renew: z.enum(adminSlots) }),
  z.strictObject({ kind: z.literal('repository-token-password'), token: id, renew: z.enum(tokenSlots) }),
  z.strictObject({ kind: z.literal('client-secret'), objectId: id, appId: id, retire: id.nullable() }),
]);

const rotation = z.strictObject({
  kind: z.literal('rotation'),
  requester: party,
  registry: z.strictObject({ loginServer: address, resourceId: address }),
  secret,
  validMs: z.int().min(1).nullable(),
  delivery: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('vault'), url: address }),
    z.strictObject({ kind: z.literal('one-time-page') }),
  ]),
  reason,
});

const spec = z.discriminatedUnion('kind', [role, rotation]);

const made = z.strictObject({
  name: id,
  endsAt: z.int().nullable(),
  proof: id.nullable(),
  replaces: id.nullable(),
  kept: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('vault'), id: address }),
    z.strictObject({ kind: z.literal('one-time-page'), attempt: z.int().min(1), until: z.int() }),
  ]),
});

/**
 * The JSON of a spec and its hash, as they are stored.
 *
 * @throws StoreError `too-large` for its reason, `not-storable` for anything else
 */
export function written(given: Spec): { readonly json: string; readonly hash: string } {
  const parsed = spec.safeParse(given);
  if (parsed.success) return { json: canonical(parsed.data), hash: specHashOf(parsed.data) };
  if (parsed.error.issues.some(({ message }) => message === 'too-large')) {
    throw new StoreError('too-large', `The reason of a request has more than ${mostWords} characters.`);
  }
  throw new StoreError('not-storable', 'A request has not the form that it must have.');
}

/** @throws StoreError `damaged` where it is not what was submitted */
export function specFrom(json: string, hash: string): Spec {
  const parsed = spec.safeParse(parse(json));
  if (parsed.success && specHashOf(parsed.data) === hash) return parsed.data;
  throw new StoreError('damaged', 'A request is not what was submitted.');
}

/** @throws StoreError `not-storable` */
export function writtenMade(given: MadeSecret): string {
  const parsed = made.safeParse(given);
  if (parsed.success) return canonical(parsed.data);
  throw new StoreError('not-storable', 'A new secret has not the form that it must have.');
}

/** @throws StoreError `damaged` */
export function madeFrom(json: string): MadeSecret {
  const parsed = made.safeParse(parse(json));
  if (parsed.success) return parsed.data;
  throw new StoreError('damaged', 'A new secret is not what was stored.');
}

/** @throws StoreError `not-storable` */
export function writtenParty(given: Party): string {
  const parsed = party.safeParse(given);
  if (parsed.success) return canonical(parsed.data);
  throw new StoreError('not-storable', 'Somebody has not the form that they must have.');
}

/** @throws StoreError `damaged` */
export function partyFrom(json: string): Party {
  const parsed = party.safeParse(parse(json));
  if (parsed.success) return parsed.data;
  throw new StoreError('damaged', 'Somebody who decided is not what was stored.');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    // The parser's message would quote what is stored.
    return null;
  }
}
