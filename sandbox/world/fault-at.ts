import type { SandboxRequest, Side } from '../service.js';
import type { Fault, World } from './world.js';

/**
 * The fault of a world at a host for one side, in one respect; the first that stands in the file. Those that are for some
 * calls only are not among them (network/scripted.ts).
 */
export function faultAt<Respect extends 'dns' | 'tcp' | 'tls' | 'http'>(
  { faults }: World,
  host: string,
  side: Side,
  respect: Respect,
): Fault[Respect] {
  return faults.find(
    (fault) => fault[respect] !== undefined && fault.on === undefined && isFor(fault, host, side),
  )?.[respect];
}

/** Whether a fault is at a host, for one side. */
export function isFor(fault: Fault, host: string, side: Side): boolean {
  return (
    (fault.for === 'everyone' || fault.for === side) &&
    (fault.host.startsWith('*.') ? host.endsWith(fault.host.slice(1)) : fault.host === host)
  );
}

/** What a service answers in place of its own: what this call was scripted to get, or what its host always gets. */
export function httpFault(request: SandboxRequest, world: World): Fault['http'] {
  return request.fault ?? faultAt(world, request.host, request.from, 'http');
}
