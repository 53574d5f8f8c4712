import type { Side } from '../service.js';
import type { Fault, World } from './world.js';

/** The fault of a world at a host for one side, in one respect; the first that stands in the file. */
export function faultAt<Respect extends 'dns' | 'tcp' | 'tls' | 'http'>(
  { faults }: World,
  host: string,
  side: Side,
  respect: Respect,
): Fault[Respect] {
  return faults.find(
    (fault) =>
      fault[respect] !== undefined &&
      (fault.for === 'everyone' || fault.for === side) &&
      (fault.host.startsWith('*.') ? host.endsWith(fault.host.slice(1)) : fault.host === host),
  )?.[respect];
}
