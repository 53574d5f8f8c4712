import type { CloudProfile } from '../azure/clouds.js';
import { createEgress, type Opened, type PrivateAllowed } from '../azure/egress.js';
import { send } from '../azure/http.js';
import type { Network } from '../azure/network.js';
import { type Clock, clockFrom } from './clock.js';
import type { HostWay } from './egress.js';

export interface HostToInspect {
  readonly host: string;
  readonly network: Network;
  readonly cloud: CloudProfile;
  /** Whether it may have private addresses, as it may for the client that needs it. */
  readonly privateAllowed: PrivateAllowed;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Goes to a host through the guard as the bot's clients do – name, address, TCP, TLS – and asks it for its root without
 * a credential, for the `Date` of the answer. Never rejects.
 */
export async function inspectHost(
  { host, network, cloud, privateAllowed, now }: HostToInspect,
  signal: AbortSignal,
): Promise<{ readonly way: HostWay; readonly clock: Clock | null }> {
  // An egress of its own: the guard of the bot's clients knows the hosts of each client alone.
  const egress = createEgress({ network, cloud: { ...cloud, hosts: [host] } });
  const opened = await egress.open(host, privateAllowed, signal);
  const clock = await clockOf(opened, host, egress.deadlines.http, now, signal);
  return {
    way: opened.kind === 'open' ? { kind: 'open', dns: opened.dns, issuer: opened.issuer } : opened,
    clock,
  };
}

async function clockOf(
  opened: Opened,
  host: string,
  milliseconds: number,
  now: () => number,
  signal: AbortSignal,
): Promise<Clock | null> {
  if (opened.kind !== 'open') return null;
  const sent = now();
  const result = await send(opened.socket, { host, method: 'GET', path: '/' }, milliseconds, signal);
  opened.socket.destroy();
  return result.kind === 'answered' ? clockFrom(host, result.response.headers.date, sent, now()) : null;
}
