import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Unavailable } from './answer.js';
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

/**
 * One try under its own signal, so that the next try of the same request starts with a fresh one. It ends in time by
 * itself: the default client, told to stop while it reads a body, drops the connection and never says so.
 */
async function attempt(
  { httpClient, timeoutMs }: Transport,
  request: PipelineRequest,
): Promise<PipelineResponse> {
  const caller = request.abortSignal;
  const own = new AbortController();
  const { promise: ended, reject } = withReject();
  const stop = (reason: Unavailable): void => {
    reject(new Refusal({ kind: 'unavailable', reason, status: null }));
    own.abort();
  };
  const late = (): void => stop('timeout');
  const timer = setTimeout(late, timeoutMs);
  caller?.addEventListener('abort', late);
  if (caller?.aborted) late();
  request.abortSignal = own.signal;
  request.onDownloadProgress = ({ loadedBytes }) => {
    if (loadedBytes > maxBytes) stop('protocol');
  };
  try {
    return patient(await Promise.race([httpClient.sendRequest(request), ended]));
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', late);
    if (caller) request.abortSignal = caller;
    else delete request.abortSignal;
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (error: Refusal) => void } {
  let reject: (error: Refusal) => void = () => {};
  const promise = new Promise<never>((_, no) => {
    reject = no;
  });
  // It may be rejected when nobody waits any more.
  promise.catch(() => {});
  return { promise, reject };
}

/** The pipeline would sleep for as long as it is told to, whatever the deadline of the diagnosis. */
function patient(response: PipelineResponse): PipelineResponse {
  const { status, headers } = response;
  const seconds = status === 429 || status === 503 ? retryAfterSeconds(headers) : null;
  if (seconds === null || seconds <= patienceSeconds) return response;
  throw new Refusal(
    status === 429
      ? { kind: 'throttled', retryAfterSeconds: seconds }
      : { kind: 'unavailable', reason: 'server-error', status },
  );
}
