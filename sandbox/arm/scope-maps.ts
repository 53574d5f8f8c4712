import { systemScopeMaps } from '../registry/system-scope-maps.js';
import type { Registry } from '../world/world.js';
import type { Operation } from './call.js';
import { childNotFound, ok, onRegistry } from './on-registry.js';
import { page } from './paging.js';

function scopeMapsOf(registry: Registry) {
  const own = Object.entries(registry.scopeMaps).map(([name, { actions }]) => ({
    name,
    actions,
    type: 'UserDefined',
  }));
  const builtIn = Object.entries(systemScopeMaps).map(([name, actions]) => ({
    name,
    actions,
    type: 'SystemDefined',
  }));
  return [...builtIn, ...own].map(({ name, actions, type }) => ({
    id: `${registry.id}/scopeMaps/${name}`,
    name,
    type: 'Microsoft.ContainerRegistry/registries/scopeMaps',
    properties: {
      description: null,
      type,
      creationDate: '2025-06-15T21:38:26.1537861Z',
      provisioningState: 'Succeeded',
      actions,
    },
  }));
}

const list = onRegistry('scopemaps', false, 'scopeMaps/read', (registry, call) =>
  ok(page(call, scopeMapsOf(registry))),
);

const get = onRegistry('scopemaps', true, 'scopeMaps/read', (registry, { names: [, wanted = ''] }) => {
  const found = scopeMapsOf(registry).find(({ name }) => name.toLowerCase() === wanted.toLowerCase());
  return found === undefined ? childNotFound(registry, 'scopeMaps', wanted) : ok(found);
});

export const scopeMapOperations: readonly Operation[] = [list, get];
