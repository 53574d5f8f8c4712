import type { Registry } from '../world/world.js';
import type { Call, Operation } from './call.js';
import { ok, onRegistry } from './on-registry.js';
import { page } from './paging.js';
import { authorizationFailed, notRegistered } from './refusals.js';
import { registryBody } from './registry-body.js';
import { may, subscriptionOf } from './rights.js';

const read = 'Microsoft.ContainerRegistry/registries/read';

const get = onRegistry('', true, 'read', (registry, { query }) =>
  ok(registryBody(registry, apiVersion(query))),
);

/**
 * Registries of a subscription or of a group: those that the caller may read. Somebody with no right there at all is
 * refused. Not verified: that one right on a single registry is enough for the list.
 */
const list: Operation = {
  method: 'GET',
  type: 'microsoft.containerregistry/registries',
  single: false,
  run: (call) => {
    const visible = below(call).filter(({ id }) => may(call.caller, read, id, call.world));
    if (visible.length === 0 && !may(call.caller, read, call.scope, call.world)) {
      return authorizationFailed(call.caller, read, call.scope);
    }
    if (subscriptionOf(call.scope, call.world)?.providerRegistered === false) {
      return notRegistered('Microsoft.ContainerRegistry');
    }
    return ok(
      page(
        call,
        visible.map((registry) => registryBody(registry, apiVersion(call.query))),
      ),
    );
  },
};

function below({ scope, world }: Call): readonly Registry[] {
  const prefix = `${scope.toLowerCase()}/`;
  return [...world.registries.values()].filter(({ id }) => id.toLowerCase().startsWith(prefix));
}

function apiVersion(query: URLSearchParams): string {
  return query.get('api-version') ?? '';
}

export const registryOperations: readonly Operation[] = [get, list];
