import { createServer, type Server, type Socket } from 'node:net';
import type { Network } from '../../src/azure/network.js';
import { hostsOf } from '../registry/hosts.js';
import { azureHosts } from '../services.js';
import type { World } from '../world/world.js';
import { startNameServer } from './name-server.js';

/** Long enough for a connection on loopback. */
const PROBE_MS = 2000;

/**
 * The addresses of a world for programs that use the machine's network, in a network namespace that has nothing else: each
 * takes connections at port 443 and passes them on to the sandbox. Where the world lets nobody connect, nobody listens.
 */
export class Place {
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  #network: Network | null = null;
  #names: Awaited<ReturnType<typeof startNameServer>> | null = null;

  /**
   * Whoever runs a client sees this world from now on.
   *
   * @param network of a side of it
   */
  async show(network: Network, world: World): Promise<void> {
    this.#names ??= await startNameServer(() => this.#network);
    await this.#hide();
    this.#network = network;
    const hosts = [...azureHosts, ...[...world.registries.values()].flatMap(hostsOf)];
    const addresses = new Set<string>();
    for (const host of hosts) {
      const found = await network.resolve(host, AbortSignal.timeout(PROBE_MS)).catch(() => null);
      if (found?.kind === 'found') for (const address of found.addresses) addresses.add(address);
    }
    await Promise.all([...addresses].map((address) => this.#listen(network, address)));
  }

  async close(): Promise<void> {
    await this.#hide();
    const names = this.#names;
    if (names !== null) await new Promise<void>((resolve) => names.close(() => resolve()));
  }

  async #hide(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all(
      this.#servers.splice(0).map((it) => new Promise<void>((resolve) => it.close(() => resolve()))),
    );
  }

  async #listen(network: Network, address: string): Promise<void> {
    const reached = await network.connect(address, 443, AbortSignal.timeout(PROBE_MS)).catch(() => null);
    if (reached === null) return;
    reached.destroy();
    const server = createServer((client) => void this.#pass(network, client));
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(443, address, resolve);
    });
    this.#servers.push(server);
  }

  async #pass(network: Network, client: Socket): Promise<void> {
    this.#keep(client);
    const { localAddress = '' } = client;
    const upstream = await network
      .connect(localAddress, 443, AbortSignal.timeout(PROBE_MS))
      .catch(() => null);
    if (upstream === null) return void client.resetAndDestroy();
    upstream.on('error', () => client.destroy());
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroySoon());
    client.pipe(upstream).pipe(client);
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
