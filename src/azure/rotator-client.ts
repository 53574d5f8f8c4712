import type { TokenCredential } from '@azure/identity';
import type { Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { answered } from './management/ask.js';
import { ownAssignments } from './own-assignments.js';
import { restWriter } from './rest-writer.js';
import type { Rotator } from './rotator.js';
import { applicationSecrets } from './rotator-applications.js';
import { registrySecrets } from './rotator-registry.js';

/** Calls at once, of each API: secrets are made new one by one. */
const slots = 4;

/**
 * Resource Manager and Microsoft Graph as the rotator sees them.
 *
 * @param credential of the rotator; neither the one that reads nor the one that gives roles
 */
export function createRotator(
  { armEndpoint, armAudience, graphEndpoint }: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): Rotator {
  const arm = restWriter(armEndpoint, armAudience, credential, transport, slots);
  const graph = restWriter(graphEndpoint, graphEndpoint, credential, transport, slots);
  return {
    ...registrySecrets(arm),
    ...applicationSecrets(graph),
    own: (scope, signal) =>
      answered('Microsoft.Authorization/roleDefinitions/read', () =>
        ownAssignments(arm.reader, scope, signal),
      ),
  };
}
