import type { SandboxRequest, SandboxResponse, Service } from '../service.js';
import type { World } from '../world/world.js';
import { authorize } from './authorize.js';
import { content } from './content.js';
import { type ContentStore, madeUpContent } from './content-store.js';
import { exchange } from './exchange.js';
import { faultOf } from './faults.js';
import { admits, firewallRefusal } from './firewall.js';
import { type RegistryHost, registryHost } from './hosts.js';
import { noteSignIn } from './login-events.js';
import { errorBody, json } from './reply.js';
import { storage, xml } from './storage.js';
import { token } from './token.js';

/**
 * The data plane of every registry of the world: login servers, global and regional, dedicated data endpoints and the
 * storage behind (registry-protocol.md). A fault of the world comes first, then the firewall on every path, then the operation.
 */
export function registryServiceOn(store: ContentStore): Service {
  return (request, world) => answer(store, request, world);
}

/** Registries with images that are made up. */
export const registryService: Service = registryServiceOn(madeUpContent);

async function answer(store: ContentStore, request: SandboxRequest, world: World): Promise<SandboxResponse> {
  const found = registryHost(request.host, world);
  // Does not happen through the name service: it knows the hosts of the world only.
  if (found === null) return json(404, errorBody('NAME_UNKNOWN', 'no registry of this world has the host'));
  const { registry, kind } = found;
  const fault = faultOf(request, world, found);
  if (fault !== null) return fault;
  // Storage accounts stand outside the rules of the registry.
  if (kind === 'storage') return storage(store, request, registry, world);
  if (!admits(registry, request.address)) {
    // Not verified: what a data endpoint says to an address that is not listed.
    if (kind === 'data')
      return xml(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.');
    const refusal = firewallRefusal(request);
    await noteSignIn(request, registry, world, refusal);
    return refusal;
  }
  if (kind === 'data') return storage(store, request, registry, world);
  const response = await loginServer(store, request, found, world);
  await noteSignIn(request, registry, world, response);
  return response;
}

function loginServer(
  { operations }: ContentStore,
  request: SandboxRequest,
  host: RegistryHost,
  world: World,
): Promise<SandboxResponse> {
  const { registry } = host;
  switch (request.path) {
    case '/v2':
    case '/v2/':
      return ping(request, host, world);
    case '/oauth2/exchange':
      return exchange(request, registry, world);
    case '/oauth2/token':
      return token(request, registry, world);
    default:
      return content(operations, request, host, world);
  }
}

/** `GET /v2/`: whoever is signed in gets an empty object, everybody else the challenge. */
async function ping(
  request: SandboxRequest,
  { registry }: RegistryHost,
  world: World,
): Promise<SandboxResponse> {
  const authorization = await authorize(request, registry, world, null);
  return authorization.ok ? json(200, {}) : authorization.refusal;
}
