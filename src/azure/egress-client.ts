import { createDefaultHttpClient, type HttpClient, isRestError } from '@azure/core-rest-pipeline';
import { cloudAgent, type EgressAgent } from './agent.js';
import type { Egress } from './egress.js';
import { type IdentityEndpoint, IdentityEndpointAgent } from './identity-endpoint.js';
import type { Network } from './network.js';
import { GUARD_CODE } from './not-connected.js';
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
      try {
        return await client.sendRequest(request);
      } catch (error) {
        const guard = isRestError(error) && error.code === GUARD_CODE;
        throw guard ? new Refusal({ kind: 'unavailable', reason: 'guard', status: null }) : error;
      }
    },
  };
}
