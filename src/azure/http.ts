import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { Agent, request as httpsRequest, type RequestOptions } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Problem } from './answer.js';
import type { NotOpened } from './egress.js';
import { NotConnected } from './not-connected.js';

export interface HttpRequest {
  readonly host: string;
  readonly method: 'GET' | 'POST';
  /** Path and query, percent-encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Fields of an `application/x-www-form-urlencoded` body. */
  readonly form?: URLSearchParams;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type HttpResult =
  | { readonly kind: 'answered'; readonly response: HttpResponse }
  | { readonly kind: 'not-opened'; readonly opened: NotOpened }
  | { readonly kind: 'timeout' }
  /** The host is not asked for now. */
  | { readonly kind: 'not-sent'; readonly problem: Problem }
  /** The body goes beyond the cap, or is packed although nobody asked for it: it was not read. */
  | { readonly kind: 'unread'; readonly status: number }
  /** Cut off, no HTTP, or headers beyond the cap. */
  | { readonly kind: 'broken' };

/** Bytes (security T12). */
export const LARGEST_BODY = 64 * 1024;
const LARGEST_HEADERS = 12 * 1024;

/**
 * One HTTP/1.1 request over a connection that the guard opened. Never throws, follows no redirect.
 *
 * @param milliseconds from the connection to the last byte
 */
export function send(
  via: TLSSocket | Agent,
  message: HttpRequest,
  milliseconds: number,
  signal: AbortSignal,
): Promise<HttpResult> {
  return new Promise((resolve) => {
    const request = httpsRequest(optionsOf(via, message));
    let timer: NodeJS.Timeout | undefined;
    let over = false;
    const finish = (result: HttpResult) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', expire);
      resolve(result);
      if (result.kind !== 'answered') request.destroy();
    };
    const expire = () => finish({ kind: 'timeout' });
    signal.addEventListener('abort', expire);
    request.once('socket', () => {
      timer = over ? undefined : setTimeout(expire, milliseconds);
    });
    request.on('error', (error) =>
      finish(
        error instanceof NotConnected ? { kind: 'not-opened', opened: error.opened } : { kind: 'broken' },
      ),
    );
    request.once('close', () => finish({ kind: 'broken' }));
    request.once('response', (response) => collect(response, finish));
    if (signal.aborted) expire();
    else request.end(message.form?.toString());
  });
}

function optionsOf(
  via: TLSSocket | Agent,
  { host, method, path, headers, form }: HttpRequest,
): RequestOptions {
  return {
    host,
    method,
    path,
    headers: {
      host,
      'user-agent': 'acr-help',
      accept: '*/*',
      'accept-encoding': 'identity',
      ...headers,
      ...(form && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(form.toString()),
      }),
    },
    maxHeaderSize: LARGEST_HEADERS,
    // Said aloud: a flag of Node can change the default.
    insecureHTTPParser: false,
    ...(via instanceof Agent ? { agent: via } : { createConnection: () => via }),
  };
}

function collect(response: IncomingMessage, finish: (result: HttpResult) => void): void {
  const { statusCode: status = 0, headers } = response;
  response.once('error', () => finish({ kind: 'broken' }));
  if ((headers['content-encoding'] ?? 'identity') !== 'identity') {
    finish({ kind: 'unread', status });
    return;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > LARGEST_BODY) finish({ kind: 'unread', status });
    else chunks.push(chunk);
  });
  response.once('end', () =>
    finish({ kind: 'answered', response: { status, headers, body: Buffer.concat(chunks).toString() } }),
  );
}
