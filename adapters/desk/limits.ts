import type { Rate } from '../../src/store/inbox.js';

/** Most keys that are remembered; beyond it those that have been quiet longest are forgotten. */
const MOST_KEYS = 50_000;

/** A token bucket for every key, in memory: for what has to be limited also while the store cannot be asked. */
export class Limiter {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one; false where none is left. */
  take(key: string, now: number): boolean {
    const { burst, perMinute } = this.#rate;
    const { left, at } = this.#buckets.get(key) ?? { left: burst, at: now };
    const refilled = Math.min(burst, left + (Math.max(0, now - at) / 60_000) * perMinute);
    const allowed = refilled >= 1;
    // Set anew, so that the map is in the order of use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: allowed ? refilled - 1 : refilled, at: now });
    const oldest = this.#buckets.size > MOST_KEYS ? this.#buckets.keys().next().value : undefined;
    if (oldest !== undefined) this.#buckets.delete(oldest);
    return allowed;
  }
}
