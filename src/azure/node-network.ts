import { Resolver } from 'node:dns/promises';
import { connect as connectTcp, isIP } from 'node:net';
import type { Network, Resolution, Socket } from './network.js';

export interface NodeNetworkOptions {
  readonly extraCa?: readonly string[];
  /** DNS servers, `address` or `address:port`; those of the machine where none is given. */
  readonly dnsServers?: readonly string[];
}

/** CNAMEs that are followed; a chain of a registry has up to five. */
const LONGEST_CHAIN = 10;
/** Milliseconds for one try of one DNS server; the caller's signal bounds them all. */
const DNS_TRY = 1_000;

/**
 * The machine's own network. Names go to DNS as they are, without search domains and without the hosts file, which
 * would answer for this machine only.
 */
export function createNodeNetwork({ extraCa = [], dnsServers }: NodeNetworkOptions = {}): Network {
  return {
    extraCa,
    resolve: (name, signal) => resolve(name, dnsServers, signal),
    connect,
  };
}

async function resolve(
  name: string,
  servers: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<Resolution> {
  if (signal.aborted) return { kind: 'failed', reason: 'timeout' };
  // One for each look-up: `cancel` ends all queries of a resolver.
  const resolver = new Resolver({ timeout: DNS_TRY, tries: 3 });
  if (servers !== undefined) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener('abort', cancel);
  try {
    const [ipv4, ipv6, aliases] = await Promise.all([
      records(resolver.resolve4(name)),
      records(resolver.resolve6(name)),
      chain(resolver, name),
    ]);
    return verdict(ipv4, ipv6, aliases);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

type Records = { readonly values: readonly string[] } | { readonly code: string };

async function records(query: Promise<string[]>): Promise<Records> {
  return query.then(
    (values) => ({ values }),
    (error: NodeJS.ErrnoException) =>
      error.code === 'ENODATA' ? { values: [] } : { code: error.code ?? '' },
  );
}

async function chain(resolver: Resolver, name: string): Promise<readonly string[]> {
  const aliases: string[] = [];
  for (let at = name; aliases.length < LONGEST_CHAIN; ) {
    const answer = await records(resolver.resolveCname(at));
    const next = 'values' in answer ? answer.values[0]?.toLowerCase() : undefined;
    if (next === undefined || aliases.includes(next)) break;
    aliases.push(next);
    at = next;
  }
  return aliases;
}

/** NXDOMAIN holds for the name whatever the type; addresses of one family count although the other was not told. */
function verdict(ipv4: Records, ipv6: Records, aliases: readonly string[]): Resolution {
  const answers = [ipv4, ipv6];
  const addresses = answers.flatMap((it) => ('values' in it ? it.values : []));
  const codes = answers.flatMap((it) => ('code' in it ? [it.code] : []));
  if (addresses.length > 0) return { kind: 'found', addresses, aliases };
  if (codes.includes('ENOTFOUND')) return { kind: 'not-found', aliases };
  const [code] = codes;
  if (code === undefined) return { kind: 'found', addresses: [], aliases };
  if (code === 'ETIMEOUT' || code === 'ECANCELLED') return { kind: 'failed', reason: 'timeout' };
  return { kind: 'failed', reason: code === 'EREFUSED' ? 'refused' : 'server-failure' };
}

function connect(address: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // `net.connect` would look a name up once more, behind the guard's back.
    if (isIP(address) === 0) throw new TypeError('Only addresses that were judged are connected to.');
    signal.throwIfAborted();
    // Not the `signal` of `net.connect`: it ends the connection too, when the other attempts are called off.
    const socket = connectTcp({ host: address, port, noDelay: true });
    const stop = () => {
      socket.destroy();
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
    socket.once('connect', () => {
      signal.removeEventListener('abort', stop);
      resolve(socket);
    });
    socket.once('error', (error) => {
      signal.removeEventListener('abort', stop);
      reject(error);
    });
  });
}
