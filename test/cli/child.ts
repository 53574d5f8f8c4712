import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';
import type { Message } from '../../src/chat/message.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { repository } from '../support/temp.js';

/** A line that the program wrote: a message, a problem, or the end of a turn. */
export type Line = Partial<Message> & {
  readonly error?: { readonly code: string; readonly message: string };
  readonly idle?: true;
};

/** `acr-help` as a process of its own, driven line by line as another program would. */
export class Child {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly #closed: Promise<unknown[]>;
  #err = '';
  #last: Line = {};

  constructor(args: readonly string[]) {
    const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], LANG: 'en_US.UTF-8' };
    this.#process = spawn(process.execPath, [join(repository, 'bin', 'acr-help.mjs'), ...args], { env });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    this.#closed = once(this.#process, 'close');
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
    });
    // Writing to a program that has ended is a failed test already.
    this.#process.stdin.on('error', () => {});
    onTestFinished(() => void this.#process.kill());
  }

  /** Sends a line; gives what comes back until the program waits again. */
  async send(line: object | string): Promise<readonly Line[]> {
    this.#process.stdin.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
    const answered: Line[] = [];
    for (;;) {
      const { done, value } = await this.#lines.next();
      if (done) throw new Error(`it ended: ${this.#err}`);
      const read: Line = JSON.parse(value);
      if (read.idle) return answered;
      answered.push(read);
      if (read.error === undefined) this.#last = read;
    }
  }

  /** Presses a button of the newest message. */
  press(as: string, verb: Verb): Promise<readonly Line[]> {
    const button = this.#last.buttons?.find((it) => it.verb === verb);
    if (button === undefined) throw new Error(`no button ${verb}`);
    return this.send({ as, press: button.id });
  }

  get last(): Line {
    return this.#last;
  }

  /** Ends its input and waits for it to end. */
  async end(): Promise<{ readonly code: unknown; readonly err: string }> {
    this.#process.stdin.end();
    const [code] = await this.#closed;
    return { code, err: this.#err };
  }
}
