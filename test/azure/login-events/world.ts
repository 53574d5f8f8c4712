import type { LoginEvent, Workspace, World } from '../../../sandbox/world/world.js';
import type { RegistryRecord } from '../../../src/azure/ports.js';
import { loginServer, signal, wired } from '../wired.js';
import { registry, subscription, world } from '../world.js';

/** The world of the Azure tests, with a workspace that collects what the registry logs. */

const now = world().now();
export const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);

export const workspace: Workspace = {
  name: 'central',
  id: `/subscriptions/${subscription.id}/resourceGroups/rg-logs/providers/Microsoft.OperationalInsights/workspaces/central`,
  customerId: '00000000-0000-4000-8000-0000000000a0',
  subscription,
  resourceContext: true,
  tables: 'at-first-event',
  ingestion: 300_000,
};

export const setting = {
  name: 'logs',
  workspace,
  categories: ['ContainerRegistryLoginEvents'],
  created: minutesAgo(10_000),
};

export const event = (minutes: number, some: Partial<LoginEvent> = {}): LoginEvent => ({
  at: minutesAgo(minutes),
  identity: 'dana@contoso.onmicrosoft.com',
  ip: '203.0.113.7',
  userAgent: 'docker/26.1.4',
  result: '401',
  ...some,
});

/** A world whose registry logged these events, some of it replaced. */
export function logging(
  loginEvents: readonly LoginEvent[],
  some: Partial<World> = {},
  diagnostics: World['registries'] extends ReadonlyMap<string, infer R>
    ? R extends { readonly diagnostics: infer D }
      ? D
      : never
    : never = [setting],
): World {
  return world({
    registries: new Map([[registry.name, { ...registry, diagnostics, loginEvents }]]),
    workspaces: new Map(diagnostics.flatMap(({ workspace: it }) => (it === null ? [] : [[it.name, it]]))),
    ...some,
  });
}

export const wanted = {
  from: minutesAgo(24 * 60),
  to: now,
  identities: ['dana@contoso.onmicrosoft.com'],
  addresses: [],
  onlyThese: false,
} as const;

/** The registry as Resource Manager tells it to the bot. */
export async function registryIn({ management }: ReturnType<typeof wired>): Promise<RegistryRecord> {
  const found = await management.findRegistry(loginServer('contoso.azurecr.io'), signal);
  if (!found.ok || found.value === null) throw new Error('the registry is not there');
  return found.value;
}

/** What comes of looking for failures in a world. */
export async function failuresIn(
  logged: World,
  options: Parameters<typeof wired>[1] = {},
  some: Partial<typeof wanted> | { readonly onlyThese: true } = {},
  until: AbortSignal = signal,
) {
  const found = await registryIn(wired(world()));
  const net = wired(logged, options);
  return { net, found: await net.loginEvents.failures(found, { ...wanted, ...some }, until) };
}
