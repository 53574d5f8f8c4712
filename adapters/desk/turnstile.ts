import { setTimeout as sleep, setImmediate as turnOfLoop } from 'node:timers/promises';

/** Milliseconds that a turn of the event loop may take before what is new has to wait. */
const BUSY_MS = 20;
/** Milliseconds that the next waits for calm at most: a machine that others keep busy must not stop everything. */
const PATIENCE_MS = 250;

/**
 * Lets pieces of work begin one after the other, each in its own turn of the event loop, and only while the loop keeps
 * up with what is under way. Work that waits here costs nothing, so that platforms get their acknowledgements in time
 * under whatever load (DESIGN §6, "acknowledgement"), and people their answers a little later.
 */
export class Turnstile {
  readonly #waiting: (() => void)[] = [];
  #admitting = false;

  /** Resolves when the caller may begin. In the order of the calls. */
  pass(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      void this.#admit();
    });
  }

  async #admit(): Promise<void> {
    if (this.#admitting) return;
    this.#admitting = true;
    for (let next = await this.#next(); next !== undefined; next = await this.#next()) next();
    this.#admitting = false;
  }

  async #next(): Promise<(() => void) | undefined> {
    const since = performance.now();
    for (;;) {
      const began = performance.now();
      await turnOfLoop();
      const now = performance.now();
      if (now - began < BUSY_MS || now - since > PATIENCE_MS) return this.#waiting.shift();
      await sleep(BUSY_MS);
    }
  }
}
