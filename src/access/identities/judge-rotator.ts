import type { Flaw } from './flaw.js';
import type { Held } from './held.js';
import { beyond, beyondInGraph } from './rights.js';

const registry = 'Microsoft.ContainerRegistry/registries';
const secrets = 'Microsoft.KeyVault/vaults/secrets';

/** No wildcards: what such an identity may do is told by what is written. */
const allowed = {
  actions: [
    `${registry}/read`,
    `${registry}/operationStatuses/read`,
    `${registry}/tokens/read`,
    `${registry}/regenerateCredential/action`,
    `${registry}/generateCredentials/action`,
    'Microsoft.Authorization/roleAssignments/read',
    'Microsoft.Authorization/roleDefinitions/read',
  ],
  dataActions: [`${secrets}/setSecret/action`, `${secrets}/readMetadata/action`, `${secrets}/update/action`],
};
/** `Application.ReadWrite.All` is the way to every application of the tenant; OwnedBy to those that it owns. */
const inGraph = ['Application.ReadWrite.OwnedBy', 'Application.Read.All'];

/** The identity that makes secrets new may do that, and nothing else. Pure. */
export function judgeRotator({ scopes, permissions }: Held): readonly Flaw[] {
  const roles = scopes.flatMap(({ roles }) => roles);
  return [...roles.flatMap((held) => beyond(held, allowed)), ...beyondInGraph(permissions, inGraph)];
}
