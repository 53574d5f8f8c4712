import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import {
  type AddressInfo,
  connect,
  createServer as createTcp,
  type Socket,
  type Server as TcpServer,
} from 'node:net';
import { onTestFinished } from 'vitest';
import { Authority, type LeafOptions } from '../../sandbox/network/authority.js';
import type { Network, Resolution } from '../../src/azure/network.js';

/**
 * A network that exists on loopback only: names are a table, and every address leads to a server of the test or is
 * refused. Whatever is looked up, connected to or sent is written down.
 */
export interface FakeNet {
  readonly network: Network;
  readonly ca: Authority;
  /** Names that were looked up, and addresses that were connected to as `address:port`, in order. */
  readonly lookups: string[];
  readonly connections: string[];
  /** What DNS says; a function is asked anew each time. Other names do not exist. */
  dns(name: string, answer: readonly string[] | Resolution | (() => readonly string[] | Resolution)): void;
  /** An HTTPS server at `address:443`. */
  serve(address: string, options: ServeOptions): Promise<FakeServer>;
  /** Accepts connections and never says a word. */
  mute(address: string): Promise<void>;
  /** Answers everything with the same bytes, without TLS. */
  plain(address: string, bytes: string): Promise<void>;
  /** Connections to it never come about. */
  blackHole(address: string): void;
}

export interface ServeOptions extends LeafOptions {
  /** Names of the certificate. */
  readonly names: readonly string[];
  readonly port?: number;
  readonly answer: (request: Recorded, response: ServerResponse) => void;
}

export interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface FakeServer {
  readonly requests: Recorded[];
  /** Bytes of HTTP that arrived within TLS, read by nobody but HTTP. */
  readonly received: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Bytes that were given to the socket, TLS included. */
  readonly sent: () => number;
}

let authority: Promise<Authority> | undefined;

export async function fakeNet(): Promise<FakeNet> {
  authority ??= Authority.create('Fake authority');
  const ca = await authority;
  const names = new Map<string, () => readonly string[] | Resolution>();
  const ports = new Map<string, number | 'black hole'>();
  const lookups: string[] = [];
  const connections: string[] = [];

  async function listen(server: Server | TcpServer, target: string): Promise<void> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket: Socket) => {
      sockets.add(socket.on('error', () => {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    ports.set(target, (server.address() as AddressInfo).port);
  }

  return {
    ca,
    lookups,
    connections,
    network: {
      extraCa: [ca.pem],
      async resolve(name) {
        lookups.push(name);
        const answer = names.get(name)?.() ?? ({ kind: 'not-found', aliases: [] } as const);
        return 'kind' in answer ? answer : { kind: 'found', addresses: answer, aliases: [] };
      },
      connect(address, port, signal) {
        connections.push(`${address}:${port}`);
        return dialLoopback(ports.get(`${address}:${port}`), signal);
      },
    },
    dns(name, answer) {
      names.set(name, typeof answer === 'function' ? answer : () => answer);
    },
    async serve(address, { names: certified, answer, port = 443, ...leaf }) {
      const requests: Recorded[] = [];
      const sockets: Socket[] = [];
      let received = 0;
      const server = createHttps({ ...(await ca.leaf(certified, leaf)) }, (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', (chunk: Buffer) => chunks.push(chunk));
        request.on('end', () => {
          const recorded = {
            method: request.method ?? '',
            url: request.url ?? '',
            headers: request.headers,
            body: Buffer.concat(chunks).toString(),
          };
          requests.push(recorded);
          answer(recorded, response);
        });
      });
      server.on('connection', (socket: Socket) => sockets.push(socket));
      server.on('secureConnection', (socket) => {
        socket.on('data', (chunk: Buffer) => {
          received += chunk.length;
        });
      });
      await listen(server, `${address}:${port}`);
      return {
        requests,
        received: () => received,
        open: () => sockets.filter((socket) => !socket.destroyed).length,
        sent: () => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
      };
    },
    mute: (address) => listen(createTcp(), `${address}:443`),
    plain: (address, bytes) =>
      listen(
        createTcp((socket) => socket.end(bytes)),
        `${address}:443`,
      ),
    blackHole: (address) => ports.set(`${address}:443`, 'black hole'),
  };
}

function dialLoopback(port: number | 'black hole' | undefined, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    if (port === undefined) return reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    const late = () => reject(signal.reason);
    signal.addEventListener('abort', late);
    if (port === 'black hole') return;
    const socket = connect(port, '127.0.0.1');
    // A signal outlives many of these.
    const ended = (tell: () => void) => () => {
      signal.removeEventListener('abort', late);
      tell();
    };
    socket.once(
      'connect',
      ended(() => resolve(socket)),
    );
    socket.once('error', (error) => ended(() => reject(error))());
  });
}
