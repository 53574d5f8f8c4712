/** Platforms let an app change a message about once a second (platforms.md §3). */
const EVERY_MS = 1_000;

/**
 * Changes of one message while checks run: the newest wins, at most one a second is sent, one at a time, and the last is
 * sent whatever happens.
 */
export class Updates<T> {
  readonly #send: (value: T) => Promise<unknown>;
  #next: { readonly value: T } | null = null;
  #running: Promise<void> | null = null;
  #wake: (() => void) | null = null;
  #last = 0;
  #hurry = false;

  constructor(send: (value: T) => Promise<unknown>) {
    this.#send = send;
  }

  offer(value: T): void {
    this.#next = { value };
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
  }

  /** Sends what is left at once. */
  async settle(): Promise<void> {
    this.#hurry = true;
    this.#wake?.();
    await this.#running;
    this.#hurry = false;
  }

  async #run(): Promise<void> {
    while (this.#next !== null) {
      if (!this.#hurry) await this.#rest(this.#last + EVERY_MS - performance.now());
      const { value } = this.#next;
      this.#next = null;
      this.#last = performance.now();
      await this.#send(value);
    }
  }

  async #rest(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}
