/** A bounded map that forgets what was not used for longest, and what is older than its time. */
export class Lru<V> {
  readonly #entries = new Map<string, { readonly value: V; readonly until: number }>();
  readonly #size: number;
  readonly #keptMs: number;
  readonly #now: () => number;

  /** @param keptMs how long a value is true */
  constructor(size: number, keptMs: number, now: () => number) {
    this.#size = size;
    this.#keptMs = keptMs;
    this.#now = now;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    if (entry.until <= this.#now()) return undefined;
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, until: this.#now() + this.#keptMs });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#size) break;
      this.#entries.delete(oldest);
    }
  }
}
