import { createConnection, type Socket } from 'node:net';
import type { Network } from '../../src/azure/network.js';

/**
 * A world behind its proxy, for a process of its own: names have addresses here, and connections to these go through the
 * proxy by name.
 *
 * @param authority certificate (PEM) of the world
 */
export function proxiedNetwork(proxy: string, authority: string): Network {
  const names: string[] = [];
  const port = Number(new URL(proxy).port);
  return {
    extraCa: [authority],
    async resolve(name) {
      if (!names.includes(name)) names.push(name);
      return { kind: 'found', addresses: [`20.60.0.${names.indexOf(name) + 1}`], aliases: [] };
    },
    connect(address) {
      const host = names[Number(address.split('.')[3]) - 1];
      return new Promise<Socket>((resolve, reject) => {
        const socket = createConnection({ host: '127.0.0.1', port, noDelay: true });
        socket.once('error', reject);
        socket.write(`CONNECT ${host}:443 HTTP/1.1\r\nHost: ${host}:443\r\n\r\n`);
        // What follows is TLS, which the client begins: the first bytes are the whole answer of the proxy.
        socket.once('data', (answer) => {
          if (answer.toString().startsWith('HTTP/1.1 200')) resolve(socket);
          else reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
        });
      });
    },
  };
}
