import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { isTrustedService, type ServiceHosts } from '../service-url.js';
import { type Attempt, waitBefore } from './retry.js';

/** The SDK's options for its connector client, and its HTTP client; botbuilder exports neither name. */
export type ConnectorOptions = NonNullable<
  ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]
>;
type HttpClient = NonNullable<ConnectorOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];
type Response = Awaited<ReturnType<HttpClient['sendRequest']>>;

const ANSWER_MS = 10_000;
/** Answers of the connector are ids and members. */
const ANSWER_BYTES = 256 * 1024;

/** Why a call came to nothing. It holds no request, header or body (security T16). */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  /** What the connector answered; null where it was not asked, or did not answer. */
  readonly status: number | null;

  constructor(status: number | null) {
    super('the connector did not do it');
    this.status = status;
  }
}

export interface TransportOptions extends ServiceHosts {
  readonly wait: (ms: number) => Promise<void>;
  readonly random: () => number;
  readonly answerMs?: number;
}

/**
 * The HTTP client under the SDK's connector. The last gate of everything that goes out (security T43): only trusted
 * hosts, no redirects, a deadline, and throttling honoured. The SDK's pipeline would follow redirects, wait for ever,
 * and send new messages again after any failure; it leaves alone what is thrown here.
 */
export function connectorTransport(options: TransportOptions): HttpClient {
  return {
    async sendRequest(request) {
      if (!isTrustedService(request.url, options)) throw new ConnectorError(null);
      for (let number = 1; ; number += 1) {
        const { attempt, response } = await once(request, options.answerMs ?? ANSWER_MS);
        const status = attempt.kind === 'answered' ? attempt.status : null;
        if (response !== null && response.status < 300) return response;
        const wait = waitBefore(attempt, number, request.method !== 'POST', options.random());
        if (wait === null) throw new ConnectorError(status);
        await options.wait(wait);
      }
    },
  };
}

async function once(
  request: Request,
  answerMs: number,
): Promise<{ readonly attempt: Attempt; readonly response: Response | null }> {
  try {
    const answer = await fetch(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof request.body === 'string' ? request.body : null,
      redirect: 'manual',
      signal: AbortSignal.timeout(answerMs),
    });
    const text = await boundedText(answer);
    const headers = request.headers.clone();
    for (const name of headers.headerNames()) headers.remove(name);
    for (const [name, value] of answer.headers) headers.set(name, value);
    return {
      attempt: { kind: 'answered', status: answer.status, retryAfter: answer.headers.get('retry-after') },
      response: { request, status: answer.status, headers, bodyAsText: text },
    };
  } catch (error) {
    return { attempt: { kind: isUnsent(error) ? 'unsent' : 'silent' }, response: null };
  }
}

async function boundedText(answer: globalThis.Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.byteLength;
    if (length > ANSWER_BYTES) throw new Error('too large');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

/** Failures before a byte of the request was sent (Node's and undici's codes). */
const unsentCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function isUnsent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && unsentCodes.has(code);
}
