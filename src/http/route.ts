import type { IncomingMessage, ServerResponse } from 'node:http';

/** A path of the one HTTP server. `handle` ends the response; what it throws becomes a bare 500. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** Compared whole, without the query. */
  readonly path: string;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
}
