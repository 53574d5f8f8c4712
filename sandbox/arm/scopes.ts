import type { World } from '../world/world.js';
import { covers } from './rights.js';

/** Everything of the world that Resource Manager has an id for. */
function resources({ registries, clusters, vaults }: World): readonly string[] {
  return [registries, clusters, vaults].flatMap((map) => [...map.values()].map(({ id }) => id));
}

/**
 * A scope as Azure spells it; null for one that is not there. A secret of a vault is a scope whether or not it exists:
 * Resource Manager does not know it.
 */
export function scopeNamed(scope: string, world: World): string | null {
  const wanted = scope.toLowerCase();
  const ids = resources(world);
  const groups = ids.map((id) => /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/.exec(id)?.[0] ?? id);
  const subscriptions = [...world.subscriptions.values()].map(({ id }) => `/subscriptions/${id}`);
  const found = [...ids, ...groups, ...subscriptions].find((id) => id.toLowerCase() === wanted);
  if (found !== undefined) return found;
  const vault = [...world.vaults.values()].find(({ id }) =>
    wanted.startsWith(`${id.toLowerCase()}/secrets/`),
  );
  return vault === undefined ? null : `${vault.id}${scope.slice(vault.id.length)}`;
}

/**
 * A registry whose management lock forbids a write at a scope, or null. A lock against deletion keeps role assignments
 * from being removed, one against writing also those that would be new, and every POST ("Lock your Azure resources").
 */
export function lockOver(scope: string, verb: 'write' | 'delete', { registries }: World): string | null {
  const locked = [...registries.values()].find(
    ({ id, locks }) =>
      covers(id, scope) &&
      Object.values(locks).some(({ level }) => level === 'read-only' || verb === 'delete'),
  );
  return locked?.id ?? null;
}
