import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  type HttpClient,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import { type RestReader, restReader } from './rest-reader.js';
import { Slots } from './slots.js';

/** One request with the pipeline of the SDK, and whatever came back. */
export interface Call {
  readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  /** JSON; null: without a body. */
  readonly body: string | null;
}
type Send = (call: Call, signal: AbortSignal) => Promise<PipelineResponse>;

/** An API as an identity that writes sees it. */
export interface RestWriter {
  readonly endpoint: string;
  readonly reader: RestReader;
  /**
   * Sends once: whether to try a write again is for whoever knows what it may have done. Any status is an answer.
   *
   * @throws RestError without an answer, Refusal of what lies below the SDK
   */
  readonly write: Send;
  /** The same for a read, which is tried again. */
  readonly look: Send;
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
  return {
    endpoint,
    reader: restReader(endpoint, credential, scopes, reading),
    write: sender(credential, scopes, { ...common, retryOptions: { maxRetries: 0 } }),
    look: sender(credential, scopes, reading),
  };
}

function sender(
  credential: TokenCredential,
  scopes: string[],
  options: Parameters<typeof createPipelineFromOptions>[0] & { readonly httpClient: HttpClient },
): Send {
  const pipeline = createPipelineFromOptions(options);
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes }));
  return ({ method, url, body }, abortSignal) => {
    const headers = createHttpHeaders({
      accept: 'application/json',
      ...(body !== null && { 'content-type': 'application/json' }),
    });
    const request = createPipelineRequest({
      ...{ url, method, headers, abortSignal },
      ...(body !== null && { body }),
    });
    return pipeline.sendRequest(options.httpClient, request);
  };
}
