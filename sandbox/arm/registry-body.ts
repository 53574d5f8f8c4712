import { dataHosts, regionalLoginServers } from '../registry/hosts.js';
import type { Registry } from '../world/world.js';
import { encryption, keyIdentity } from './encryption.js';

const modes = { legacy: 'LegacyRegistryPermissions', abac: 'AbacRepositoryPermissions' } as const;
const status = (on: boolean) => ({ status: on ? 'enabled' : 'disabled' });
const created = '2025-06-15T21:38:26.1537861Z';

/** First api-version that has `roleAssignmentMode` (roles.md §1); older ones leave it out. */
const modeSince = '2025-05-01';

/** First api-version that has regional login servers (Azure/acr docs, regional endpoints); described nowhere else. */
const regionalSince = '2026-01-01-preview';

/** A registry as the management API shows it; shape of the official example RegistryGet, nulls included. */
export function registryBody(registry: Registry, apiVersion: string) {
  const { sku, firewall } = registry;
  const premium = sku === 'Premium';
  const rules = firewall.allow.map((value) => ({ action: 'Allow', value }));
  return {
    id: registry.id,
    name: registry.name,
    type: 'Microsoft.ContainerRegistry/registries',
    location: registry.region,
    tags: {},
    sku: { name: sku, tier: sku },
    ...keyIdentity(registry),
    properties: {
      loginServer: registry.loginServer,
      creationDate: created,
      provisioningState: registry.provisioningState,
      adminUserEnabled: registry.adminUser,
      // Only Premium has network rules; the others show null (not verified in a document, seen in CLI output).
      networkRuleSet: premium ? { defaultAction: pascal(firewall.default), ipRules: rules } : null,
      policies: {
        quarantinePolicy: status(registry.quarantine),
        trustPolicy: { type: 'Notary', ...status(false) },
        retentionPolicy: { days: 7, lastUpdatedTime: created, ...status(false) },
        exportPolicy: status(true),
        azureADAuthenticationAsArmPolicy: { status: registry.armAudience },
      },
      encryption: encryption(registry),
      status: null,
      // Not verified: that those which a private endpoint brings are shown as if they had been switched on.
      dataEndpointEnabled: dataHosts(registry).length > 0,
      dataEndpointHostNames: dataHosts(registry),
      privateEndpointConnections: privateEndpoints(registry),
      publicNetworkAccess: registry.publicAccess ? 'Enabled' : 'Disabled',
      networkRuleBypassOptions: registry.trustedServices ? 'AzureServices' : 'None',
      networkRuleBypassAllowedForTasks: false,
      zoneRedundancy: 'Disabled',
      anonymousPullEnabled: registry.anonymousPull,
      ...(apiVersion >= modeSince && { roleAssignmentMode: modes[registry.mode] }),
      ...(apiVersion >= regionalSince && {
        regionalEndpoints: registry.regionalEndpoints ? 'Enabled' : 'Disabled',
        regionalEndpointHostNames: regionalLoginServers(registry),
      }),
    },
  };
}

/** Private endpoint connections; the private endpoint itself lies in the customer's network. */
export function privateEndpoints(registry: Registry) {
  return Object.entries(registry.privateEndpoints).map(([name, { status }]) => ({
    id: `${registry.id}/privateEndpointConnections/${name}`,
    name,
    type: 'Microsoft.ContainerRegistry/registries/privateEndpointConnections',
    properties: {
      provisioningState: 'Succeeded',
      privateEndpoint: {
        id: `/subscriptions/${registry.subscription.id}/resourceGroups/${registry.resourceGroup}/providers/Microsoft.Network/privateEndpoints/${name}`,
      },
      privateLinkServiceConnectionState: { status: pascal(status), description: '', actionsRequired: 'None' },
    },
  }));
}

function pascal(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
