import { z } from 'zod';
import { Secret } from '../access/secret.js';
import { parseRegistryId } from './management/ids.js';
import { type Application, type TokenPassword, tokenSlots } from './rotator.js';
import { unintelligible } from './writes.js';

/** What goes over the wire where secrets are made new: registries of Resource Manager (2025-11-01), applications of Graph. */

const version = 'api-version=2025-11-01';

/** "Resource groups – Create Or Update": what their names are made of; no period at the end. */
const resourceGroup = /^[-\p{L}\p{N}._()]{0,89}[-\p{L}\p{N}_()]$/u;
/** "Tokens – Get", `tokenName`. */
const tokenName = /^[A-Za-z0-9-]{5,50}$/;

/** The id of a registry; null for anything else, and for what is inside one. */
export function registryOf(id: string): string | null {
  const place = parseRegistryId(id);
  if (place === null || place.scopeMap !== null || !resourceGroup.test(place.resourceGroup)) return null;
  const { subscription, resourceGroup: group, name } = place;
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerRegistry/registries/${name}`;
}

export function actionOn(registry: string, action: 'regenerateCredential' | 'generateCredentials'): string {
  return `${registry}/${action}?${version}`;
}

/** The id of a repository token; null where none can be called so. */
export function tokenOf(registryId: string, token: string): string | null {
  const registry = registryOf(registryId);
  return registry === null || !tokenName.test(token) ? null : `${registry}/tokens/${token}`;
}

export function tokenPath(id: string): string {
  return `${id}?${version}`;
}

/** By its object id: itself, or what is done to it. */
export function applicationPath(id: string, what: 'addPassword' | 'removePassword' | null = null): string {
  return what === null ? `/v1.0/applications/${id}?${selected}` : `/v1.0/applications/${id}/${what}`;
}

export function applicationByAppId(appId: string): string {
  return `/v1.0/applications(appId='${appId}')?${selected}`;
}

const selected = '$select=id,appId,passwordCredentials';

/** ISO 8601 in UTC; null for what is no time. */
export function isoOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** Milliseconds since 1970; null for what says none. */
function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? null : time;
}

const text = z.string().nullish();
const passwords = z.array(z.object({ name: text, value: text, creationTime: text, expiry: text }));
export type WirePasswords = z.infer<typeof passwords>;

/** Answer to `regenerateCredential` and `generateCredentials`: passwords with their values, of one slot or of both. */
export const credentialsShape = z.object({ username: z.string().min(1), passwords });

/**
 * The one password that was asked for; the others are let go of here (security T17).
 *
 * @throws Refusal where it is not there, or twice, or without its value
 */
export function passwordIn(
  all: WirePasswords,
  slot: string,
): { readonly secret: Secret; readonly createdAt: number | null } {
  const [found, ...more] = all.filter(({ name }) => name === slot);
  if (!found?.value || more.length > 0) throw unintelligible();
  return { secret: new Secret(found.value), createdAt: timeOf(found.creationTime) };
}

export const tokenShape = z.object({
  properties: z.object({ credentials: z.object({ passwords: passwords.nullish() }).nullish() }),
});

/** Passwords of a token, never with a value; a slot without one is not there. */
export function tokenPasswordsOf({ properties }: z.infer<typeof tokenShape>): readonly TokenPassword[] {
  const known = properties.credentials?.passwords ?? [];
  return known.flatMap(({ name, creationTime, expiry }) => {
    const slot = tokenSlots.find((it) => it === name);
    return slot === undefined ? [] : [{ slot, createdAt: timeOf(creationTime), expiresAt: timeOf(expiry) }];
  });
}

const guid = z.guid().toLowerCase();
export const applicationShape = z.object({
  id: guid,
  appId: guid,
  passwordCredentials: z.array(z.object({ keyId: guid, displayName: text, endDateTime: text })).nullish(),
});

export function applicationOf(application: z.infer<typeof applicationShape>): Application {
  const { id, appId, passwordCredentials } = application;
  const secrets = (passwordCredentials ?? []).map(({ keyId, displayName, endDateTime }) => ({
    keyId,
    displayName: displayName ?? null,
    endsAt: timeOf(endDateTime),
  }));
  return { id, appId, secrets };
}

/** Answer to `addPassword`, the only one that ever has the value. */
export const addedShape = z.object({ keyId: guid, secretText: z.string().min(1) });
