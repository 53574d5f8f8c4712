import type { TokenCredential } from '@azure/identity';
import { orNull } from './answer.js';
import type { Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import type { Granter } from './granter.js';
import { assignmentShape, bodyOf, heldOf, listPath, pathOf } from './granter-wire.js';
import { answered } from './management/ask.js';
import { ownAssignments } from './own-assignments.js';
import { restWriter } from './rest-writer.js';
import { errorOf, refusedBy, written } from './writes.js';

/** Calls at once: Resource Manager throttles these writes much earlier than reads. */
const slots = 4;
const rights = {
  read: 'Microsoft.Authorization/roleAssignments/read',
  write: 'Microsoft.Authorization/roleAssignments/write',
  delete: 'Microsoft.Authorization/roleAssignments/delete',
  definitions: 'Microsoft.Authorization/roleDefinitions/read',
} as const;

/**
 * Resource Manager as the grantor sees it.
 *
 * @param credential of the grantor; not the one that reads
 */
export function createGranter(
  { armEndpoint, armAudience }: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): Granter {
  const { reader, write } = restWriter(armEndpoint, armAudience, credential, transport, slots);
  return {
    read: async (place, signal) =>
      orNull(
        await answered(rights.read, async () =>
          heldOf(await reader.get(pathOf(place), assignmentShape, signal)),
        ),
      ),
    create: (place, content, signal) =>
      written(rights.write, async () => {
        const response = await write('PUT', pathOf(place), bodyOf(place, content), signal);
        if (response.status === 201) return { kind: 'created' };
        if (response.status === 200) return { kind: 'present' };
        if (errorOf(response).code === 'RoleAssignmentExists') return { kind: 'exists' };
        return refusedBy(response);
      }),
    remove: (place, signal) =>
      written(rights.delete, async () => {
        const response = await write('DELETE', pathOf(place), null, signal);
        if (response.status === 200) return { kind: 'removed' };
        if (response.status === 204 || errorOf(response).code === 'RoleAssignmentNotFound') {
          return { kind: 'was-gone' };
        }
        return refusedBy(response);
      }),
    list: (scope, signal) =>
      answered(rights.read, async () => {
        const found = await reader.list(listPath(scope, 'atScope()'), assignmentShape, signal);
        return found.map(heldOf).filter((it) => it.scope.toLowerCase() === scope.toLowerCase());
      }),
    own: (scope, signal) => answered(rights.definitions, () => ownAssignments(reader, scope, signal)),
  };
}
