import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { repository } from '../support/temp.js';

/** Account that owns nothing; a test as root gets it to be refused. */
const nobody = 65_534;

const program = join(repository, 'test', 'store', 'child.mjs');

/** A process of its own on a store: see `child.mjs` for the orders. */
export class Child {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #lines: AsyncIterator<string>;

  /**
   * @param store the compiled module that opens a store
   * @param unprivileged without the rights of root, who may write anywhere
   */
  constructor(store: string, { unprivileged = false } = {}) {
    const account = unprivileged && process.getuid?.() === 0 ? [String(nobody)] : [];
    this.#process = spawn(process.execPath, [program, store, ...account], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] },
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    onTestFinished(() => void this.#process.kill('SIGKILL'));
  }

  /** Gives an order and waits for the answer. */
  async ask(...order: readonly unknown[]): Promise<unknown> {
    this.#process.stdin.write(`${JSON.stringify(order)}\n`);
    return this.next();
  }

  /** The next line that it writes. */
  async next(): Promise<unknown> {
    const { done, value } = await this.#lines.next();
    if (done) throw new Error('the process has ended');
    return JSON.parse(value);
  }

  /** kill -9; gives what it had written and nobody had read yet. */
  async kill(): Promise<readonly unknown[]> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await ended;
    const rest: unknown[] = [];
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) return rest;
      rest.push(JSON.parse(value));
    }
  }
}
