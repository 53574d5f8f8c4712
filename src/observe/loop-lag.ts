const EVERY_MS = 500;
/** What is over for so long is over. */
const MEMORY_MS = 5_000;

/** By how much the event loop is late: while it is, nobody is acknowledged or answered. */
export class LoopLag {
  readonly #clock: () => number;
  #recent: readonly { readonly at: number; readonly lag: number }[] = [];
  /** Null before it has begun: what comes before is not its affair. */
  #due: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** @param clock monotonic milliseconds */
  constructor(clock: () => number = performance.now.bind(performance)) {
    this.#clock = clock;
  }

  start(): void {
    this.#due = this.#clock() + EVERY_MS;
    this.#timer = setInterval(() => this.tick(), EVERY_MS).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  /** A turn of the loop that was asked for every half second. */
  tick(): void {
    const now = this.#clock();
    const lag = Math.max(0, now - (this.#due ?? now));
    this.#recent = [...this.#recent.filter(({ at }) => now - at < MEMORY_MS), { at: now, lag }];
    this.#due = now + EVERY_MS;
  }

  /** The worst of the last five seconds, the turn that is overdue included; milliseconds. */
  worst(): number {
    const now = this.#clock();
    const recent = this.#recent.filter(({ at }) => now - at < MEMORY_MS).map(({ lag }) => lag);
    return Math.max(0, now - (this.#due ?? now), ...recent);
  }
}
