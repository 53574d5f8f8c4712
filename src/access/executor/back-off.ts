/** Longest wait that Azure may ask for; after that somebody looks anyway. */
const LONGEST_MS = 3_600_000;

/**
 * How long to wait before the next attempt, in milliseconds: 1, 2, 4 … 60 seconds, half of it by chance, so that many
 * do not come back at once; never less than Azure asks for.
 *
 * @param attempts that were made, the one that failed included
 * @param chance from 0 to 1
 */
export function backOff(attempts: number, retryAfterSeconds: number | null, chance: number): number {
  const step = Math.min(60_000, 1000 * 2 ** Math.min(attempts - 1, 6));
  const wait = step / 2 + (step / 2) * chance;
  const asked = Math.min((retryAfterSeconds ?? 0) * 1000, LONGEST_MS);
  // Who was told to wait is told so with many others.
  return Math.round(asked > wait ? asked + (step / 2) * chance : wait);
}
