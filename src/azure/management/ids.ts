import { parseGuid } from '../../diagnosis/facts/guid.js';

/** Where a registry lies, from its resource id. */
export interface RegistryPlace {
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly name: string;
}

const registryId =
  /^\/subscriptions\/([0-9a-f-]{36})\/resourceGroups\/([^/]{1,90})\/providers\/Microsoft\.ContainerRegistry\/registries\/([A-Za-z0-9]{5,50})(?:\/scopeMaps\/([^/]{1,80}))?$/i;

/** A registry, or a scope map in it; null for anything else. */
export function parseRegistryId(id: string): (RegistryPlace & { readonly scopeMap: string | null }) | null {
  const [, subscription = '', resourceGroup = '', name = '', scopeMap = null] = registryId.exec(id) ?? [];
  const guid = parseGuid(subscription);
  return guid === null ? null : { subscription: guid, resourceGroup, name, scopeMap };
}

/** GUID of a role, the last segment of a role definition's id (roles.md). */
export function roleGuid(definitionId: string): string | null {
  return parseGuid(definitionId.slice(definitionId.lastIndexOf('/') + 1));
}

/** The scope and everything above it below the tenant: resource, group, subscription. */
export function scopesAbove({ id }: { readonly id: string }): readonly string[] {
  const [, subscription] = /^(\/subscriptions\/[^/]+)/.exec(id) ?? [];
  const [, group] = /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)/i.exec(id) ?? [];
  return [id, group, subscription].filter((scope) => scope !== undefined);
}

/** Whether a scope is the resource or above it; ids compare without case. `/` is the tenant. */
export function isAtOrAbove(scope: string, id: string): boolean {
  const [above, below] = [scope.toLowerCase().replace(/\/$/, ''), id.toLowerCase()];
  return below === above || below.startsWith(`${above}/`);
}
