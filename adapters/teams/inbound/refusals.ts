import type { Log } from '../../../src/observe/log.js';
import type { Refusal } from './admit.js';

/** Lines a minute for each reason: who floods the endpoint must not flood the log. */
const LINES = 5;
const WINDOW_MS = 60_000;

/** Writes `teams.refused`, a few lines a minute; the line after a flood says how many were left out. */
export class Refusals {
  readonly #log: Log;
  readonly #now: () => number;
  readonly #windows = new Map<Refusal, { since: number; count: number }>();

  constructor(log: Log, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  note(reason: Refusal): void {
    const now = this.#now();
    const window = this.#windows.get(reason);
    if (window === undefined || now - window.since >= WINDOW_MS) {
      const omitted = Math.max(0, (window?.count ?? 0) - LINES);
      this.#windows.set(reason, { since: now, count: 1 });
      this.#log.warn('teams.refused', omitted > 0 ? { reason, omitted } : { reason });
      return;
    }
    window.count += 1;
    if (window.count <= LINES) this.#log.warn('teams.refused', { reason });
  }
}
