import type { Network } from '../../../src/azure/network.js';
import type { Ran, Surroundings } from '../../../src/probe/collect/surroundings.js';
import type { FakeNet } from '../../support/fake-net.js';

export const registry = 'contoso.azurecr.io';
export const front = '20.62.128.10';
export const signal = new AbortController().signal;

export interface Around extends Surroundings {
  /** Programs that were run, with their arguments. */
  readonly ran: string[];
}

interface Machine {
  readonly env?: Record<string, string>;
  readonly config?: unknown;
  /** What programs print; one that is not named is not there. */
  readonly programs?: Readonly<Record<string, Ran>>;
}

/** A machine on a network of the test. The system's look-up says what DNS says. */
export function around(network: Network, { env = {}, config, programs = {} }: Machine = {}): Around {
  const ran: string[] = [];
  return {
    network,
    resolvers: ['10.0.0.10'],
    lookUp: async (name, stop) => {
      const said = await network.resolve(name, stop);
      if (said.kind === 'found') return { kind: 'found', addresses: [...said.addresses] };
      return { kind: 'failed', reason: said.kind === 'not-found' ? 'nxdomain' : 'timeout' };
    },
    env,
    dockerFile: async () => (config === undefined ? null : JSON.stringify(config)),
    run: async (program, args) => {
      ran.push([program, ...args].join(' '));
      return programs[program] ?? null;
    },
    // Of the documentation's range, so that a mistake could not reach a metadata service.
    imds: { address: '198.51.100.254', port: 443 },
    now: () => new Date('2026-11-29T12:00:00.400Z'),
    ran,
  };
}

const challenge = `Bearer realm="https://${registry}/oauth2/token",service="${registry}"`;

/** A registry that asks for a sign-in, at its public front. */
export async function serveRegistry(net: FakeNet, date = 'Sun, 29 Nov 2026 11:59:30 GMT') {
  net.dns(registry, {
    kind: 'found',
    addresses: [front],
    aliases: ['weu.fe.azcr.io', 'weu-acr-reg.trafficmanager.net', 'r1.westeurope.cloudapp.azure.com'],
  });
  return net.serve(front, {
    names: ['*.azurecr.io'],
    answer: (_request, response) => {
      response.writeHead(401, { 'www-authenticate': challenge, date }).end('{}');
    },
  });
}
