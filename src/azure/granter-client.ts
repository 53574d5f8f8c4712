import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type PipelineResponse,
  RestError,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { decodeJwt } from 'jose';
import { parseGuid } from '../diagnosis/facts/guid.js';
import { ok } from './answer.js';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { problemOf } from './errors.js';
import type { AssignmentPlace, Granter, OwnAssignment } from './granter.js';
import { refusalOf } from './granter-refusals.js';
import {
  assignmentShape,
  bodyOf,
  definitionOf,
  definitionPath,
  definitionShape,
  errorOf,
  heldOf,
  listPath,
  pathOf,
  type WireAssignment,
} from './granter-wire.js';
import { answered } from './management/ask.js';
import { Refusal } from './refusal.js';
import { type RestReader, restReader } from './rest-reader.js';
import { Slots } from './slots.js';

/** Calls at once: Resource Manager throttles these writes much earlier than reads. */
const slots = 4;
const rights = {
  read: 'Microsoft.Authorization/roleAssignments/read',
  write: 'Microsoft.Authorization/roleAssignments/write',
  delete: 'Microsoft.Authorization/roleAssignments/delete',
  definitions: 'Microsoft.Authorization/roleDefinitions/read',
} as const;

/**
 * Resource Manager as the grantor sees it. Writes do not go through the client of the SDK, whose results do not tell what
 * is new (201) from what was there (200), and whose retries are the same for reads and writes.
 *
 * @param credential of the grantor; not the one that reads
 */
export function createGranter(
  { armEndpoint: endpoint, armAudience }: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): Granter {
  const scopes = [`${armAudience}/.default`];
  const options = {
    httpClient: boundedClient(transport, { origin: endpoint, slots: new Slots(slots) }),
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'acr-help' },
  };
  const reader = restReader(endpoint, credential, scopes, {
    ...options,
    retryOptions: retryOptions(transport),
  });
  const writer = createPipelineFromOptions({ ...options, retryOptions: { maxRetries: 0 } });
  writer.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes }));

  const send = async (
    method: 'PUT' | 'DELETE',
    place: AssignmentPlace,
    body: string | null,
    abortSignal: AbortSignal,
  ): Promise<PipelineResponse> => {
    const headers = createHttpHeaders({
      accept: 'application/json',
      ...(body !== null && { 'content-type': 'application/json' }),
    });
    const url = `${endpoint}${pathOf(place)}`;
    const request = createPipelineRequest({
      url,
      method,
      headers,
      abortSignal,
      ...(body !== null && { body }),
    });
    return writer.sendRequest(options.httpClient, request);
  };

  return {
    read: async (place, signal) => {
      const found = await answered(rights.read, () => reader.get(pathOf(place), assignmentShape, signal));
      if (found.ok) return ok(heldOf(found.value));
      return found.problem.kind === 'not-found' ? ok(null) : found;
    },
    create: async (place, content, signal) => {
      try {
        const response = await send('PUT', place, bodyOf(place, content), signal);
        if (response.status === 201) return { kind: 'created' };
        if (response.status === 200) return { kind: 'present' };
        if (errorOf(response).code === 'RoleAssignmentExists') return { kind: 'exists' };
        return refusedBy(response);
      } catch (error) {
        return { kind: 'unanswered', problem: problemOf(error, rights.write) };
      }
    },
    remove: async (place, signal) => {
      try {
        const response = await send('DELETE', place, null, signal);
        if (response.status === 200) return { kind: 'removed' };
        if (response.status === 204 || errorOf(response).code === 'RoleAssignmentNotFound') {
          return { kind: 'was-gone' };
        }
        return refusedBy(response);
      } catch (error) {
        return { kind: 'unanswered', problem: problemOf(error, rights.delete) };
      }
    },
    list: (scope, signal) =>
      answered(rights.read, async () => {
        const found = await reader.list(listPath(scope, 'atScope()'), assignmentShape, signal);
        return found.map(heldOf).filter((it) => it.scope.toLowerCase() === scope.toLowerCase());
      }),
    own: (scope, signal) =>
      answered(rights.definitions, async () => {
        const filter = `assignedTo('${await ownObjectId(reader)}')`;
        const held = await reader.list(listPath(scope, filter), assignmentShape, signal);
        return withRoles(held, scope, reader, signal);
      }),
  };
}

/** @throws RestError, of which `problemOf` knows the meaning, where Azure does not say no */
function refusedBy(response: PipelineResponse) {
  const no = refusalOf(errorOf(response));
  if (no !== null) return no;
  const { status: statusCode, request } = response;
  throw new RestError('', { statusCode, request, response });
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
    if (path === null) throw new Refusal({ kind: 'unavailable', reason: 'protocol', status: null });
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
