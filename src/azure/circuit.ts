/** How a call ended, as its host's circuit sees it; `unknown` says nothing of the host. */
export type Ended = 'answered' | 'failed' | 'throttled' | 'unknown';

export const circuitStates = ['closed', 'half-open', 'open'] as const;
export type CircuitState = (typeof circuitStates)[number];

/** Not asked for now: why, and for how many milliseconds yet. */
export interface Open {
  readonly kind: 'open';
  readonly because: 'failed' | 'throttled';
  readonly waitMs: number;
}

/** May be asked; `ended` is to be told how it ended. */
export interface Pass {
  readonly kind: 'pass';
  readonly ended: (how: Ended) => void;
}

/** Failures one after the other, and failures among the last calls, that open it (security.md §6). */
const IN_A_ROW = 5;
const LAST = 20;
const OF_THE_LAST = 10;
const OPEN_MS = 30_000;
/** A trial is under way: about what it may take. */
const TRIAL_MS = 5_000;

/**
 * The circuit breaker of one host: after failures it is not asked for half a minute, then by one call; if that is
 * answered, by all. Time is a clock that never jumps.
 */
export class Circuit {
  readonly #now: () => number;
  readonly #changed: (state: CircuitState) => void;
  #state: CircuitState = 'closed';
  #row = 0;
  #last: boolean[] = [];
  #because: Open['because'] = 'failed';
  #until = 0;
  #trial = false;

  /**
   * @param now milliseconds
   * @param changed hears of each new state
   */
  constructor(now: () => number, changed: (state: CircuitState) => void = () => {}) {
    this.#now = now;
    this.#changed = changed;
  }

  /** Closed, and nothing has failed: another one would be the same. */
  get isNew(): boolean {
    return this.#state === 'closed' && !this.#last.includes(true);
  }

  enter(): Pass | Open {
    if (this.#state === 'closed') return { kind: 'pass', ended: (how) => this.#noted(how) };
    const because = this.#because;
    const waitMs = this.#until - this.#now();
    if (waitMs > 0) return { kind: 'open', because, waitMs };
    if (this.#trial) return { kind: 'open', because, waitMs: TRIAL_MS };
    this.#trial = true;
    this.#become('half-open');
    return { kind: 'pass', ended: (how) => this.#tried(how) };
  }

  #noted(how: Ended): void {
    // What began before it opened is of the past.
    if (how === 'unknown' || this.#state !== 'closed') return;
    const failed = how !== 'answered';
    this.#row = failed ? this.#row + 1 : 0;
    this.#last = [...this.#last, failed].slice(-LAST);
    const many = this.#last.length === LAST && this.#last.filter((it) => it).length >= OF_THE_LAST;
    if (failed && (this.#row >= IN_A_ROW || many)) this.#open(how);
  }

  #tried(how: Ended): void {
    this.#trial = false;
    if (how === 'answered') {
      this.#row = 0;
      this.#last = [];
      this.#become('closed');
    } else if (how !== 'unknown') {
      this.#open(how);
    }
  }

  #open(because: Open['because']): void {
    this.#because = because;
    this.#until = this.#now() + OPEN_MS;
    this.#become('open');
  }

  #become(state: CircuitState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }
}
