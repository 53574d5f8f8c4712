import { decodeJwt } from 'jose';
import { parseGuid } from '../diagnosis/facts/guid.js';
import type { OwnAssignment } from './granter.js';
import {
  assignmentShape,
  definitionOf,
  definitionPath,
  definitionShape,
  listPath,
  type WireAssignment,
} from './granter-wire.js';
import { Refusal } from './refusal.js';
import type { RestReader } from './rest-reader.js';
import { unintelligible } from './writes.js';

/**
 * What an identity itself may do in Resource Manager at a scope, above and below it, groups included.
 *
 * @throws RestError, Refusal
 */
export async function ownAssignments(
  reader: RestReader,
  scope: string,
  signal: AbortSignal,
): Promise<readonly OwnAssignment[]> {
  const filter = `assignedTo('${await ownObjectId(reader)}')`;
  const held = await reader.list(listPath(scope, filter), assignmentShape, signal);
  return withRoles(held, scope, reader, signal);
}

async function withRoles(
  held: readonly WireAssignment[],
  at: string,
  reader: RestReader,
  signal: AbortSignal,
): Promise<readonly OwnAssignment[]> {
  const roles = new Map<string, Promise<OwnAssignment['role']>>();
  const roleOf = (id: string): Promise<OwnAssignment['role']> => {
    const path = definitionPath(at, id);
    if (path === null) throw unintelligible();
    const role = roles.get(path) ?? reader.get(path, definitionShape, signal).then(definitionOf);
    roles.set(path, role);
    return role;
  };
  return Promise.all(
    held.map(async ({ properties: { scope, condition, roleDefinitionId } }) => ({
      scope,
      condition: condition ?? null,
      role: await roleOf(roleDefinitionId),
    })),
  );
}

/**
 * Object id of the identity, from its own access token: a managed identity is configured without one.
 *
 * @throws Refusal where the token does not say; a self-check that did not happen is no good result
 */
async function ownObjectId({ credential, scopes }: RestReader): Promise<string> {
  const token = await credential.getToken(scopes, { enableCae: true });
  const { oid } = claimsOf(token?.token ?? '');
  const id = typeof oid === 'string' ? parseGuid(oid) : null;
  if (id === null) throw new Refusal({ kind: 'signed-out', code: 'no-object-id' });
  return id;
}

function claimsOf(token: string): { readonly oid?: unknown } {
  try {
    return decodeJwt(token);
  } catch {
    return {};
  }
}
