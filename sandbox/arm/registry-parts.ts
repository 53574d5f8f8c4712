import type { Registry } from '../world/world.js';
import type { Operation } from './call.js';
import { ok, onRegistry } from './on-registry.js';
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

/** A registry is its own first replication; the world has no others. */
function replications(registry: Registry) {
  return [
    {
      id: `${registry.id}/replications/${registry.region}`,
      name: registry.region,
      type: 'Microsoft.ContainerRegistry/registries/replications',
      location: registry.region,
      tags: {},
      properties: {
        provisioningState: 'Succeeded',
        status: { displayStatus: 'Ready', message: null, timestamp: '2025-06-15T21:40:12.8506835Z' },
        regionEndpointEnabled: true,
        zoneRedundancy: 'Disabled',
      },
    },
  ];
}

/** Lists below a registry that nothing names one by one. */
export const registryPartOperations: readonly Operation[] = [
  onRegistry('listusages', false, 'listUsages/read', (registry) => ok({ value: usages(registry) })),
  onRegistry('privateendpointconnections', false, 'privateEndpointConnections/read', (registry) =>
    ok({ value: privateEndpoints(registry) }),
  ),
  onRegistry('replications', false, 'replications/read', (registry) => ok({ value: replications(registry) })),
];
