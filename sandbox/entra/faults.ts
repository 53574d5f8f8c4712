import { interception } from '../interception.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { httpFault } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { json, requestIds } from './reply.js';

/** Error body of a service's kind, for a status and a time to wait. */
type Body = (status: number, retryAfter: number | null, code: string | undefined) => unknown;

/**
 * What the world puts in place of the answer of a host: a status, with the body that the service would give it, or the
 * redirect of something in between. Faults of the connection, and answers that do not come to an end, belong to the
 * network and do not come here.
 */
export function faultOf(request: SandboxRequest, world: World, body: Body): SandboxResponse | null {
  const http = httpFault(request, world);
  if (http === 'redirect') return { status: 302, headers: { location: interception.page } };
  if (typeof http !== 'object') return null;
  const { status, retryAfter, code } = http;
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(status, body(status, retryAfter ?? null, code), { ...requestIds(), ...wait });
}

/** The same for a service that challenges who comes without a token: a 401 that leads elsewhere, or nowhere. */
export function challengeFaultOf(request: SandboxRequest, world: World, body: Body): SandboxResponse | null {
  const http = httpFault(request, world);
  if (http !== 'foreign-realm' && http !== 'no-challenge') return faultOf(request, world, body);
  const challenge = `Bearer authorization_uri="https://${interception.tokens}/common", error="invalid_token"`;
  const led = http === 'foreign-realm' ? { 'www-authenticate': challenge } : {};
  return json(401, body(401, null, undefined), { ...requestIds(), ...led });
}
