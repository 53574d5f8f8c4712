import type { Resolution } from '../../azure/network.js';
import type { ProbeAnswer, ProbeDns } from '../report.js';
import * as value from '../values.js';
import type { Surroundings } from './surroundings.js';

/** Entries of a report's lists. */
const MOST_ADDRESSES = 16;
const MOST_ALIASES = 10;

/** Asks the machine's name service for a name as it is, without hosts file and search domains. */
export async function askDns(
  { network, resolvers }: Surroundings,
  name: string,
  signal: AbortSignal,
): Promise<ProbeDns> {
  const said = await network.resolve(name, signal);
  const [first] = resolvers;
  return {
    resolver: first === undefined ? null : value.parseAddress(first),
    cname: said.kind === 'failed' ? [] : aliases(said.aliases),
    answer: answerOf(said),
  };
}

/** Asks the machine as its programs do, hosts file and search domains included. */
export async function askSystem(
  { lookUp }: Surroundings,
  name: string,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const said = await lookUp(name, signal);
  return said.kind === 'found' ? { kind: 'found', addresses: addresses(said.addresses) } : said;
}

function answerOf(said: Resolution): ProbeAnswer {
  switch (said.kind) {
    case 'found':
      return { kind: 'found', addresses: addresses(said.addresses) };
    case 'not-found':
      return { kind: 'failed', reason: 'nxdomain' };
    case 'failed':
      return { kind: 'failed', reason: reasons[said.reason] };
  }
}

const reasons = { timeout: 'timeout', 'server-failure': 'servfail', refused: 'other' } as const;

/** Those of a DNS answer that are addresses, each once, in the form of reports. */
function addresses(texts: readonly string[]): string[] {
  const known = texts.map(value.parseAddress).filter((it) => it !== null);
  return [...new Set(known)].slice(0, MOST_ADDRESSES);
}

/** A name service may say anything; what is no host name ends the chain. */
function aliases(names: readonly string[]): string[] {
  const lower = names.map((name) => name.toLowerCase().replace(/\.$/, ''));
  const end = lower.findIndex((name) => !value.host.safeParse(name).success);
  return lower.slice(0, Math.min(end === -1 ? lower.length : end, MOST_ALIASES));
}
