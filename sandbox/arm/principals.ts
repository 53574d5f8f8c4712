import type { Assignment, World } from '../world/world.js';

/** How long an identity that is new is not found by Resource Manager. Documented is that it may be, not how long. */
const REPLICATION_MS = 2 * 60_000;

export interface Principal {
  readonly type: Assignment['principalType'];
  /** Whether Resource Manager finds it yet. */
  readonly replicated: boolean;
}

/** Who has an object id in a directory; null for an id that nobody has. */
export function principalOf(objectId: string, tenant: string, world: World): Principal | null {
  const since = world.now().getTime() - REPLICATION_MS;
  const at = <T extends { readonly tenant: { readonly id: string } }>(map: ReadonlyMap<string, T>) =>
    [...map.values()].filter((it) => it.tenant.id === tenant);
  if (at(world.users).some(({ id }) => id === objectId)) return { type: 'User', replicated: true };
  if (at(world.groups).some(({ id }) => id === objectId)) return { type: 'Group', replicated: true };
  if (objectId === world.bot.objectId) return { type: 'ServicePrincipal', replicated: true };
  const applications = at(world.servicePrincipals).filter(({ registered }) => registered);
  const found = [...applications, ...at(world.managedIdentities)].find((it) => it.objectId === objectId);
  return found ? { type: 'ServicePrincipal', replicated: found.created.getTime() <= since } : null;
}
