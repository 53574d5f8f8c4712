import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { Refusal } from './refusal.js';
import { retryAfterSeconds } from './retry-after.js';
import type { Slots } from './slots.js';

/** What carries the calls of the SDK, and within which bounds. */
export interface Transport {
  /** That of `egress-client.ts`, or one that answers by itself. */
  readonly httpClient: HttpClient;
  /** For one try, the body included. */
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** Before the first retry; it doubles, with some chance. */
  readonly retryDelayMs: number;
}

/** Options of every pipeline. */
export function retryOptions({ maxRetries, retryDelayMs: retryDelayInMs }: Transport) {
  return { maxRetries, retryDelayInMs, maxRetryDelayInMs: 5000 };
}

export interface Bounds {
  /** The only origin that may be called; null for sign-in, whose endpoints are configured. */
  readonly origin: string | null;
  readonly slots: Slots;
}

/** A longer `Retry-After` is not waited for: it is the answer. */
const patienceSeconds = 2;
/** The longest body; a page of registries has a few hundred kilobytes. */
const maxBytes = 16 * 2 ** 20;

/**
 * The HTTP client under every SDK client and credential. It is the lowest layer because ManagedIdentityCredential drops
 * policies that are given to it, and because `request.timeout` of the default client ends with the headers of the
 * answer (@azure/identity 4.13.1, @typespec/ts-http-runtime 0.3).
 *
 * Every try has a deadline and a longest body; calls to another origin, such as a nextLink that leads elsewhere, are
 * refused before a token leaves.
 */
export function boundedClient(transport: Transport, { origin, slots }: Bounds): HttpClient {
  return {
    sendRequest: async (request) => {
      if (origin !== null && new URL(request.url).origin !== origin) {
        throw new Refusal({ kind: 'unavailable', reason: 'guard', status: null });
      }
      return slots.run(request.abortSignal, () => attempt(transport, request));
    },
  };
}

/** One try under its own signal, so that the next try of the same request starts with a fresh one. */
async function attempt(
  { httpClient, timeoutMs }: Transport,
  request: PipelineRequest,
): Promise<PipelineResponse> {
  const caller = request.abortSignal;
  const own = new AbortController();
  const stop = (): void => own.abort();
  const timer = setTimeout(stop, timeoutMs);
  caller?.addEventListener('abort', stop);
  if (caller?.aborted) stop();
  request.abortSignal = own.signal;
  request.onDownloadProgress = ({ loadedBytes }) => {
    if (loadedBytes > maxBytes) stop();
  };
  try {
    const response = await httpClient.sendRequest(request);
    refuseLongWaits(response);
    return response;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', stop);
    if (caller) request.abortSignal = caller;
    else delete request.abortSignal;
  }
}

/** The pipeline would sleep for as long as it is told to, whatever the deadline of the diagnosis. */
function refuseLongWaits({ status, headers }: PipelineResponse): void {
  const seconds = status === 429 || status === 503 ? retryAfterSeconds(headers) : null;
  if (seconds === null || seconds <= patienceSeconds) return;
  throw new Refusal(
    status === 429
      ? { kind: 'throttled', retryAfterSeconds: seconds }
      : { kind: 'unavailable', reason: 'server-error', status },
  );
}
