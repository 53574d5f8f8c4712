import type { Writable } from 'node:stream';

/** Whoever read the output has gone: nobody is left to tell anything, so the program ends quietly. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone';
}

/** Writes that wait for a slow reader and notice one that is gone. */
export class Output {
  readonly #stream: Writable;
  #failure: Error | null = null;

  constructor(stream: Writable) {
    this.#stream = stream;
    stream.on('error', (error: NodeJS.ErrnoException) => {
      const gone = error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
      this.#failure = gone ? new ReaderGone() : error;
    });
  }

  /**
   * Resolves when the stream takes more.
   *
   * @throws ReaderGone
   */
  readonly write = async (text: string): Promise<void> => {
    if (this.#failure !== null) throw this.#failure;
    if (this.#stream.destroyed) throw new ReaderGone();
    if (!this.#stream.write(text)) await this.#settled();
    if (this.#failure !== null) throw this.#failure;
  };

  #settled(): Promise<void> {
    const stream = this.#stream;
    return new Promise((resolve) => {
      const events = ['drain', 'error', 'close'] as const;
      const done = (): void => {
        for (const event of events) stream.off(event, done);
        resolve();
      };
      for (const event of events) stream.on(event, done);
    });
  }
}
