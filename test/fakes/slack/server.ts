import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Socket } from './socket.js';
import { Workspace } from './workspace.js';

type Json = Record<string, unknown>;

/**
 * How a method fails: an error of Slack's, a status, no answer at all, or – `lost` – an effect whose answer never comes:
 * `lost: 500` has it followed by that status.
 */
export type Fault =
  | { readonly error: string }
  | { readonly status: number; readonly headers?: Record<string, string> }
  | { readonly hang: true }
  | { readonly lost: 'silence' | number };

export interface Call {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
}

/** Slack's side of the wire on loopback: Web API, files, `response_url` and Socket Mode. */
export class SlackServer {
  readonly workspace: Workspace;
  readonly socket = new Socket();
  readonly calls: Call[] = [];
  /** Requests for files and to `response_url`, with the authorization they carried. */
  readonly fetched: { readonly path: string; readonly authorization: string | undefined }[] = [];
  readonly #faults = new Map<string, Fault[]>();
  readonly #whispers = new Map<string, { readonly channel: string; readonly user: string }>();
  readonly #server: Server;

  constructor(now: () => number) {
    this.workspace = new Workspace(now);
    this.#server = createServer((request, response) => void this.#answer(request, response));
    this.#server.on('upgrade', (request, socket, head) => this.socket.upgrade(request, socket, head));
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.socket.close();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  get origin(): string {
    // Of a server that listens on a port, it is always this.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The next calls of a method fail, each fault once. */
  fail(method: string, ...faults: readonly Fault[]): void {
    this.#faults.set(method, [...(this.#faults.get(method) ?? []), ...faults]);
  }

  callsOf(method: string): readonly Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** An address that answers an interaction. */
  responseUrl(channel: string, user: string): string {
    const path = `/response/${this.#whispers.size + 1}`;
    this.#whispers.set(path, { channel, user });
    return `${this.origin}${path}`;
  }

  /** Resolves when something holds, which is looked at every few milliseconds; rejects after `ms`. */
  async until(holds: () => boolean, ms = 5_000): Promise<void> {
    for (const begun = performance.now(); !holds(); await sleep(3))
      if (performance.now() - begun > ms)
        throw new Error(`did not come about in ${ms} ms: ${holds.toString()}`);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const body = Buffer.concat(parts).toString('utf8');
    const { authorization } = request.headers;
    if (path.startsWith('/api/')) this.#api(path.slice('/api/'.length), body, authorization ?? '', response);
    else if (path.startsWith('/response/')) this.#whisper(path, body, authorization, response);
    else await this.#file(path, authorization, response);
  }

  #api(method: string, body: string, authorization: string, response: ServerResponse): void {
    const args = decoded(new URLSearchParams(body));
    this.calls.push({ method, args, token: authorization.replace('Bearer ', '') });
    const fault = this.#faults.get(method)?.shift();
    if (fault !== undefined && !('lost' in fault)) {
      failed(response, fault);
      return;
    }
    const reply =
      method === 'apps.connections.open'
        ? { ok: true, url: `${this.origin.replace('http', 'ws')}/socket` }
        : this.workspace.answer(method, args);
    if (fault === undefined) json(response, 200, reply);
    else if (typeof fault.lost === 'number') json(response, fault.lost, {});
  }

  #whisper(path: string, body: string, authorization: string | undefined, response: ServerResponse): void {
    this.fetched.push({ path, authorization });
    const where = this.#whispers.get(path);
    if (where !== undefined) this.workspace.whisper(where.channel, where.user, JSON.parse(body));
    json(response, where === undefined ? 404 : 200, {});
  }

  async #file(path: string, authorization: string | undefined, response: ServerResponse): Promise<void> {
    this.fetched.push({ path, authorization });
    const file = this.workspace.files.get(path);
    await file?.after;
    response.writeHead(file?.status ?? 404, file?.headers);
    response.end(file?.body);
  }
}

function failed(response: ServerResponse, fault: Exclude<Fault, { lost: unknown }>): void {
  if ('error' in fault) json(response, 200, { ok: false, error: fault.error });
  else if ('status' in fault) json(response, fault.status, {}, fault.headers);
}

function json(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(content));
}

/** The SDK sends forms whose objects are JSON. */
function decoded(form: URLSearchParams): Json {
  return Object.fromEntries(
    [...form].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}
