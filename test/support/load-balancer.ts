import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** Longer than platforms wait: machines on which tests run may be busy. */
const ANSWER_MS = 6_000;

/** Hands requests to several servers in turn, as in front of replicas; one that takes no connection is passed over. */
export class LoadBalancer {
  /** Ports of this machine. */
  readonly targets: number[] = [];
  /** Answers by port. */
  readonly answered = new Map<number, number>();
  readonly #server: Server;
  #turn = 0;

  constructor() {
    this.#server = createServer((asked, answer) => void this.#pass(asked, answer));
  }

  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #pass(asked: IncomingMessage, answer: ServerResponse): Promise<void> {
    const body = await text(asked);
    const turn = this.#turn++;
    for (let i = 0; i < this.targets.length; i++) {
      const port = this.targets[(turn + i) % this.targets.length];
      if (port !== undefined && (await this.#handTo(port, asked, body, answer))) return;
    }
    answer.writeHead(503).end();
  }

  /** False where nobody is there. */
  #handTo(port: number, { method, url, headers }: IncomingMessage, body: string, answer: ServerResponse) {
    return new Promise<boolean>((resolve) => {
      const passed = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false });
      // One that stands still takes connections, and does not answer.
      passed.setTimeout(ANSWER_MS, () => passed.destroy());
      passed.on('response', (got) => {
        this.answered.set(port, (this.answered.get(port) ?? 0) + 1);
        answer.writeHead(got.statusCode ?? 502, got.headers);
        got.pipe(answer);
        got.on('error', () => answer.destroy());
        resolve(true);
      });
      passed.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ECONNREFUSED') return resolve(false);
        // It broke off in the middle: who asked sees that, and asks again.
        answer.destroy();
        resolve(true);
      });
      passed.end(body);
    });
  }
}
