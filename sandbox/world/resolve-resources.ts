import { guidOf } from './ids.js';
import { get, mapOf } from './named.js';
import type { Identities } from './resolve-identities.js';
import type { WorldFile } from './schema.js';
import type { Cluster, Registry, Subscription, Vault, Workspace, World } from './world.js';

export type Resources = Pick<World, 'subscriptions' | 'clusters' | 'registries' | 'vaults' | 'workspaces'>;

/** What Resource Manager has, each with its id. Pure. */
export function resolveResources(
  file: WorldFile,
  { tenants, managedIdentities, servicePrincipals }: Identities,
  time: (text: string) => Date,
): Resources {
  const subscriptions = mapOf(
    file.subscriptions,
    (name, { tenant, id, ...rest }): Subscription => ({
      ...rest,
      name,
      id: id ?? guidOf('subscription', name),
      tenant: get(tenants, tenant),
    }),
  );
  const clusters = mapOf(file.clusters, (name, cluster): Cluster => {
    const subscription = get(subscriptions, cluster.subscription);
    const { resourceGroup, kubelet, servicePrincipal } = cluster;
    return {
      name,
      id: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`,
      subscription,
      kubelet: kubelet === null ? null : get(managedIdentities, kubelet),
      servicePrincipal: servicePrincipal === null ? null : get(servicePrincipals, servicePrincipal),
    };
  });
  const workspaces = mapOf(file.workspaces, (name, workspace): Workspace => {
    const subscription = get(subscriptions, workspace.subscription);
    const { resourceGroup, resourceContext, tables, ingestion } = workspace;
    return {
      ...{ name, subscription, resourceContext, tables },
      id: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.OperationalInsights/workspaces/${name}`,
      customerId: guidOf('workspace', name),
      ingestion: ingestion * 1000,
    };
  });
  const registries = mapOf(file.registries, (name, registry): Registry => {
    const subscription = get(subscriptions, registry.subscription);
    return {
      ...registry,
      name,
      id: `/subscriptions/${subscription.id}/resourceGroups/${registry.resourceGroup}/providers/Microsoft.ContainerRegistry/registries/${name}`,
      subscription,
      loginServer: registry.loginServer ?? `${name.toLowerCase()}.azurecr.io`,
      tokens: tokensOf(registry, time),
      diagnostics: Object.entries(registry.diagnostics).map(([name, { workspace, categories, created }]) => ({
        ...{ name, categories, created: time(created) },
        workspace: workspace === null ? null : get(workspaces, workspace),
      })),
      loginEvents: registry.loginEvents.map(({ logged, ...event }) => ({ ...event, at: time(logged) })),
    };
  });
  const vaults = mapOf(file.vaults, (name, vault): Vault => {
    const subscription = get(subscriptions, vault.subscription);
    const id = `/subscriptions/${subscription.id}/resourceGroups/${vault.resourceGroup}/providers/Microsoft.KeyVault/vaults/${name}`;
    return { name, id, region: vault.region, subscription };
  });
  return { subscriptions, clusters, registries, vaults, workspaces };
}

function tokensOf(
  { tokens }: WorldFile['registries'][string],
  time: (text: string) => Date,
): Registry['tokens'] {
  return Object.fromEntries(
    Object.entries(tokens).map(([name, { passwords, ...rest }]) => [
      name,
      {
        ...rest,
        passwords: Object.fromEntries(
          Object.entries(passwords).map(([password, { created, expires }]) => [
            password,
            { created: time(created), expires: expires === null ? null : time(expires) },
          ]),
        ),
      },
    ]),
  );
}
