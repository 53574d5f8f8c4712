import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Order, type Reply, replyShape } from './orders.js';

/** A process of its own that works for the bot. */
export class WorkerProcess {
  readonly #process: ChildProcess;
  readonly #ready: Promise<unknown>;
  readonly #ended: Promise<'killed' | 'ended'>;

  constructor(program: string) {
    this.#process = spawn(process.execPath, [program], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: { PATH: process.env['PATH'] },
    });
    this.#ended = once(this.#process, 'exit').then(([, signal]) =>
      signal === 'SIGKILL' ? 'killed' : 'ended',
    );
    this.#ready = Promise.race([once(this.#process, 'message'), this.#ended]);
  }

  /** Gives an order and waits until it is carried out, or the process is dead. */
  async ask(order: Order): Promise<Reply | 'killed'> {
    await this.#ready;
    const answer = once(this.#process, 'message');
    // One that is dead takes no orders; its end says so.
    this.#process.send(order, () => {});
    const first = await Promise.race([answer, this.#ended]);
    if (first === 'killed') return 'killed';
    if (first === 'ended') throw new Error('the process has ended by itself');
    const reply = replyShape.parse(first[0]);
    if ('problem' in reply) throw new Error(reply.problem);
    return reply;
  }

  /** kill -9, at once. */
  kill(): void {
    this.#process.kill('SIGKILL');
  }

  /** kill -9, and its end. */
  async end(): Promise<void> {
    this.kill();
    await this.#ended;
  }
}

/** Processes that have begun before they are needed. */
export class Pool {
  readonly #program: string;
  readonly #waiting: WorkerProcess[] = [];

  constructor(program: string, ahead: number) {
    this.#program = program;
    for (let i = 0; i < ahead; i++) this.#waiting.push(new WorkerProcess(program));
  }

  take(): WorkerProcess {
    this.#waiting.push(new WorkerProcess(this.#program));
    return this.#waiting.shift() ?? new WorkerProcess(this.#program);
  }

  async end(): Promise<void> {
    await Promise.all(this.#waiting.map((it) => it.end()));
  }
}
