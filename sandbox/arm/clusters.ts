import type { Cluster } from '../world/world.js';
import type { Operation } from './call.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { authorizationFailed } from './refusals.js';
import { covers, may } from './rights.js';

const action = 'Microsoft.ContainerService/managedClusters/read';

/** `msi` stands for managed identities in the service principal profile (AKS use-managed-identity.md). */
function clusterBody({ id, name, subscription, kubelet, servicePrincipal }: Cluster) {
  const resourceId = `/subscriptions/${subscription.id}/resourceGroups/MC_${name}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}-agentpool`;
  return {
    id,
    name,
    type: 'Microsoft.ContainerService/ManagedClusters',
    location: 'westeurope',
    ...(servicePrincipal === null && {
      identity: { type: 'SystemAssigned', tenantId: subscription.tenant.id, principalId: null },
    }),
    properties: {
      provisioningState: 'Succeeded',
      powerState: { code: 'Running' },
      kubernetesVersion: '1.33',
      nodeResourceGroup: `MC_${name}`,
      servicePrincipalProfile: { clientId: servicePrincipal?.clientId ?? 'msi' },
      identityProfile:
        kubelet === null
          ? null
          : { kubeletidentity: { resourceId, clientId: kubelet.clientId, objectId: kubelet.objectId } },
    },
  };
}

/** AKS clusters of a subscription or a group that the caller may read (Managed Clusters, List). */
export const clusterOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.containerservice/managedclusters',
    single: false,
    run: (call) => {
      const { caller, scope, world } = call;
      const below = [...world.clusters.values()].filter(({ id }) => covers(scope, id));
      const visible = below.filter(({ id }) => may(caller, action, id, world));
      if (visible.length === 0 && !may(caller, action, scope, world)) {
        return authorizationFailed(caller, action, scope);
      }
      return ok(page(call, visible.map(clusterBody)));
    },
  },
];
