import { interception } from '../interception.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { httpFault } from '../world/fault-at.js';
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
  { kind, registry }: RegistryHost,
): SandboxResponse | null {
  const http = httpFault(request, world);
  if (typeof http === 'object') {
    return kind === 'login'
      ? statusFault(http.status, http.retryAfter)
      : storageFault(http.status, http.retryAfter);
  }
  if (http === 'redirect') return empty(302, { location: interception.page });
  if (kind !== 'login') return null;
  switch (http) {
    case 'foreign-realm':
      // Something in between sends clients elsewhere for their tokens.
      return challenge(registry.loginServer, null, null, interception.tokens);
    case 'no-challenge':
      return json(401, errorBody('UNAUTHORIZED', AUTHENTICATION_REQUIRED));
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
function storageFault(status: number, retryAfter: number | undefined): SandboxResponse {
  if (status === 403) {
    return xml(403, 'AuthorizationFailure', 'This request is not authorized to perform this operation.');
  }
  const busy = xml(status, 'ServerBusy', 'The server is busy.');
  return { ...busy, headers: { ...busy.headers, ...waiting(retryAfter) } };
}

/** Not verified: the bodies of a 5xx. */
function statusFault(status: number, retryAfter: number | undefined): SandboxResponse {
  const [code, message] = sentences[status] ?? ['UNKNOWN', 'unknown error'];
  return json(status, errorBody(code, message), waiting(retryAfter));
}

function waiting(retryAfter: number | undefined): Readonly<Record<string, string>> {
  return retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
}
