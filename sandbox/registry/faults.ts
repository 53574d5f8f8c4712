import type { SandboxRequest, SandboxResponse } from '../service.js';
import { faultAt } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { challenge } from './challenge.js';
import type { RegistryHost } from './hosts.js';
import { AUTHENTICATION_REQUIRED } from './refusals.js';
import { empty, errorBody, json } from './reply.js';
import { xml } from './storage.js';

/**
 * Answers that a world puts in place of the registry's own. Those of the connection, and bodies that hang, drip or do
 * not end, belong to the network.
 */
export function faultOf(
  request: SandboxRequest,
  world: World,
  kind: RegistryHost['kind'],
): SandboxResponse | null {
  const http = faultAt(world, request.host, request.from, 'http');
  if (typeof http === 'object') {
    return kind === 'login' ? statusFault(http.status, http.retryAfter) : storageFault(http.status);
  }
  switch (http) {
    case 'foreign-realm':
      // Something in between sends clients elsewhere for their tokens.
      return challenge(request.host, null, null, 'tokens.interception.invalid');
    case 'no-challenge':
      return json(401, errorBody('UNAUTHORIZED', AUTHENTICATION_REQUIRED));
    case 'redirect':
      return empty(302, { location: 'https://sign-in.interception.invalid/' });
    default:
      return null;
  }
}

const sentences: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['UNAUTHORIZED', AUTHENTICATION_REQUIRED],
  403: ['DENIED', 'requested access to the resource is denied'],
  429: [
    'TOOMANYREQUESTS',
    'Too many requests. Please visit https://aka.ms/acr/skus#sku-feature-matrix to view limits of all service tiers.',
  ],
};

/** Not verified: what code the storage gives with a status that nothing of its own led to. */
function storageFault(status: number): SandboxResponse {
  return status === 403
    ? xml(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.')
    : xml(status, 'ServerBusy', 'The server is busy.');
}

/** Not verified: the bodies of a 5xx. */
function statusFault(status: number, retryAfter: number | undefined): SandboxResponse {
  const [code, message] = sentences[status] ?? ['UNKNOWN', 'unknown error'];
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(status, errorBody(code, message), wait);
}
