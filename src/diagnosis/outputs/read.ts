import { readCheckHealth } from './check-health.js';
import { linesOf } from './lines.js';
import type { Output } from './output.js';

const readers = [readCheckHealth] as const;

/**
 * The outputs in a normalised text of programs that somebody ran to look; none gives an empty list. Each reader knows the
 * whole lines of its program, so that talk about a program is not taken for what it printed. Never throws; linear.
 */
export function readOutputs(text: string): readonly Output[] {
  const lines = linesOf(text);
  return readers.flatMap((read) => read(lines) ?? []);
}
