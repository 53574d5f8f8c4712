/** Retries may be this share of what is asked. */
const SHARE = 0.2;
/** A host that is hardly asked may be asked again this often; it cannot be overrun by that. */
const FEW = 3;
const MINUTE = 60_000;

/** How many calls to one host may be tried again: a host that is unwell is not asked more than one that is well. */
export class RetryBudget {
  readonly #now: () => number;
  #asked: number[] = [];
  #again: number[] = [];

  /** @param now milliseconds of a clock that never jumps */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** A call for the first time. */
  asked(): void {
    this.#asked = this.#lately(this.#asked);
    this.#asked.push(this.#now());
  }

  /** Whether one more call may be tried again; if so, it counts. */
  take(): boolean {
    this.#asked = this.#lately(this.#asked);
    this.#again = this.#lately(this.#again);
    if (this.#again.length + 1 > Math.max(FEW, SHARE * this.#asked.length)) return false;
    this.#again.push(this.#now());
    return true;
  }

  /** They came in order: only the first may be too old. */
  #lately(times: number[]): number[] {
    const since = this.#now() - MINUTE;
    const first = times.findIndex((it) => it > since);
    if (first === -1) return [];
    return first === 0 ? times : times.slice(first);
  }
}
