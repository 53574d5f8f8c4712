import type { Log, LogEvent } from '../observe/log.js';

/** Lines a minute for each reason: who floods a door must not flood the log. */
const LINES = 5;
const WINDOW_MS = 60_000;

/** Logs deliveries that are refused, a few lines a minute; the line after a flood says how many were left out. */
export class Refusals<Reason extends string> {
  readonly #event: LogEvent;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #windows = new Map<Reason, { since: number; count: number }>();

  /** @param event name of the lines */
  constructor(event: LogEvent, log: Log, now: () => number) {
    this.#event = event;
    this.#log = log;
    this.#now = now;
  }

  note(reason: Reason): void {
    const now = this.#now();
    const window = this.#windows.get(reason);
    if (window === undefined || now - window.since >= WINDOW_MS) {
      const omitted = Math.max(0, (window?.count ?? 0) - LINES);
      this.#windows.set(reason, { since: now, count: 1 });
      this.#log.warn(this.#event, omitted > 0 ? { reason, omitted } : { reason });
      return;
    }
    window.count += 1;
    if (window.count <= LINES) this.#log.warn(this.#event, { reason });
  }
}
