import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Fault, World } from '../world/world.js';
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
  const fault = world.faults.find((candidate) => concerns(candidate, request));
  if (fault === undefined || typeof fault.http !== 'object') return null;
  const { status, retryAfter } = fault.http;
  const wait = retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) };
  return json(status, body(status, retryAfter ?? null), { ...requestIds(), ...wait });
}

function concerns(fault: Fault, { host, from }: SandboxRequest): boolean {
  if (typeof fault.http !== 'object' || (fault.for !== 'everyone' && fault.for !== from)) return false;
  return fault.host.startsWith('*.') ? host.endsWith(fault.host.slice(1)) : host === fault.host;
}
