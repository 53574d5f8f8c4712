const units: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Milliseconds of a span such as `-5m` or `+30d`; null for anything else. */
export function spanOf(text: string): number | null {
  const found = /^([+-])(\d{1,6})([smhd])$/.exec(text);
  const unit = units[found?.[3] ?? ''];
  if (found === null || unit === undefined) return null;
  return Number(found[2]) * unit * (found[1] === '-' ? -1 : 1);
}

/** The clock of a world: begins where the file says, runs on with real time, and can be moved forward. */
export class WorldClock {
  readonly #offset: number;
  readonly #real: () => number;
  #moved = 0;

  /** @param real milliseconds since 1970, injectable for tests */
  constructor(begin: Date, real: () => number = Date.now) {
    this.#real = real;
    this.#offset = begin.getTime() - real();
  }

  readonly now = (): Date => new Date(this.#real() + this.#offset + this.#moved);

  /** Moves the clock forward. */
  advance(milliseconds: number): void {
    this.#moved += Math.max(0, milliseconds);
  }
}

/** Properties whose value is a point in time. */
const times: ReadonlySet<string> = new Set(['created', 'expires', 'session', 'logged']);

/**
 * Makes the relative times of a value absolute, so that they stay where they are while the clock goes on. Pure.
 *
 * @param value a world file or a change, as read from YAML
 */
export function fixTimes(value: unknown, base: Date): unknown {
  if (Array.isArray(value)) return value.map((item) => fixTimes(item, base));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, it]) => {
      const span = times.has(key) && typeof it === 'string' ? spanOf(it) : null;
      return [key, span === null ? fixTimes(it, base) : isoSeconds(base.getTime() + span)];
    }),
  );
}

/** ISO 8601 in UTC without fractions of seconds. */
function isoSeconds(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
