import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repository } from '../support/temp.js';

/** `acr-help serve` as a process of its own, as an operator runs it. */
export class Serving {
  readonly #process: ChildProcess;
  readonly #closed: Promise<unknown[]>;
  #out = '';
  #err = '';

  /** @param within what starts it; its words stand before those of the bot, which it must become */
  constructor(
    env: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    within: readonly string[] = [],
  ) {
    const bot = [process.execPath, join(repository, 'bin', 'acr-help.mjs'), 'serve', ...args];
    const [program = process.execPath, ...words] = [...within, ...bot];
    this.#process = spawn(program, words, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
    });
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
    });
    this.#closed = once(this.#process, 'close');
    onTestFinished(() => void this.#process.kill('SIGKILL'));
  }

  get err(): string {
    return this.#err;
  }

  /** Its log, parsed; a line that is no JSON throws. */
  get log(): readonly Readonly<Record<string, unknown>>[] {
    return this.#out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  }

  /** Address once it listens. */
  async url(): Promise<string> {
    const late = AbortSignal.timeout(30_000);
    for (;;) {
      const found = /listens on (http:\S+)\./.exec(this.#err)?.[1];
      // The last line of the page is there, too.
      if (found !== undefined && this.#err.includes('GET /readyz')) return found;
      if (late.aborted || this.#process.exitCode !== null)
        throw new Error(`it does not listen: ${this.#err}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Sends a signal. */
  signal(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<unknown> {
    this.#process.kill(signal);
    return this.ended();
  }

  /** The signal that ended it; null where none did. */
  async endedBy(): Promise<unknown> {
    const [, signal] = await this.#closed;
    return signal;
  }

  /** The exit code, when it has ended. */
  async ended(): Promise<unknown> {
    const [code] = await this.#closed;
    return code;
  }
}
