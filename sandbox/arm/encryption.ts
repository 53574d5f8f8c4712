import { guidOf } from '../world/ids.js';
import type { Registry } from '../world/world.js';

/** How a registry's content is encrypted: with keys of Microsoft, or with the customer's (arm-api.md §1). */
export function encryption({ identityOfKey, name }: Registry) {
  if (identityOfKey === 'none') return { status: 'disabled' };
  const keyIdentifier = `https://${name}-keys.vault.azure.net/keys/registry`;
  return {
    status: 'enabled',
    keyVaultProperties: {
      keyIdentifier,
      versionedKeyIdentifier: `${keyIdentifier}/0123456789abcdef0123456789abcdef`,
      // The client id, which stays when the identity goes; `system` would name the registry's own.
      identity: clientIdOf(name),
      keyRotationEnabled: true,
      lastKeyRotationTimestamp: '2025-06-15T21:38:26.1537861Z',
    },
  };
}

/**
 * The identity that opens the key, as `az acr check-health` looks for it: by its client id among the registry's
 * identities. Not verified: what the service shows once the identity is deleted; here the registry has none then.
 */
export function keyIdentity({ identityOfKey, name, subscription, resourceGroup }: Registry) {
  if (identityOfKey !== 'present') return {};
  const id = `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-key`;
  const identity = { principalId: guidOf('principal', `${name} key`), clientId: clientIdOf(name) };
  return { identity: { type: 'UserAssigned', userAssignedIdentities: { [id]: identity } } };
}

function clientIdOf(name: string): string {
  return guidOf('client', `${name} key`);
}
