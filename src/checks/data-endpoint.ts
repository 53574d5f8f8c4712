import type { Way } from '../azure/ports.js';
import { parseDataEndpoint } from '../diagnosis/facts/login-server.js';
import type { LoginServer } from '../diagnosis/reading.js';
import type { Check, Means } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

type Steps = Pick<Way, 'dns' | 'tcp' | 'tls' | 'notAsked'>;

/** A way that leads nowhere; the guard's refusal is none, since nothing was tried. */
function isBlocked({ dns, tcp, tls }: Steps): boolean {
  if (dns.kind === 'not-found') return true;
  return (tcp !== null && tcp !== 'connected' && tcp !== 'guard') || (tls !== null && tls !== 'trusted');
}

/** The way to one endpoint; from the bot's network its name only. A name that is none of the registry's is not asked. */
async function stepsTo(
  endpoint: string,
  registry: LoginServer,
  { probe, vantage }: Means,
  signal: AbortSignal,
): Promise<Steps> {
  const own = parseDataEndpoint(endpoint)?.loginServer === registry;
  if (own && vantage === 'person') return probe.way(registry, endpoint, signal);
  const dns = own ? await probe.lookUp(endpoint, signal) : notAsked;
  return { dns, tcp: null, tls: null };
}

const notAsked: Steps['dns'] = { kind: 'failed', reason: 'refused' };

/**
 * W3: layers come from data endpoints, which a firewall has to let through as well
 * (container-registry-firewall-access-rules.md). Only dedicated ones have names that are known beforehand; without
 * them the registry names a storage account at each download. From the bot's network only a name that does not exist
 * says something about the person's.
 */
export const dataEndpoint: Check<'data-endpoint'> = {
  id: 'data-endpoint',
  run: async (_subject, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (found.value === null) return unknown(frame, 'missing-right');
    const { dataEndpoints, loginServer } = found.value;
    if (dataEndpoints.length === 0) return unknown(frame, 'not-supported');
    const ways = await Promise.all(
      dataEndpoints.map(async (endpoint) => ({
        endpoint,
        steps: await stepsTo(endpoint, loginServer, means, signal),
      })),
    );
    const blocked = ways.filter(({ steps }) => isBlocked(steps)).map(({ endpoint }) => endpoint);
    if (blocked.length > 0)
      return verdict<'data-endpoint'>(frame, 'blocked', { endpoints: blocked.join(', ') });
    const notAsked = ways.find(({ steps }) => steps.notAsked !== undefined)?.steps.notAsked;
    if (notAsked !== undefined) return unknownFrom(frame, notAsked);
    if (means.vantage === 'bot') return unknown(frame, 'other-vantage');
    return ways.every(({ steps }) => steps.tls === 'trusted')
      ? verdict<'data-endpoint'>(frame, 'reachable', { endpoints: dataEndpoints.join(', ') })
      : unknown(frame, 'not-reachable');
  },
};
