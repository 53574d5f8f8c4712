import type { SandboxResponse } from '../service.js';
import type { Call } from './call.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { refuse } from './refusals.js';
import { may } from './rights.js';

const byType = /^resourceType eq '([^']+)'$/i;
const types = {
  registry: 'Microsoft.ContainerRegistry/registries',
  cluster: 'Microsoft.ContainerService/managedClusters',
  vault: 'Microsoft.KeyVault/vaults',
} as const;

/** Whether a path is that of the resources of a subscription. */
export function isResourceList({ type, scope, request }: Call): boolean {
  return type === '' && request.method === 'GET' && /^\/subscriptions\/[^/]+\/resources$/i.test(scope);
}

/**
 * `GET /subscriptions/{id}/resources`, by type or all: how `az acr` finds the group of a registry (clients.md §2).
 * Lists what the caller may read, and refuses nobody. Not verified: the words for another filter.
 */
export function listResources(call: Call): SandboxResponse {
  const filter = call.query.get('$filter');
  const [, wanted] = byType.exec(filter ?? '') ?? [];
  if (filter !== null && wanted === undefined) {
    return refuse(
      400,
      'InvalidFilterInQueryString',
      `Invalid $filter '${filter}' specified in the query string.`,
    );
  }
  const { registries, clusters, vaults } = call.world;
  const place = { location: 'westeurope', tags: {} };
  const all = [
    ...[...registries.values()].map(({ id, name, region: location, sku }) => ({
      ...{ id, name, type: types.registry, location, tags: {} },
      sku: { name: sku, tier: sku },
    })),
    ...[...clusters.values()].map(({ id, name }) => ({ id, name, type: types.cluster, ...place })),
    ...[...vaults.values()].map(({ id, name }) => ({ id, name, type: types.vault, ...place })),
  ];
  const here = call.scope.replace(/resources$/i, '').toLowerCase();
  const seen = all.filter(
    ({ id, type }) =>
      id.toLowerCase().startsWith(here) &&
      (wanted === undefined || type.toLowerCase() === wanted.toLowerCase()) &&
      may(call.caller, `${type}/read`, id, call.world),
  );
  return ok(page(call, seen));
}
