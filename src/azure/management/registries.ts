import type { Registry } from '@azure/arm-containerregistry';
import { parseLoginServer } from '../../diagnosis/facts/login-server.js';
import type { LoginServer } from '../../diagnosis/reading.js';
import type { RegistryRecord } from '../ports.js';
import { parseRegistryId } from './ids.js';

type EndpointStatus = RegistryRecord['privateEndpoints'][number]['status'];

const statuses: Readonly<Record<string, EndpointStatus>> = {
  Approved: 'approved',
  Pending: 'pending',
  Rejected: 'rejected',
  Disconnected: 'disconnected',
};

/**
 * A registry as the checks know it; null where its id or login server is not one. Defaults are those of the service
 * for a property that is missing or null (arm-api.md §1): in tiers below Premium there is no `networkRuleSet`.
 */
export function registryRecord(registry: Registry): RegistryRecord | null {
  const place = parseRegistryId(registry.id ?? '');
  const loginServer = parseLoginServer(registry.loginServer ?? '');
  if (place === null || loginServer === null) return null;
  const { policies, networkRuleSet } = registry;
  return {
    id: registry.id ?? '',
    name: place.name,
    loginServer,
    subscription: place.subscription,
    resourceGroup: place.resourceGroup,
    location: registry.location,
    sku: registry.sku.name,
    provisioningState: registry.provisioningState ?? 'Unknown',
    // Absent below the api-versions of 2025, which this client does not ask for: absent is legacy (roles.md §1).
    mode: registry.roleAssignmentMode === 'AbacRepositoryPermissions' ? 'abac' : 'legacy',
    adminUserEnabled: registry.adminUserEnabled ?? false,
    anonymousPullEnabled: registry.anonymousPullEnabled ?? false,
    publicNetworkAccess: registry.publicNetworkAccess === 'Disabled' ? 'disabled' : 'enabled',
    defaultAction: networkRuleSet?.defaultAction === 'Deny' ? 'deny' : 'allow',
    ipRules: (networkRuleSet?.ipRules ?? [])
      .filter(({ action }) => (action ?? 'Allow') === 'Allow')
      .map(({ iPAddressOrRange }) => iPAddressOrRange),
    trustedServicesAllowed: registry.networkRuleBypassOptions !== 'None',
    armAudience: policies?.azureADAuthenticationAsArmPolicy?.status === 'disabled' ? 'disabled' : 'enabled',
    quarantine: policies?.quarantinePolicy?.status === 'enabled',
    dataEndpoints: registry.dataEndpointHostNames ?? [],
    privateEndpoints: (registry.privateEndpointConnections ?? []).map((connection) => ({
      name: connection.name ?? '',
      // A status that is not known yet lets nothing through.
      status: statuses[connection.privateLinkServiceConnectionState?.status ?? ''] ?? 'pending',
    })),
  };
}

/**
 * Whether a login server is that of a registry. A regional one (`contoso.westeurope.geo.azurecr.io`) belongs to the
 * registry without the region (registry-protocol.md §7).
 */
export function isLoginServerOf({ loginServer }: RegistryRecord, wanted: LoginServer): boolean {
  return loginServer === wanted.replace(/\.[a-z0-9]+\.geo\./, '.');
}
