import { createServer, type Server } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Side } from '../service.js';
import { faultAt } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import type { Certificates } from './certificates.js';
import { answer, type ServiceAt } from './respond.js';

/**
 * The hosts of a world as one side sees them: an HTTPS server on loopback, which shows the certificate of the host
 * that it is asked for.
 */
export class SideServer {
  readonly side: Side;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Source addresses by the port of the connection on loopback. */
  readonly #sources = new Map<number, string>();

  private constructor(side: Side, world: () => World, certificates: Certificates, serviceAt: ServiceAt) {
    this.side = side;
    this.#server = createServer({
      ALPNProtocols: ['http/1.1'],
      SNICallback: (name, done) => {
        const host = name.toLowerCase();
        const fault = faultAt(world(), host, side, 'tls');
        // A handshake that hangs gets no answer at all.
        if (fault === 'hangs') return;
        if (fault === 'reset') return done(new Error('broken off by the world'));
        certificates.contextFor(host, fault).then((context) => done(null, context), done);
      },
    });
    this.#server.on('connection', (socket: Socket) => this.#keep(socket));
    // Clients break off whenever they like, and refuse certificates.
    this.#server.on('tlsClientError', () => {});
    this.#server.on('request', (request, response) => {
      const port = request.socket.remotePort ?? 0;
      const source = this.#sources.get(port);
      // Nobody comes but through `dial`.
      if (source === undefined) request.destroy();
      else {
        // Of TCP, below TLS: what a firewall breaks off says no farewell.
        const reset = () => void [...this.#sockets].find((it) => it.remotePort === port)?.resetAndDestroy();
        void answer(request, response, { world, side, serviceAt, source, reset });
      }
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
   * @throws NodeJS.ErrnoException, or an AbortError
   */
  async dial(source: string, signal: AbortSignal): Promise<Socket> {
    signal.throwIfAborted();
    const { port } = this.#server.address() as AddressInfo; // Listens on TCP, so it is no path.
    return new Promise((resolve, reject) => {
      // Not the `signal` of net.connect: that one ends the connection too, when other attempts are called off.
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      const stop = () => {
        socket.destroy();
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      socket.once('error', reject);
      socket.once('connect', () => {
        signal.removeEventListener('abort', stop);
        // Before the first byte of a request: that is written by whoever gets the socket.
        this.#sources.set(socket.localPort ?? 0, source);
        resolve(socket);
      });
    });
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #keep(socket: Socket): void {
    const port = socket.remotePort ?? 0;
    this.#sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      this.#sockets.delete(socket);
      this.#sources.delete(port);
    });
  }
}
