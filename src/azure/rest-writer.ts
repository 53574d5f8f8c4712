import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type InternalPipelineOptions,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import { type RestReader, restReader } from './rest-reader.js';
import { Slots } from './slots.js';

type Method = 'PUT' | 'POST' | 'DELETE';

/** An API as an identity that writes sees it. Any status is an answer. */
export interface RestWriter {
  readonly reader: RestReader;
  /**
   * Sends once: whether to try a write again is for whoever knows what it may have done.
   *
   * @param content sent as JSON; null: nothing
   * @throws RestError without an answer, Refusal of what lies below the SDK
   */
  write(method: Method, path: string, content: object | null, signal: AbortSignal): Promise<PipelineResponse>;
  /**
   * Reads what an answer to a write points to, and tries again as every read.
   *
   * @param url of the same origin
   * @throws RestError without an answer, Refusal of what lies below the SDK
   */
  look(url: string, signal: AbortSignal): Promise<PipelineResponse>;
}

/**
 * Writes do not go through clients of the SDK, whose results do not tell what is new (201) from what was there (200), and
 * whose retries are the same for reads and writes.
 *
 * @param most calls at once, reads and writes together
 */
export function restWriter(
  endpoint: string,
  audience: string,
  credential: TokenCredential,
  transport: Transport,
  most: number,
): RestWriter {
  const scopes = [`${audience}/.default`];
  const common = {
    httpClient: boundedClient(transport, { origin: endpoint, slots: new Slots(most) }),
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'acr-help' },
  };
  const reading = { ...common, retryOptions: retryOptions(transport) };
  const write = sender(credential, scopes, { ...common, retryOptions: { maxRetries: 0 } });
  const look = sender(credential, scopes, reading);
  return {
    reader: restReader(endpoint, credential, scopes, reading),
    write: (method, path, content, signal) => write(method, `${endpoint}${path}`, content, signal),
    look: (url, signal) => look('GET', url, null, signal),
  };
}

function sender(
  credential: TokenCredential,
  scopes: string[],
  options: InternalPipelineOptions & { readonly httpClient: HttpClient },
) {
  const pipeline = createPipelineFromOptions(options);
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes }));
  return (method: Method | 'GET', url: string, content: object | null, abortSignal: AbortSignal) => {
    const headers = createHttpHeaders({
      accept: 'application/json',
      ...(content !== null && { 'content-type': 'application/json' }),
    });
    const request = createPipelineRequest({
      ...{ url, method, headers, abortSignal },
      ...(content !== null && { body: JSON.stringify(content) }),
    });
    return pipeline.sendRequest(options.httpClient, request);
  };
}
