import { type Call, isAt, keyOf, type Point } from './points.js';

/** Sees every call of one process from outside, and has the process killed at one of them. */
export class Gate {
  /** In the order in which they came. */
  readonly seen: Call[] = [];
  readonly #counts = new Map<string, number>();
  readonly #point: Point | null;
  readonly #kill: () => void;
  #shut = false;

  /** @param point null: it is only watched */
  constructor(point: Point | null, kill: () => void) {
    this.#point = point;
    this.#kill = kill;
  }

  /** Whether the process is dead: what it has sent meanwhile has never left it. */
  get shut(): boolean {
    return this.#shut;
  }

  /** A call has arrived; gives the side of it at which the process dies, if it does. */
  arrives(call: Call): Point['side'] | null {
    this.seen.push(call);
    const nth = (this.#counts.get(keyOf(call)) ?? 0) + 1;
    this.#counts.set(keyOf(call), nth);
    return this.#point !== null && isAt(this.#point, call, nth) ? this.#point.side : null;
  }

  kill(): void {
    this.#shut = true;
    this.#kill();
  }
}
