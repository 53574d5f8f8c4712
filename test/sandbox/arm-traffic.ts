import { AuthorizationManagementClient } from '@azure/arm-authorization';
import type { World } from '../../sandbox/world/world.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import type { Exchange } from '../azure/in-process.js';
import { signal, wired } from '../azure/wired.js';
import { dana, registry, subscription } from '../azure/world.js';

/** A role that is not built in; worlds that have it are asked for it by its id. */
export const puller = {
  name: 'Image Puller (dev)',
  guid: '11111111-2222-4333-8444-555555555555',
  actions: ['Microsoft.ContainerRegistry/registries/pull/read'],
  notActions: [],
  dataActions: [],
  notDataActions: [],
};

/** Calls everything that the clients can read, whatever comes of it, and gives what went over the wire. */
export async function traffic(of: World): Promise<readonly Exchange[]> {
  const { management, clients, credential, net } = wired(of, {
    maxRetries: 0,
    configured: [subscription.id],
  });
  const server = parseLoginServer('contoso.azurecr.io');
  const found = server && (await management.findRegistry(server, signal));
  if (found?.ok && found.value !== null) await management.locks(found.value, signal);
  const [group, name] = ['rg-registry', 'contoso'];
  const { registries, tokens, scopeMaps, replications, privateEndpointConnections } = clients.registries(
    subscription.id,
  );
  const { roleAssignments, roleDefinitions, roleEligibilityScheduleInstances } = clients.authorization;
  // The bot does not ask for its own permissions; whoever does needs the subscription.
  const { permissions } = new AuthorizationManagementClient(credential, subscription.id, {
    httpClient: net,
    retryOptions: { maxRetries: 0 },
  });
  const scope = registry.id.slice(1);
  const definition = `subscriptions/${subscription.id}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`;
  const every = async (list: AsyncIterable<unknown>): Promise<void> => {
    for await (const _ of list);
  };
  const calls: readonly (() => Promise<unknown>)[] = [
    () => registries.get(group, name),
    () => registries.get(group, 'unknown'),
    () => every(registries.listByResourceGroup(group)),
    () => registries.listUsages(group, name),
    () => every(tokens.list(group, name)),
    () => tokens.get(group, name, 'CI-Builds'),
    () => tokens.get(group, name, 'unknown'),
    () => every(scopeMaps.list(group, name)),
    () => scopeMaps.get(group, name, 'readers'),
    () => every(replications.list(group, name)),
    () => replications.get(group, name, 'northeurope'),
    () => every(privateEndpointConnections.list(group, name)),
    () => every(roleAssignments.listForScope(scope)),
    () => every(roleAssignments.listForScope(scope, { filter: `assignedTo('${dana.id}')` })),
    () => every(roleAssignments.listForScope(scope, { filter: 'nonsense' })),
    () => every(roleDefinitions.list(scope)),
    () => roleDefinitions.getById(definition),
    () => roleDefinitions.getById(definition.replace('7f951dda', '00000000')),
    () => roleDefinitions.getById(definition.replace(/[0-9a-f-]{36}$/, puller.guid)),
    () => every(roleDefinitions.list(scope, { filter: "type eq 'CustomRole'" })),
    () => every(roleEligibilityScheduleInstances.listForScope(scope, { filter: 'asTarget()' })),
    () => every(roleEligibilityScheduleInstances.listForScope(scope)),
    () => every(permissions.listForResourceGroup(group)),
  ];
  for (const call of calls) await call().catch(() => {});
  await management.clusters(signal);
  await management.providerRegistered(subscription.id, signal);
  return net.exchanges.filter(({ request }) => request.host === 'management.azure.com');
}
