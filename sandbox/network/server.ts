import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxResponse, Service, Side } from '../service.js';
import type { World } from '../world/world.js';
import type { Certificates } from './certificates.js';
import { faultAt } from './names.js';

/** Which service answers at a host; null where none does. */
export type ServiceAt = (host: string, world: World) => Service | null;

/** Longest body that a request may have; layers are not uploaded here. */
const MOST_BODY = 4 * 1024 * 1024;

/**
 * The hosts of a world as one side sees them: an HTTPS server on loopback, which shows the certificate of the host
 * that it is asked for.
 */
export class SideServer {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Source addresses by the port of the connection on loopback. */
  readonly #sources = new Map<number, string>();

  readonly side: Side;

  private constructor(side: Side, world: () => World, certificates: Certificates, serviceAt: ServiceAt) {
    this.side = side;
    this.#server = createServer({
      ALPNProtocols: ['http/1.1'],
      SNICallback: (host, done) => {
        const fault = faultAt(world(), host.toLowerCase(), side, 'tls');
        // A handshake that hangs gets no answer at all.
        if (fault === 'hangs') return;
        certificates.contextFor(host.toLowerCase(), fault).then((context) => done(null, context), done);
      },
    });
    this.#server.on('connection', (socket: Socket) => {
      this.#sockets.add(socket);
      const port = socket.remotePort ?? 0;
      // Clients break off whenever they like.
      socket.on('error', () => {});
      socket.on('close', () => {
        this.#sockets.delete(socket);
        this.#sources.delete(port);
      });
    });
    this.#server.on('tlsClientError', () => {});
    this.#server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const source = this.#sources.get(request.socket.remotePort ?? 0) ?? 'unknown';
      answer(request, response, { world, side, serviceAt, source }).catch(() => response.destroy());
    });
  }

  static async start(
    side: Side,
    world: () => World,
    certificates: Certificates,
    serviceAt: ServiceAt,
  ): Promise<SideServer> {
    const started = new SideServer(side, world, certificates, serviceAt);
    await new Promise<void>((resolve, reject) => {
      started.#server.once('error', reject);
      started.#server.listen(0, '127.0.0.1', resolve);
    });
    return started;
  }

  /**
   * A connection to the server that counts as coming from an address of the world.
   *
   * @throws NodeJS.ErrnoException, or the reason of the signal
   */
  dial(source: string, signal: AbortSignal): Promise<Socket> {
    const { port } = this.#server.address() as AddressInfo; // Listens on TCP, so it is no path.
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      const stop = () => {
        socket.destroy();
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        signal.removeEventListener('abort', stop);
        this.#sources.set(socket.localPort ?? 0, source);
        resolve(socket);
      });
    });
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}

interface Situation {
  readonly world: () => World;
  readonly side: Side;
  readonly serviceAt: ServiceAt;
  readonly source: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { world: current, side, serviceAt, source }: Situation,
): Promise<void> {
  const host = (request.headers.host ?? '').toLowerCase().replace(/:443$/, '');
  const body = await bodyOf(request);
  const world = current();
  if (world.delay > 0) await sleep(world.delay);
  const fault = faultAt(world, host, side, 'http');
  if (fault === 'hangs') return;
  if (fault === 'drips' || fault === 'huge') return endless(response, fault);
  const service = serviceAt(host, world);
  if (service === null || body === null) {
    response.writeHead(service === null ? 421 : 413).end();
    return;
  }
  const url = new URL(request.url ?? '/', `https://${host}`);
  const answered = await service(
    {
      method: request.method ?? 'GET',
      host,
      path: url.pathname.replaceAll(/\/{2,}/g, '/'),
      query: url.searchParams,
      headers: headersOf(request),
      body,
      from: side,
      address: source,
    },
    world,
  );
  send(request, response, answered);
}

function send(request: IncomingMessage, response: ServerResponse, answered: SandboxResponse): void {
  const body = answered.body ?? '';
  // HEAD has the length of the body that it does not send.
  const length = request.method === 'HEAD' ? {} : { 'content-length': Buffer.byteLength(body) };
  response.writeHead(answered.status, { ...length, ...answered.headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** A body that drips byte by byte, or floods, until the client has enough. */
async function endless(response: ServerResponse, kind: 'drips' | 'huge'): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"');
  const chunk = 'x'.repeat(kind === 'huge' ? 65_536 : 1);
  while (!response.destroyed) {
    const flows = response.write(chunk);
    if (kind === 'drips') await sleep(250, null, { ref: false });
    else if (!flows) await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
  }
}

function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Null for one that is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
