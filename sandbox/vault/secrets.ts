import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Caller } from '../entra/caller.js';
import { json, parsedJson } from '../entra/reply.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { note, type SecretVersion, type VaultSecret } from '../world/ledger.js';
import type { Vault, World } from '../world/world.js';
import { bundle, deletedItem, item } from './bundles.js';
import { malformed, notFound, refuse, vaultHeaders } from './refusals.js';

/** A call on one secret by somebody who may do it. */
export interface SecretCall {
  readonly vault: Vault;
  readonly name: string;
  readonly version: string | null;
  readonly request: SandboxRequest;
  readonly caller: Caller;
  readonly world: World;
}

const seconds = z.number().int().min(0).nullish();
// 25 KB and 15 tags ("About keys, secrets and certificates", limits).
const aboutShape = z.object({
  contentType: z.string().max(255).nullish(),
  tags: z
    .record(z.string().max(256), z.string().max(256))
    .refine((tags) => Object.keys(tags).length <= 15)
    .nullish(),
  attributes: z.object({ enabled: z.boolean().nullish(), nbf: seconds, exp: seconds }).nullish(),
});
const shape = aboutShape.extend({ value: z.string().max(25_600) });

/** Set Secret: a new version, whether or not the value is another. */
export function set({ vault, name, request, caller, world }: SecretCall): SandboxResponse {
  const asked = shape.safeParse(parsedJson(request.body));
  if (!asked.success) return malformed(vault, 'The request body is invalid.');
  const before = kept(vault, name, world);
  if (before?.deleted) {
    const message = `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`;
    return refuse(vault, 409, 'Conflict', message, 'ObjectIsDeletedButRecoverable');
  }
  const { value, contentType, tags, attributes } = asked.data;
  const now = world.now();
  const version: SecretVersion = {
    version: randomBytes(16).toString('hex'),
    value,
    contentType: contentType ?? null,
    tags: tags ?? {},
    enabled: attributes?.enabled ?? true,
    notBefore: dateOf(attributes?.nbf),
    expires: dateOf(attributes?.exp),
    created: now,
    updated: now,
  };
  const secret = { name, deleted: null, versions: [...(before?.versions ?? []), version] };
  world.ledger.vaultSecrets.set(keyOf(vault, name), secret);
  note(world, caller, 'SecretSet', `${vault.id}/secrets/${name}`);
  return json(200, bundle(vault, secret, version), vaultHeaders(vault));
}

/** Update Secret: what is said about a version, without its value. What is not named stays, tags are replaced as a whole. */
export function update({ vault, name, version, request, caller, world }: SecretCall): SandboxResponse {
  const asked = aboutShape.safeParse(parsedJson(request.body));
  if (!asked.success) return malformed(vault, 'The request body is invalid.');
  const secret = kept(vault, name, world);
  const found = secret?.versions.find((it) => it.version === version);
  if (secret === null || secret.deleted !== null || found === undefined) return notFound(vault, name);
  const { contentType, tags, attributes } = asked.data;
  const changed: SecretVersion = {
    ...found,
    contentType: contentType ?? found.contentType,
    tags: tags ?? found.tags,
    enabled: attributes?.enabled ?? found.enabled,
    notBefore: dateOf(attributes?.nbf) ?? found.notBefore,
    expires: dateOf(attributes?.exp) ?? found.expires,
    updated: world.now(),
  };
  const after = secret.versions.map((it) => (it === found ? changed : it));
  world.ledger.vaultSecrets.set(keyOf(vault, name), { ...secret, versions: after });
  note(world, caller, 'SecretUpdate', `${vault.id}/secrets/${name}`);
  return json(200, item(vault, secret, changed), vaultHeaders(vault));
}

/** Get Secret: the newest version or a named one. `exp` and `nbf` are informational: the value is given after all. */
export function get({ vault, name, version, world }: SecretCall): SandboxResponse {
  const secret = kept(vault, name, world);
  const found =
    version === null ? secret?.versions.at(-1) : secret?.versions.find((it) => it.version === version);
  if (secret === null || secret.deleted !== null || found === undefined) return notFound(vault, name);
  if (!found.enabled) {
    return refuse(
      vault,
      403,
      'Forbidden',
      'Operation get is not allowed on a disabled secret.',
      'SecretDisabled',
    );
  }
  return json(200, bundle(vault, secret, found), vaultHeaders(vault));
}

/** Get Secret Versions: without values. One page holds all; not verified: the order. */
export function versions({ vault, name, world }: SecretCall): SandboxResponse {
  const secret = kept(vault, name, world);
  const shown = secret?.deleted === null ? secret.versions : [];
  const value = shown.map((version) => item(vault, { name }, version));
  return json(200, { value, nextLink: null }, vaultHeaders(vault));
}

/** Delete Secret: it is kept for 90 days, and its name with it. */
export function drop({ vault, name, caller, world }: SecretCall): SandboxResponse {
  const secret = kept(vault, name, world);
  const last = secret?.versions.at(-1);
  if (secret === null || secret.deleted !== null || last === undefined) return notFound(vault, name);
  const deleted = world.now();
  world.ledger.vaultSecrets.set(keyOf(vault, name), { ...secret, deleted });
  note(world, caller, 'SecretDelete', `${vault.id}/secrets/${name}`);
  return json(200, deletedItem(vault, secret, last, deleted), vaultHeaders(vault));
}

/** Get Deleted Secret. */
export function getDeleted({ vault, name, world }: SecretCall): SandboxResponse {
  const secret = kept(vault, name, world);
  const last = secret?.versions.at(-1);
  if (!secret?.deleted || last === undefined) return notFound(vault, name);
  return json(200, deletedItem(vault, secret, last, secret.deleted), vaultHeaders(vault));
}

function kept(vault: Vault, name: string, { ledger }: World): VaultSecret | null {
  return ledger.vaultSecrets.get(keyOf(vault, name)) ?? null;
}

function keyOf(vault: Vault, name: string): string {
  return `${vault.name}/${name.toLowerCase()}`;
}

function dateOf(time: number | null | undefined): Date | null {
  return typeof time === 'number' ? new Date(time * 1000) : null;
}
