import {
  createDefaultHttpClient,
  type HttpClient,
  isRestError,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { cloudAgent, type EgressAgent } from './agent.js';
import type { Egress } from './egress.js';
import { type IdentityEndpoint, IdentityEndpointAgent } from './identity-endpoint.js';
import type { Network } from './network.js';
import { GUARD_CODE } from './not-connected.js';
import { type Counted, observed, serviceOf, statusOf } from './observed.js';
import { Refusal } from './refusal.js';

/**
 * The HTTP client (`httpClient` option) of every SDK client and credential: it sends through the guard, whatever
 * proxy, agent or TLS settings the layers above chose. The guard's refusal is a `Refusal`, which nothing tries again.
 *
 * @param identity endpoint of the bot's managed identity; null where it has none
 * @param guarded the agent of the connections by TLS
 */
export function createEgressClient(
  egress: Egress,
  network: Network,
  identity: IdentityEndpoint | null,
  guarded: EgressAgent = cloudAgent(egress),
): HttpClient {
  const client = createDefaultHttpClient();
  const local = new IdentityEndpointAgent(network, identity);
  return {
    sendRequest: async (request) => {
      request.agent = request.url.startsWith('https:') ? guarded : local;
      delete request.requestOverrides;
      const { protocol, hostname } = new URL(request.url);
      const service = protocol === 'https:' ? serviceOf(hostname, egress.cloud) : 'identity-endpoint';
      const about = { service, method: request.method } as const;
      try {
        return await observed(egress, about, () => client.sendRequest(request), countedAs);
      } catch (error) {
        throw isGuards(error) ? new Refusal({ kind: 'unavailable', reason: 'guard', status: null }) : error;
      }
    },
  };
}

function isGuards(error: unknown): boolean {
  return isRestError(error) && error.code === GUARD_CODE;
}

/** An error of this layer is of the connection; one that was stopped is one whose time was over. */
function countedAs(response: PipelineResponse | null, error: unknown): Counted {
  if (response !== null) {
    return { status: statusOf(response.status), date: response.headers.get('date') ?? null };
  }
  const stopped = error instanceof Error && error.name === 'AbortError';
  return { status: isGuards(error) ? 'guard' : stopped ? 'timeout' : 'not-connected', date: null };
}
