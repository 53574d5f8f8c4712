import { Refusal } from './refusal.js';

/** An abort signal, native or of the SDK. */
export interface Signal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** For each that runs, so many may wait: about as many as have their turn within the deadline of a diagnosis. */
const WAITING_FOR_EACH = 32;

/** Bounds how many calls run at once; the others wait in the order in which they came, and they are bounded, too. */
export class Slots {
  #free: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
    this.#mostWaiting = count * WAITING_FOR_EACH;
  }

  /**
   * Runs a call as soon as there is room for it.
   *
   * @throws Refusal where the signal ends the wait, or too many wait already
   */
  async run<T>(signal: Signal | undefined, call: () => Promise<T>): Promise<T> {
    await this.#enter(signal);
    try {
      return await call();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  #enter(signal: Signal | undefined): Promise<void> {
    const timeout = new Refusal({ kind: 'unavailable', reason: 'timeout', status: null });
    if (signal?.aborted) return Promise.reject(timeout);
    if (this.#free > 0) {
      this.#free -= 1;
      return Promise.resolve();
    }
    if (this.#waiting.length >= this.#mostWaiting) return Promise.reject(new Refusal({ kind: 'busy' }));
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        signal?.removeEventListener('abort', leave);
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(timeout);
      };
      this.#waiting.push(enter);
      signal?.addEventListener('abort', leave);
    });
  }
}
