import { setTimeout as pause } from 'node:timers/promises';
import { StoreError } from './store-error.js';

/** Between two attempts; the process does other things meanwhile. Milliseconds. */
const betweenAttempts = 20;

/** Lets calls through to an engine: none after it was closed, and again where somebody else held its lock. */
export class Calls {
  readonly #explain: (error: unknown) => StoreError;
  readonly #patienceMs: number;
  readonly #underWay = new Set<Promise<unknown>>();
  #closed = false;

  /** @param patienceMs how long a call waits for somebody else's lock */
  constructor(explain: (error: unknown) => StoreError, patienceMs: number) {
    this.#explain = explain;
    this.#patienceMs = patienceMs;
  }

  /**
   * Rejects with `StoreError`. `call` is one transaction, of which nothing has happened where it failed for a lock, or may
   * be made again.
   */
  async run<T>(call: () => Promise<T>, patienceMs = this.#patienceMs): Promise<T> {
    if (this.#closed) throw new StoreError('closed', 'The store is closed.');
    const attempt = this.#attempt(call, performance.now() + patienceMs);
    this.#underWay.add(attempt);
    try {
      return await attempt;
    } finally {
      this.#underWay.delete(attempt);
    }
  }

  /** Lets nothing through any more, and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
  }

  async #attempt<T>(call: () => Promise<T>, until: number): Promise<T> {
    for (;;) {
      try {
        return await call();
      } catch (error) {
        const reason = this.#explain(error);
        if (reason.code !== 'locked' || performance.now() >= until) throw reason;
        await pause(betweenAttempts);
      }
    }
  }
}
