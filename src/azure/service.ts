import { parseDataEndpoint, parseLoginServer } from '../diagnosis/facts/login-server.js';
import type { Service } from '../knowledge/services.js';
import type { CloudProfile } from './clouds.js';

/** What a host is. A cloud's other names are its sign-in service's (`clouds.ts`). */
export function serviceOf(host: string, cloud: CloudProfile): Service {
  const is = (origin: string): boolean => origin === `https://${host}`;
  if (is(cloud.armEndpoint)) return 'resource-manager';
  if (is(cloud.graphEndpoint)) return 'graph';
  if (is(cloud.logsEndpoint)) return 'log-analytics';
  if (host.endsWith(cloud.vaultSuffix)) return 'key-vault';
  if (parseLoginServer(host) === host) return 'registry';
  if (parseDataEndpoint(host) !== null) return 'registry-data';
  return is(cloud.authorityHost) || cloud.hosts.includes(host) ? 'entra' : 'other';
}
