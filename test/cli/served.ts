import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { onTestFinished } from 'vitest';
import { runCli } from '../../src/cli.js';

/** `acr-help sandbox` in this process: what it wrote so far, and its input and signals in the test's hands. */
export class Served {
  readonly stdin: PassThrough & { isTTY?: boolean };
  /** Ctrl-C, and what `kill` sends. */
  interrupt: () => void = () => {};
  terminate: () => void = () => {};
  readonly ended: Promise<number>;
  #out = '';
  #err = '';
  readonly #wrote = new PassThrough();

  constructor(args: readonly string[], { isTTY = false } = {}) {
    this.stdin = Object.assign(new PassThrough(), { isTTY });
    const stdout = new PassThrough().setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
      this.#wrote.emit('more');
    });
    const stderr = new PassThrough().setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
    });
    this.ended = runCli(['sandbox', ...args], {
      stdin: this.stdin,
      stdout,
      stderr,
      env: {},
      onInterrupt: (listener) => {
        this.interrupt = listener;
        return () => {};
      },
      onTerminate: (listener) => {
        this.terminate = listener;
        return () => {};
      },
    });
    void this.ended.finally(() => this.#wrote.emit('more'));
    onTestFinished(() => void this.stdin.end('quit\n'));
  }

  get err(): string {
    return this.#err;
  }

  /** What the first pattern that has a match in the output captures. */
  async shows(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#out);
      if (found !== null) return found[1] ?? found[0];
      await once(this.#wrote, 'more', { signal: AbortSignal.timeout(20_000) });
    }
  }
}
