import { json, requestIds } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';
import type { Registry } from '../world/world.js';
import type { Call, Operation } from './call.js';
import { authorizationFailed, groupNotFound, notRegistered, resourceNotFound } from './refusals.js';
import { may, subscriptionOf } from './rights.js';

const namespace = 'Microsoft.ContainerRegistry';

/** 200 with the ids of the request. */
export function ok(body: unknown): SandboxResponse {
  return json(200, body, requestIds());
}

/**
 * An operation on one registry or what lies in it. The right is looked at before the registry, so that a caller
 * without it learns nothing of what exists.
 *
 * @param type below `registries`, in lower case; empty for the registry itself
 * @param action below `Microsoft.ContainerRegistry/registries/`; what ends in `/action` is a POST
 */
export function onRegistry(
  type: string,
  single: boolean,
  action: string,
  answer: (registry: Registry, call: Call) => SandboxResponse,
): Operation {
  return {
    method: action.endsWith('/action') ? 'POST' : 'GET',
    type: `microsoft.containerregistry/registries${type === '' ? '' : `/${type}`}`,
    single,
    run: (call) => {
      const [name = ''] = call.names;
      const id = `${call.scope}/providers/${namespace}/registries/${name}`;
      const needed = `${namespace}/registries/${action}`;
      if (!may(call.caller, needed, id, call.world)) return authorizationFailed(call.caller, needed, id);
      if (subscriptionOf(id, call.world)?.providerRegistered === false) return notRegistered(namespace);
      const registry = registries(call).find((candidate) => candidate.id.toLowerCase() === id.toLowerCase());
      return registry === undefined ? missing(call, name) : answer(registry, call);
    },
  };
}

function registries({ world }: Call): readonly Registry[] {
  return [...world.registries.values()];
}

function missing(call: Call, name: string): SandboxResponse {
  const group = call.scope.split('/').at(-1) ?? '';
  const known = [...registries(call), ...call.world.clusters.values()];
  const exists = known.some(({ id }) => id.toLowerCase().startsWith(`${call.scope.toLowerCase()}/`));
  return exists ? resourceNotFound(`${namespace}/registries/${name}`, group) : groupNotFound(group);
}

/** A child resource that the registry does not have. */
export function childNotFound(registry: Registry, kind: string, name: string): SandboxResponse {
  return resourceNotFound(`${namespace}/registries/${registry.name}/${kind}/${name}`, registry.resourceGroup);
}
