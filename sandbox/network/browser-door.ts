import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { World } from '../world/world.js';
import { answer, type ServiceAt } from './respond.js';
import { sourceOf } from './sources.js';

const HOST = 'login.microsoftonline.com';
const authorizePage = /^\/[^/?]+\/oauth2\/v2\.0\/authorize(?:\?|$)/i;

/**
 * The sign-in page of a world for a browser that trusts no certificate of the sandbox and goes through no proxy: plain
 * HTTP on loopback. Nothing else of the world is there.
 */
export class BrowserDoor {
  readonly #server: Server;

  private constructor(world: () => World, serviceAt: ServiceAt) {
    this.#server = createServer((request, response) => {
      if (!authorizePage.test(request.url ?? '')) {
        response.writeHead(404).end();
        return;
      }
      request.headers.host = HOST;
      const source = sourceOf(world(), 'person', '');
      const reset = () => void request.socket.resetAndDestroy();
      void answer(request, response, { world, side: 'person', serviceAt, source, reset });
    });
  }

  static async start(world: () => World, serviceAt: ServiceAt, port = 0): Promise<BrowserDoor> {
    const door = new BrowserDoor(world, serviceAt);
    await new Promise<void>((resolve, reject) => {
      door.#server.once('error', reject);
      door.#server.listen(port, '127.0.0.1', resolve);
    });
    return door;
  }

  /** `http://127.0.0.1:PORT`. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo; // Listens on TCP, so it is no path.
    return `http://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
