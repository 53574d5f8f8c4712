import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Network } from '../../src/azure/network.js';

/** Time for a name and a connection, as clients would wait themselves. */
const CONNECT_MS = 20_000;

/**
 * A CONNECT proxy on loopback, through which any program of the machine sees a side of the world: `docker`, `curl`,
 * `az`. It reaches nothing but the world.
 */
export class ConnectProxy {
  readonly #server: Server;
  readonly #sockets = new Set<{ destroy(): void }>();

  private constructor(network: Network) {
    this.#server = createServer((_request, response) => response.writeHead(405).end('CONNECT only\n'));
    this.#server.on('connect', (request, socket: Socket, early) => {
      this.#keep(socket);
      // A client in a hurry sends the first bytes of TLS without waiting.
      if (early.length > 0) socket.unshift(early);
      const [host = '', port = '443'] = (request.url ?? '').split(':');
      this.#tunnel(network, host, Number(port), socket).catch(() => socket.destroy());
    });
  }

  static async start(network: Network, port = 0): Promise<ConnectProxy> {
    const proxy = new ConnectProxy(network);
    await new Promise<void>((resolve, reject) => {
      proxy.#server.once('error', reject);
      proxy.#server.listen(port, '127.0.0.1', resolve);
    });
    return proxy;
  }

  /** `http://127.0.0.1:PORT`. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // Listens on TCP, so it is no path.
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #tunnel(network: Network, host: string, port: number, client: Socket): Promise<void> {
    const signal = AbortSignal.timeout(CONNECT_MS);
    const found = await network.resolve(host, signal);
    const [address] = found.kind === 'found' ? found.addresses : [];
    if (address === undefined) return refuse(client, '502 Name Not Found');
    try {
      const upstream = await network.connect(address, port, signal);
      this.#keep(upstream);
      // `pipe` hands on a proper end only: what is reset, or gone already, must take the other end with it.
      client.once('close', () => upstream.destroy());
      upstream.once('close', () => client.destroySoon());
      if (client.destroyed) upstream.destroy();
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      client.pipe(upstream).pipe(client);
    } catch {
      refuse(client, '504 No Connection');
    }
  }

  #keep(socket: Socket | Awaited<ReturnType<Network['connect']>>): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}

function refuse(client: Socket, status: string): void {
  client.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
}
