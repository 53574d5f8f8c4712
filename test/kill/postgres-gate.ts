import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { Gate } from './gate.js';
import { statementLabel } from './points.js';

/** A way to a PostgreSQL on loopback, which sees each statement that goes over it (protocol 3.0, unencrypted). */
export interface PostgresGate {
  readonly port: number;
  close(): void;
}

/** Of one process; a statement is a `Query`, or a `Parse` with what follows it. */
export async function openPostgresGate(target: number, gate: () => Gate | null): Promise<PostgresGate> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target, '127.0.0.1');
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    /** After the statement that is under way the process dies, before it hears of it. */
    let last = false;
    const asked = new Messages('startup');
    near.on('data', (bytes) => {
      const now = gate();
      for (const { type, body } of asked.take(bytes)) {
        if (now === null || (type !== 'Q' && type !== 'P')) continue;
        if (now.shut) return cut();
        const side = now.arrives({ channel: 'statement', label: statementLabel(textOf(type, body)) });
        if (side === 'before') {
          now.kill();
          return cut();
        }
        last ||= side === 'after';
      }
      far.write(bytes);
    });
    const answered = new Messages('typed');
    far.on('data', (bytes) => {
      const messages = answered.take(bytes);
      if (!last) near.write(bytes);
      else if (messages.some(({ type }) => type === 'Z')) {
        gate()?.kill();
        cut();
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

interface ProtocolMessage {
  /** One letter; empty for the first message of a client, which has none. */
  readonly type: string;
  readonly body: Buffer;
}

/** Whole messages out of a stream of bytes. */
class Messages {
  #rest = Buffer.alloc(0);
  #typed: boolean;

  /** @param begin a client begins with a message without a type, a server does not */
  constructor(begin: 'startup' | 'typed') {
    this.#typed = begin === 'typed';
  }

  take(bytes: Buffer): readonly ProtocolMessage[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const whole: ProtocolMessage[] = [];
    for (;;) {
      const head = this.#typed ? 1 : 0;
      if (this.#rest.length < head + 4) return whole;
      const end = head + this.#rest.readInt32BE(head);
      if (this.#rest.length < end) return whole;
      const type = this.#rest.toString('latin1', 0, head);
      whole.push({ type, body: this.#rest.subarray(head + 4, end) });
      this.#rest = this.#rest.subarray(end);
      this.#typed = true;
    }
  }
}

/** Of a `Parse` the name of the statement comes first, which is empty here. */
function textOf(type: string, body: Buffer): string {
  const from = type === 'P' ? body.indexOf(0) + 1 : 0;
  return body.toString('utf8', from, body.indexOf(0, from));
}
