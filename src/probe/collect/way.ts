import { endingAfter } from '../../azure/deadline.js';
import type { ProbeDns, ProbeWay } from '../report.js';
import { connect } from './connect.js';
import { askDns, askSystem } from './names.js';
import { proxyFor } from './proxy.js';
import type { Surroundings } from './surroundings.js';
import { type Secured, secure } from './tls.js';

const NAME_MS = 3_000;

export interface Walked {
  readonly way: ProbeWay;
  /** Open and to be trusted; the caller ends it. */
  readonly socket: Secured['socket'];
}

/** What both ways to look a name up give. */
export type Names = Pick<ProbeWay, 'dns' | 'lookup'> & { readonly dns: ProbeDns };

/** Asks for a name in both ways, side by side. */
export async function lookUpBoth(around: Surroundings, host: string, signal: AbortSignal): Promise<Names> {
  const [dns, lookup] = await endingAfter(NAME_MS, signal, (stop) =>
    Promise.all([askDns(around, host, stop), askSystem(around, host, stop)]),
  );
  return { dns, lookup };
}

/** From a name to a connection with TLS, the way that clients of this machine go. */
export async function walk(
  around: Surroundings,
  host: string,
  { dns, lookup }: Names,
  signal: AbortSignal,
): Promise<Walked> {
  // Clients take what the system says, hosts file included.
  const said = lookup?.kind === 'found' && lookup.addresses.length > 0 ? lookup : dns.answer;
  const addresses = said.kind === 'found' ? said.addresses : [];
  const { way } = proxyFor(host, around.env);
  const connected = await connect(around, host, addresses, way, signal);
  const seen = { dns, lookup, tcp: connected.result };
  if (connected.result !== 'ok') return { way: { ...seen, tls: null }, socket: null };
  const secured = await secure(connected.socket, host, around.network.extraCa, signal);
  return { way: { ...seen, tls: secured.seen }, socket: secured.socket };
}
