import type { Reach } from '../azure/ports.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

type Way = Pick<Reach, 'dns' | 'tcp' | 'tls'>;

/** A way that leads nowhere; the guard's refusal is none, since nothing was tried. */
function isBlocked({ dns, tcp, tls }: Way): boolean {
  if (dns.kind === 'not-found') return true;
  return (tcp !== null && tcp !== 'connected' && tcp !== 'guard') || (tls !== null && tls !== 'trusted');
}

/**
 * W3: layers come from data endpoints, which a firewall has to let through as well
 * (container-registry-firewall-access-rules.md). Only dedicated ones have names that are known beforehand; without
 * them the registry names a storage account at each download. From the bot's network only a name that does not exist
 * says something about the person's.
 */
export const dataEndpoint: Check<'data-endpoint'> = {
  id: 'data-endpoint',
  run: async ({ loginServer }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (found.value === null) return unknown(frame, 'missing-right');
    const { dataEndpoints } = found.value;
    if (dataEndpoints.length === 0) return unknown(frame, 'not-supported');
    const ways = await Promise.all(
      dataEndpoints.map(async (endpoint): Promise<readonly [string, Way]> => {
        if (means.vantage === 'person')
          return [endpoint, await means.probe.way(loginServer, endpoint, signal)];
        return [endpoint, { dns: await means.probe.lookUp(endpoint, signal), tcp: null, tls: null }];
      }),
    );
    const blocked = ways.filter(([, way]) => isBlocked(way)).map(([endpoint]) => endpoint);
    if (blocked.length > 0)
      return verdict<'data-endpoint'>(frame, 'blocked', { endpoints: blocked.join(', ') });
    if (means.vantage === 'bot') return unknown(frame, 'other-vantage');
    return ways.every(([, { tls }]) => tls === 'trusted')
      ? verdict<'data-endpoint'>(frame, 'reachable', { endpoints: dataEndpoints.join(', ') })
      : unknown(frame, 'not-reachable');
  },
};
