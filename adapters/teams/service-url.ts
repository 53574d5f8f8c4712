/** The public cloud's connector (security T43). */
const publicHost = 'smba.trafficmanager.net';

/** Whether a host is this machine and nothing else, without a look-up. */
export function isLoopback(host: string): boolean {
  return host === '127.0.0.1' || host === '::1' || host === '[::1]' || host === 'localhost';
}

/** Hosts that may be sent the connector's token. */
export interface ServiceHosts {
  readonly serviceHosts: readonly string[];
  /** Allows loopback, over plain HTTP too. */
  readonly local: boolean;
}

/**
 * Whether an address is one of a Bot Connector that is trusted. It comes with each activity and is stored with
 * references, so that it is judged before each call (security T43). Pure.
 */
export function isTrustedService(address: string, { serviceHosts, local }: ServiceHosts): boolean {
  // What the parser would repair is no address of a connector.
  if (!/^https?:\/\/[\x21-\x7e]+$/.test(address) || address.includes('\\')) return false;
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port, username, password } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (local && isLoopback(hostname)) return true;
  if (protocol !== 'https:' || port !== '') return false;
  return hostname === publicHost || serviceHosts.includes(hostname);
}
