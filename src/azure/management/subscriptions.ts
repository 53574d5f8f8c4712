import { z } from 'zod';
import { parseGuid } from '../../diagnosis/facts/guid.js';
import { type Answer, failed, ok } from '../answer.js';
import type { ArmClients } from '../clients.js';
import type { ClusterRecord } from '../ports.js';
import type { Ask } from '../run-cache.js';
import { answered } from './ask.js';

/** A subscription that the identity may read. */
export interface SubscriptionRecord {
  readonly id: string;
  readonly tenant: string | null;
}

const subscriptionShape = z.object({ subscriptionId: z.string(), tenantId: z.string().nullish() });

/** All readable subscriptions (Subscriptions, List, api-version 2022-12-01). */
export function subscriptionsOf({ rest }: ArmClients): Ask<null, readonly SubscriptionRecord[]> {
  return (_, signal) =>
    answered('Microsoft.Resources/subscriptions/read', async () => {
      const found = await rest.list('/subscriptions?api-version=2022-12-01', subscriptionShape, signal);
      return found.map(({ subscriptionId, tenantId }) => ({ id: subscriptionId, tenant: tenantId ?? null }));
    });
}

const providerShape = z.object({ registrationState: z.string() });

/** Whether Microsoft.ContainerRegistry is registered (Providers, Get, api-version 2021-04-01). */
export function providerRegisteredIn({ rest }: ArmClients): Ask<string, boolean> {
  return async (subscription, signal) => {
    const id = parseGuid(subscription);
    if (id === null) return failed({ kind: 'not-found' });
    const path = `/subscriptions/${id}/providers/Microsoft.ContainerRegistry?api-version=2021-04-01`;
    return answered('Microsoft.Resources/subscriptions/providers/read', async () => {
      const { registrationState } = await rest.get(path, providerShape, signal);
      return registrationState === 'Registered';
    });
  };
}

const clusterShape = z.object({
  id: z.string(),
  name: z.string(),
  identity: z.object({ tenantId: z.string().nullish() }).nullish(),
  properties: z.object({
    servicePrincipalProfile: z.object({ clientId: z.string() }).nullish(),
    identityProfile: z.record(z.string(), z.object({ objectId: z.string().nullish() })).nullish(),
  }),
});

/** AKS clusters of a subscription (Managed Clusters, List, api-version 2025-10-01). */
export function clustersIn({ rest }: ArmClients): Ask<SubscriptionRecord, readonly ClusterRecord[]> {
  return ({ id, tenant }, signal) => {
    const path = `/subscriptions/${id}/providers/Microsoft.ContainerService/managedClusters?api-version=2025-10-01`;
    return answered('Microsoft.ContainerService/managedClusters/read', async () => {
      const found = await rest.list(path, clusterShape, signal);
      return found.map(({ id, name, identity, properties }) => {
        const client = properties.servicePrincipalProfile?.clientId ?? 'msi';
        return {
          id,
          name,
          tenant: tenant ?? identity?.tenantId ?? null,
          kubeletObjectId: properties.identityProfile?.['kubeletidentity']?.objectId ?? null,
          // `msi` stands where the cluster has managed identities.
          servicePrincipalClientId: client === 'msi' ? null : client,
        };
      });
    });
  };
}

/** Clusters of several subscriptions; what can be seen is the answer, as long as anything can. */
export async function clustersOf(
  subscriptions: readonly SubscriptionRecord[],
  list: Ask<SubscriptionRecord, readonly ClusterRecord[]>,
  signal: AbortSignal,
): Promise<Answer<readonly ClusterRecord[]>> {
  const answers = await Promise.all(subscriptions.map((subscription) => list(subscription, signal)));
  const found = answers.flatMap((answer) => (answer.ok ? answer.value : []));
  const problem = answers.find((answer): answer is Answer<never> => !answer.ok);
  return found.length === 0 && problem !== undefined ? problem : ok(found);
}
