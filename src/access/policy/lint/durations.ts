import { durationMs, LONGEST_DAYS } from '../compile.js';
import type { Finding } from '../problem.js';
import type { PolicyFile } from '../schema.js';

/** Durations beyond their ceilings: the house's for the file, the file's for a rule. Pure. */
export function durations({ maxDuration, requests }: PolicyFile): readonly Finding[] {
  const over = (path: readonly PropertyKey[], given: string, most: string): readonly Finding[] =>
    durationMs(given) > durationMs(most) ? [{ path, code: 'too-long', value: most }] : [];
  return [
    ...over(['maxDuration'], maxDuration, `${LONGEST_DAYS}d`),
    ...Object.entries(requests).flatMap(([name, { maxDuration: given }]) =>
      given === undefined ? [] : over(['requests', name, 'maxDuration'], given, maxDuration),
    ),
  ];
}
