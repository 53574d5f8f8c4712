import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A way to a server on loopback that a test can cut. */
export interface TcpProxy {
  readonly port: number;
  /** Connections open now. */
  open(): number;
  /** Ends all connections there are, without a goodbye. New ones are taken. */
  cut(): void;
  /** From now on nothing comes through, in old connections and in new ones, and nobody is told. */
  fallSilent(): void;
  speakAgain(): void;
  /** From now on a new connection is broken off as soon as it comes about. */
  refuse(): void;
  takeAgain(): void;
}

export async function proxyTo(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let silent = false;
  let refusing = false;
  const server = createServer((near) => {
    if (refusing) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => silent || to.write(bytes));
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  onTestFinished(() => {
    cut();
    server.close();
  });
  return {
    port: address.port,
    open: () => sockets.size / 2,
    cut,
    fallSilent: () => {
      silent = true;
    },
    speakAgain: () => {
      silent = false;
    },
    refuse: () => {
      refusing = true;
    },
    takeAgain: () => {
      refusing = false;
    },
  };
}
