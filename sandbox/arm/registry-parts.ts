import { regionsOf } from '../registry/regions.js';
import type { Registry } from '../world/world.js';
import type { Operation } from './call.js';
import { childNotFound, ok, onRegistry } from './on-registry.js';
import { privateEndpoints } from './registry-body.js';

const gibibyte = 2 ** 30;

/** Storage that each tier includes (container-registry-skus.md); the limit of `az acr show-usage`. */
const included: Readonly<Record<Registry['sku'], number>> = { Basic: 10, Standard: 100, Premium: 500 };

function usages({ usage, sku }: Registry) {
  const size = { current: gibibyte, limit: included[sku] * gibibyte };
  return Object.entries({ Size: size, ...usage }).map(([name, { current, limit }]) => ({
    name,
    limit,
    currentValue: current,
    unit: name === 'Size' ? 'Bytes' : 'Count',
  }));
}

const timestamp = '2025-06-15T21:40:12.8506835Z';

/**
 * Replicas; a registry is its own first one. Not verified: what a replica that is not ready displays, and that Basic and
 * Standard list themselves too.
 */
function replications(registry: Registry) {
  return regionsOf(registry).map(({ name, globalRouting, provisioningState }) => ({
    id: `${registry.id}/replications/${name}`,
    name,
    type: 'Microsoft.ContainerRegistry/registries/replications',
    location: name,
    tags: {},
    properties: {
      provisioningState,
      status: {
        displayStatus: provisioningState === 'Succeeded' ? 'Ready' : provisioningState,
        message: null,
        timestamp,
      },
      regionEndpointEnabled: globalRouting,
      zoneRedundancy: 'Disabled',
    },
  }));
}

const replication = onRegistry(
  'replications',
  true,
  'replications/read',
  (registry, { names: [, wanted = ''] }) => {
    const found = replications(registry).find(({ name }) => name === wanted.toLowerCase());
    return found === undefined ? childNotFound(registry, 'replications', wanted) : ok(found);
  },
);

/** Lists below a registry, and a replica by its name. */
export const registryPartOperations: readonly Operation[] = [
  onRegistry('listusages', false, 'listUsages/read', (registry) => ok({ value: usages(registry) })),
  onRegistry('privateendpointconnections', false, 'privateEndpointConnections/read', (registry) =>
    ok({ value: privateEndpoints(registry) }),
  ),
  replication,
  onRegistry('replications', false, 'replications/read', (registry) => ok({ value: replications(registry) })),
];
