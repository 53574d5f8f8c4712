import {
  createDefaultHttpClient,
  type HttpClient,
  isRestError,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { cloudAgent, type EgressAgent } from './agent.js';
import type { Judged } from './circuits.js';
import type { Egress } from './egress.js';
import { type IdentityEndpoint, IdentityEndpointAgent } from './identity-endpoint.js';
import { judgedStatus } from './judged.js';
import type { Network } from './network.js';
import { GUARD_CODE } from './not-connected.js';
import { type Counted, observed, statusOf } from './observed.js';
import { Refusal } from './refusal.js';
import { Retries } from './retries.js';
import { serviceOf } from './service.js';

/**
 * The HTTP client (`httpClient` option) of every SDK client and credential: it sends through the guard, whatever
 * proxy, agent or TLS settings the layers above chose. The guard's refusal is a `Refusal`, which nothing tries again, and
 * so is that of a circuit that is open or of a budget of retries that is used up. The endpoint of the machine's identity
 * has neither: it is on the machine, and the SDK has rules of its own for it.
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
  const retries = new Retries();
  return {
    sendRequest: async (request) => {
      request.agent = request.url.startsWith('https:') ? guarded : local;
      delete request.requestOverrides;
      const { protocol, hostname } = new URL(request.url);
      const isLocal = protocol !== 'https:';
      const service = isLocal ? 'identity-endpoint' : serviceOf(hostname, egress.cloud);
      const about = { service, method: request.method } as const;
      const send = () => observed(egress, about, () => client.sendRequest(request), countedAs);
      const { circuits } = egress;
      try {
        if (isLocal) return await send();
        retries.admit(request, service, circuits.retries(hostname));
        const response = await circuits.run(hostname, request.abortSignal, send, judged);
        retries.answered(request, response);
        return response;
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (isGuards(error)) throw new Refusal({ kind: 'unavailable', reason: 'guard', status: null });
        retries.failed(request, error);
        throw error;
      }
    },
  };
}

function isGuards(error: unknown): boolean {
  return isRestError(error) && error.code === GUARD_CODE;
}

function judged(response: PipelineResponse | null, error: unknown): Judged {
  if (response !== null) return judgedStatus(response.status);
  if (isGuards(error)) return 'unknown';
  return isStopped(error) ? 'stopped' : 'failed';
}

function isStopped(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** An error of this layer is of the connection; one that was stopped is one whose time was over. */
function countedAs(response: PipelineResponse | null, error: unknown): Counted {
  if (response !== null) {
    return { status: statusOf(response.status), date: response.headers.get('date') ?? null };
  }
  return { status: isGuards(error) ? 'guard' : isStopped(error) ? 'timeout' : 'not-connected', date: null };
}
