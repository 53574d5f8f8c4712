import { createInterface, type Interface } from 'node:readline';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { MARK_PASTES, PasteFilter, UNMARK_PASTES } from './paste-filter.js';

/** Streams of a terminal, as `process` has them. */
export interface TerminalStreams {
  readonly input: Readable & { readonly isTTY?: boolean; setRawMode?(on: boolean): unknown };
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  /** TERM is not "dumb". */
  readonly capable: boolean;
}

/** A line that was entered, or the end. `whole` is a paste that the terminal marked: nothing more belongs to it. */
export type Entry =
  | { readonly kind: 'line'; readonly text: string; readonly whole: boolean }
  | { readonly kind: 'silence' | 'end' | 'interrupt' };

/**
 * Lines from a person. On a terminal with line editing by readline; no history, as a paste may hold secrets.
 * Elsewhere simply lines.
 */
export class Keyboard {
  readonly #streams: TerminalStreams;
  readonly #readline: Interface;
  readonly #waiting: Entry[] = [];
  readonly #interactive: boolean;
  #wake: (() => void) | null = null;
  #held: string | null = null;
  #closed = false;

  /** @param pasted what to print in place of a paste of so many lines */
  constructor(streams: TerminalStreams, pasted: (lines: number) => string) {
    this.#streams = streams;
    const { input, output } = streams;
    this.#interactive = input.isTTY === true && output.isTTY === true && streams.capable;
    const source = this.#interactive ? this.#filtered(pasted) : input;
    this.#readline = createInterface({
      input: source,
      ...(this.#interactive ? { output, terminal: true } : { terminal: false }),
      historySize: 0,
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    this.#readline.on('line', (line) => this.#entered(line));
    this.#readline.on('SIGINT', () => this.#push({ kind: 'interrupt' }));
    this.#readline.on('close', () => this.#push({ kind: 'end' }));
    input.on('error', () => this.#push({ kind: 'end' }));
  }

  /** Whether a person sits at it. */
  get isTerminal(): boolean {
    return this.#streams.input.isTTY === true && this.#streams.output.isTTY === true;
  }

  /** Something has been typed and not yet entered. */
  get isTyping(): boolean {
    return this.#interactive && this.#readline.line !== '';
  }

  /** Shows the prompt. */
  prompt(text: string): void {
    if (!this.isTerminal || this.#closed) return;
    if (!this.#interactive) {
      this.#streams.output.write(text);
      return;
    }
    this.#readline.setPrompt(text);
    this.#readline.prompt();
  }

  /** The next entry; `silence` when there is none within the given time. */
  async next(milliseconds?: number): Promise<Entry> {
    if (this.#waiting.length === 0) await this.#wait(milliseconds);
    const entry = this.#waiting[0];
    if (entry === undefined) return { kind: 'silence' };
    // The end stays: whoever asks again gets it again.
    if (entry.kind === 'line') this.#waiting.shift();
    return entry;
  }

  /** Somebody outside (a signal) wants the conversation to end. */
  interrupt(): void {
    this.#push({ kind: 'interrupt' });
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#readline.close();
    const { input, output } = this.#streams;
    if (this.#interactive) {
      output.write(UNMARK_PASTES);
      input.setRawMode?.(false);
    }
    input.pause();
  }

  #filtered(pasted: (lines: number) => string): Readable {
    const { input, output } = this.#streams;
    const typed = new PassThrough();
    const filter = new PasteFilter();
    const decoder = new StringDecoder('utf8');
    input.setRawMode?.(true);
    output.write(MARK_PASTES);
    input.on('data', (data: Buffer | string) => {
      for (const { kind, text } of filter.feed(typeof data === 'string' ? data : decoder.write(data))) {
        if (kind === 'typed') typed.write(text);
        else {
          const clean = text.replace(/\r\n?/g, '\n');
          this.#held = (this.#held ?? '') + clean;
          output.write(pasted(clean.replace(/\n$/, '').split('\n').length));
        }
      }
    });
    input.on('end', () => typed.end());
    return typed;
  }

  #entered(line: string): void {
    const held = this.#held;
    this.#held = null;
    this.#push({ kind: 'line', text: held === null ? line : held + line, whole: held !== null });
  }

  #push(entry: Entry): void {
    if (entry.kind === 'interrupt') this.#waiting.unshift(entry);
    else this.#waiting.push(entry);
    this.#wake?.();
  }

  #wait(milliseconds: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
    });
  }
}
