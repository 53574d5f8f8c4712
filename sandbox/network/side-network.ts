import type { Network } from '../../src/azure/network.js';
import type { Side } from '../service.js';
import type { World } from '../world/world.js';
import { faultAt, hostAt, resolveName } from './names.js';
import type { SideServer } from './server.js';

/**
 * Public addresses of the two sides, as a registry sees them: documentation ranges (RFC 5737), so that nobody's real
 * address stands in an answer.
 */
const publicSource: Readonly<Record<Side, string>> = { person: '203.0.113.20', bot: '198.51.100.10' };
/** Address in the network of a private endpoint. */
const privateSource = '10.255.0.9';

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
      const host = hostAt(world(), address, side);
      const fault = host === null ? 'unreachable' : faultAt(world(), host, side, 'tcp');
      if (fault === 'timeout') {
        await stopped(signal);
        throw signal.reason;
      }
      if (fault !== undefined) throw failure(fault === 'refused' ? 'ECONNREFUSED' : 'EHOSTUNREACH');
      if (port !== 443) throw failure('ECONNREFUSED');
      return server.dial(isPrivate(address) ? privateSource : publicSource[side], signal);
    },
  };
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address);
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
