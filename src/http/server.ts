import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Log } from '../observe/log.js';
import type { Route } from './route.js';

/** Limits on who keeps a connection open without asking for anything. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;

/** One HTTP server for everything that the bot answers. */
export class HttpServer {
  readonly #server: Server;
  readonly #routes: ReadonlyMap<string, Route['handle']>;
  readonly #paths: ReadonlySet<string>;
  readonly #log: Log;

  constructor(routes: readonly Route[], log: Log) {
    this.#routes = new Map(routes.map(({ method, path, handle }) => [`${method} ${path}`, handle]));
    this.#paths = new Set(routes.map(({ path }) => path));
    this.#log = log;
    this.#server = createServer(
      { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS },
      (request, response) => {
        void this.#answer(request, response);
      },
    );
  }

  /** @returns the port, which 0 leaves to the machine */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    // Of a server that listens on a port, not on a pipe, it is always this.
    return (this.#server.address() as AddressInfo).port;
  }

  /**
   * Takes no new connection, and lets requests under way end; connections that are kept open for later ones are closed.
   *
   * @param withinMs after so long those of requests are cut, too
   */
  async close(withinMs = REQUEST_MS): Promise<void> {
    const idle = setInterval(() => this.#server.closeIdleConnections(), 20);
    const late = setTimeout(() => this.#server.closeAllConnections(), withinMs);
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    clearInterval(idle);
    clearTimeout(late);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A peer that goes away in the middle must not end the process.
    response.on('error', () => {});
    request.on('error', () => {});
    // Of a body that nobody wants to read, no more is taken than there is.
    response.on('finish', () => {
      if (!request.complete) request.socket.destroySoon();
    });
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    // Node sends no body in answer to HEAD, whatever is written (RFC 9110 §9.3.2).
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const handle = this.#routes.get(`${method} ${path}`);
    try {
      if (handle === undefined) plain(response, this.#paths.has(path) ? 405 : 404);
      else await handle(request, response);
    } catch {
      this.#log.error('http.failed', { path });
      if (response.headersSent) response.destroy();
      else plain(response, 500);
    }
  }
}

/** Status and its name, nothing of what happened inside. */
export function plain(response: ServerResponse, status: number, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...headers });
  response.end();
}
