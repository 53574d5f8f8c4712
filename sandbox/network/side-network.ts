import type { Network } from '../../src/azure/network.js';
import { faultAt } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { hostAt, resolveName } from './names.js';
import type { SideServer } from './server.js';
import { sourceOf } from './sources.js';

/** The network of a side: names, routes and their faults are the world's, connections go to loopback. */
export function sideNetwork(server: SideServer, world: () => World, authority: string): Network {
  const { side } = server;
  return {
    extraCa: [authority],
    async resolve(name, signal) {
      const answer = resolveName(world(), name.toLowerCase(), side);
      if (answer !== 'timeout') return answer;
      await stopped(signal);
      return { kind: 'failed', reason: 'timeout' };
    },
    async connect(address, port, signal) {
      const host = isOfMachine(address) ? null : hostAt(world(), address, side);
      // Nobody is at an address that no host of the world has.
      const fault = host === null ? 'unreachable' : faultAt(world(), host, side, 'tcp');
      if (fault === 'timeout') {
        await stopped(signal);
        throw signal.reason;
      }
      if (fault !== undefined) throw failure(fault === 'refused' ? 'ECONNREFUSED' : 'EHOSTUNREACH');
      if (port !== 443) throw failure('ECONNREFUSED');
      return server.dial(sourceOf(world(), side, address), signal);
    },
  };
}

/**
 * Addresses that a lying name service gives to lead a client to its own machine or its platform. A world answers there
 * to nobody, so that a guard which lets one through does not find a registry behind it.
 */
function isOfMachine(address: string): boolean {
  return /^(?:127\.|0\.|169\.254\.|168\.63\.129\.16$|::1?$|fe80:)/i.test(address);
}

function failure(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`connect ${code}`), { code });
}

function stopped(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
