import type { Subscription } from '../../sandbox/world/world.js';
import type { Management, RegistryRecord } from '../../src/azure/ports.js';
import { loginServer, signal } from './wired.js';
import { subscription } from './world.js';

export const contosoServer = loginServer('contoso.azurecr.io');
export const other: Subscription = {
  ...subscription,
  name: 'other',
  id: subscription.id.replace('40', '41'),
};

export const subscriptions = (...some: readonly Subscription[]) => new Map(some.map((it) => [it.name, it]));

/** The registry of the world as the SDK's clients read it. */
export async function contosoIn(management: Management): Promise<RegistryRecord> {
  const found = await management.findRegistry(contosoServer, signal);
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found));
  return found.value;
}
