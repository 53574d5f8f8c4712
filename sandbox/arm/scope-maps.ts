import type { Registry } from '../world/world.js';
import type { Operation } from './call.js';
import { childNotFound, ok, onRegistry } from './on-registry.js';
import { page } from './paging.js';

const every = (...actions: string[]) => actions.map((action) => `repositories/*/${action}`);

/**
 * Scope maps that every registry has (auth-methods.md A9). `_repositories_pull` lacks metadata/read (gh:Azure/acr#600);
 * the exact list of `_repositories_admin` is not verified.
 */
const system: Readonly<Record<string, readonly string[]>> = {
  _repositories_admin: every(
    'content/read',
    'content/write',
    'content/delete',
    'metadata/read',
    'metadata/write',
  ),
  _repositories_pull: every('content/read'),
  _repositories_push: every('content/read', 'content/write'),
};

function scopeMapsOf(registry: Registry) {
  const own = Object.entries(registry.scopeMaps).map(([name, { actions }]) => ({
    name,
    actions,
    type: 'UserDefined',
  }));
  const builtIn = Object.entries(system).map(([name, actions]) => ({ name, actions, type: 'SystemDefined' }));
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
