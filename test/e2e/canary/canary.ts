import { createHash } from 'node:crypto';

/** Begins what is searched for in every canary. Letters and digits survive HTML, URLs and JSON as they are. */
export const MARK = 'FAKECANARY';
const DIGITS = 6;

/** A secret that nobody has, and by which a leak says where it came from. */
export interface Canary {
  /** Unique: `MARK` and digits of a base of 36. */
  readonly core: string;
  /** How it came in: `slack direct`. */
  readonly handler: string;
  /** What it looks like: `ACR key`. */
  readonly shape: string;
  readonly encoding: string;
  /** What is pasted. */
  readonly line: string;
  /** Searched for as it is, beside the core, where the shape has no room for one. */
  readonly literal: string | null;
}

/** Everything that was pasted, by core. */
export class Flock {
  readonly #all: Canary[] = [];
  #next = 36 ** (DIGITS - 1);

  get all(): readonly Canary[] {
    return this.#all;
  }

  /** @param make gives a line for a core that no other canary has */
  hatch(
    name: Pick<Canary, 'handler' | 'shape' | 'encoding'>,
    make: (core: string) => Pick<Canary, 'line' | 'literal'>,
  ): Canary {
    // No number has the beginning of another.
    const core = `${MARK}${(this.#next++).toString(36)}`;
    const canary = { ...name, core, ...make(core) };
    this.#all.push(canary);
    return canary;
  }

  /** The canary of a core, of which the end may be cut off. */
  find(core: string): Canary | null {
    return this.#all.find((it) => it.core.toLowerCase().startsWith(core.toLowerCase())) ?? null;
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits without a pattern, the same for the same core. */
export function filler(core: string, length: number, salt = ''): string {
  const bytes = Array.from({ length: Math.ceil(length / 32) }, (_, i) =>
    createHash('sha256').update(`${core} ${salt} ${i}`).digest(),
  );
  return [...Buffer.concat(bytes)]
    .slice(0, length)
    .map((byte) => alphabet[byte % alphabet.length])
    .join('');
}

/** A GUID, the same for the same core. */
export function guidOf(core: string): string {
  const hex = createHash('sha256').update(core).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
