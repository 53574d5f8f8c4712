import { z } from 'zod';
import { parsedJson } from '../entra/reply.js';
import {
  adminPasswords,
  adminSlots,
  renewAdminPassword,
  renewTokenPassword,
  tokenPasswords,
  tokenSlots,
} from '../registry/passwords.js';
import type { SandboxResponse } from '../service.js';
import { note } from '../world/ledger.js';
import type { Registry, World } from '../world/world.js';
import type { Call } from './call.js';
import { childNotFound, ok, onRegistry } from './on-registry.js';
import { refuse, scopeLocked } from './refusals.js';
import { lockOver } from './scopes.js';

/** Admin user and both passwords: the answer to reading and to regenerating (Registries – Regenerate Credential). */
function credentialsBody(registry: Registry, world: World) {
  const passwords = adminPasswords(registry, world).map(({ slot, value }) => ({ name: slot, value }));
  return { username: registry.name, passwords };
}

/** Why a registry gives no credentials out. Not verified: the status; the words are of MicrosoftDocs/azure-docs#57954. */
function refusal({ id, adminUser }: Registry): SandboxResponse | null {
  const message = `Cannot perform credential operations for ${id} as admin user is disabled. Kindly enable the admin user as per docs: https://docs.microsoft.com/en-us/azure/container-registry/container-registry-authentication#admin-account`;
  return adminUser ? null : refuse(400, 'UnAuthorizedForCredentialOperations', message);
}

/** A lock against writing forbids every POST, reading credentials too ("Lock your Azure resources"). */
function locked({ id }: Registry, world: World): SandboxResponse | null {
  const by = lockOver(id, 'write', world);
  return by === null ? null : scopeLocked(id, 'write', by);
}

function invalid(): SandboxResponse {
  return refuse(400, 'InvalidRequestContent', 'The request content was invalid.');
}

const list = onRegistry(
  'listcredentials',
  false,
  'listCredentials/action',
  (registry, { world }) =>
    locked(registry, world) ?? refusal(registry) ?? ok(credentialsBody(registry, world)),
);

const regenerateShape = z.object({ name: z.enum(adminSlots) });

const regenerate = onRegistry(
  'regeneratecredential',
  false,
  'regenerateCredential/action',
  (registry, { request, caller, world }) => {
    const refused = locked(registry, world) ?? refusal(registry);
    if (refused !== null) return refused;
    const asked = regenerateShape.safeParse(parsedJson(request.body));
    if (!asked.success) return invalid();
    renewAdminPassword(registry, asked.data.name, world);
    note(world, caller, 'Microsoft.ContainerRegistry/registries/regenerateCredential/action', registry.id);
    return ok(credentialsBody(registry, world));
  },
);

const generateShape = z.object({
  tokenId: z.string(),
  name: z.enum(tokenSlots).optional(),
  expiry: z.iso.datetime({ offset: true }).nullable().optional(),
});

/**
 * Registries – Generate Credentials: the slot of a name, or without one both (arm-api.md §1: so the command line's
 * documents; not spelled out). Documented is a 202 with a place to look as well; public programs read the values from
 * the first answer. Not verified: that only what is new is in the answer.
 */
function generate(registry: Registry, { request, caller, world }: Call): SandboxResponse {
  const refused = locked(registry, world);
  if (refused !== null) return refused;
  const asked = generateShape.safeParse(parsedJson(request.body));
  if (!asked.success) return invalid();
  const { tokenId, name, expiry } = asked.data;
  const prefix = `${registry.id}/tokens/`.toLowerCase();
  const wanted = tokenId.toLowerCase().startsWith(prefix) ? tokenId.slice(prefix.length) : '';
  const token = Object.keys(registry.tokens).find((it) => it.toLowerCase() === wanted.toLowerCase());
  if (token === undefined) return childNotFound(registry, 'tokens', wanted);
  const slots: readonly string[] = name === undefined ? tokenSlots : [name];
  const expires = expiry ? new Date(expiry) : null;
  for (const slot of slots) renewTokenPassword(registry, token, slot, expires, world);
  note(
    world,
    caller,
    'Microsoft.ContainerRegistry/registries/generateCredentials/action',
    `${prefix}${token}`,
  );
  const made = tokenPasswords(registry, token, world).filter(({ slot }) => slots.includes(slot));
  return ok({
    username: token,
    passwords: made.map(({ slot, value, created, expires }) => ({
      name: slot,
      value,
      creationTime: created.toISOString(),
      expiry: expires?.toISOString() ?? null,
    })),
  });
}

/** What a registry's own secrets are read and made anew by. */
export const credentialOperations = [
  list,
  regenerate,
  onRegistry('generatecredentials', false, 'generateCredentials/action', generate),
];
