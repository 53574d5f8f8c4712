import { tokenPasswords } from '../registry/passwords.js';
import type { Registry, World } from '../world/world.js';
import type { Operation } from './call.js';
import { childNotFound, ok, onRegistry } from './on-registry.js';
import { page } from './paging.js';

const type = 'Microsoft.ContainerRegistry/registries/tokens';
const since = '2025-07-01T08:00:00.0000000Z';

/** Repository tokens. Values of passwords are never shown again; a password without end has a null `expiry`. */
function tokenBody(
  registry: Registry,
  [name, token]: readonly [string, Registry['tokens'][string]],
  world: World,
) {
  return {
    id: `${registry.id}/tokens/${name}`,
    name,
    type,
    properties: {
      creationDate: since,
      provisioningState: 'Succeeded',
      scopeMapId: `${registry.id}/scopeMaps/${token.scopeMap}`,
      status: token.status,
      credentials: {
        certificates: [],
        passwords: tokenPasswords(registry, name, world).map(({ slot, created, expires }) => ({
          name: slot,
          creationTime: created.toISOString(),
          expiry: expires?.toISOString() ?? null,
          value: null,
        })),
      },
    },
  };
}

const list = onRegistry('tokens', false, 'tokens/read', (registry, call) => {
  const tokens = Object.entries(registry.tokens);
  return ok(
    page(
      call,
      tokens.map((token) => tokenBody(registry, token, call.world)),
    ),
  );
});

const get = onRegistry('tokens', true, 'tokens/read', (registry, { names: [, wanted = ''], world }) => {
  const found = Object.entries(registry.tokens).find(([name]) => name.toLowerCase() === wanted.toLowerCase());
  return found === undefined
    ? childNotFound(registry, 'tokens', wanted)
    : ok(tokenBody(registry, found, world));
});

export const tokenOperations: readonly Operation[] = [list, get];
