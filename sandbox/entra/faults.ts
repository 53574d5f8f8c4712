import type { SandboxRequest, SandboxResponse } from '../service.js';
import { faultAt } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { json, requestIds } from './reply.js';

/**
 * A status that the world puts in place of the answer of a host, with the body that the service would give it. Faults
 * of the connection belong to the network and do not come here.
 *
 * @param body of the service's kind, for a status and a time to wait
 */
export function faultOf(
  request: SandboxRequest,
  world: World,
  body: (status: number, retryAfter: number | null) => unknown,
): SandboxResponse | null {
  const http = faultAt(world, request.host, request.from, 'http');
  if (typeof http !== 'object') return null;
  const { status, retryAfter } = http;
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(status, body(status, retryAfter ?? null), { ...requestIds(), ...wait });
}
