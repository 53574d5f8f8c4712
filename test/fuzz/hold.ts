import fc from 'fast-check';
import { expect, vi } from 'vitest';

// However many runs there are, and however busy the machine.
vi.setConfig({ testTimeout: 300_000 });

/** Runs of each property; `FUZZ_RUNS=5000 FC_SEED=random` looks further. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
/** Milliseconds that one input may take: a thousand times what it takes, since a machine may be busy. */
const LONGEST_MS = 10_000;

/** Free text with a mark in it: of no grammar, so that what comes out must not hold the mark. */
export const canary = 'kanarie‑9f3a„zwitschert leise“';

/**
 * What holds for every parser of what comes from outside: it answers, in time, and leaves nothing behind. Whatever it
 * throws fails the test.
 *
 * @param look at what came out
 */
export function holds<T>(
  input: fc.Arbitrary<T>,
  parse: (input: T) => unknown,
  look?: (output: unknown, input: T) => void,
): void {
  fc.assert(
    fc.property(input, (it) => {
      const began = performance.now();
      const output = parse(it);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      clean();
      look?.(output, it);
    }),
    { numRuns: RUNS },
  );
}

/** The same for one that answers later. */
export async function holdsLater<T>(
  input: fc.Arbitrary<T>,
  parse: (input: T) => Promise<unknown>,
  look?: (output: unknown, input: T) => void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(input, async (it) => {
      const began = performance.now();
      const output = await parse(it);
      expect(performance.now() - began).toBeLessThan(LONGEST_MS);
      clean();
      look?.(output, it);
    }),
    { numRuns: RUNS },
  );
}

/** No prototype was written to. */
function clean(): void {
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
}

/** All the texts in a value, keys included, however deep. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...textsIn(inner)]);
}

/** Nothing that comes out holds the mark, and every text is short and of one line. */
export function tellsNothing(output: unknown): void {
  for (const text of textsIn(output)) {
    expect(text).not.toContain('9f3a');
    expect(text.length).toBeLessThan(2_000);
    expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
  }
}
