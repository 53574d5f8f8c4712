import { type Scenario, scenarios } from './script.js';

/** Scenarios of each day, next to those of all days together: `npm run test:faults`. */
const SAMPLE = 2;

/**
 * Those that are to be played: all, those that are named (`FAULTS=arm-500,sigkill`), or some, others each day.
 *
 * @param day days since 1970
 */
export function chosen(
  stories: readonly Scenario['story'][],
  wanted: string | undefined = process.env['FAULTS'],
  day: number = Math.floor(Date.now() / 86_400_000),
): readonly Scenario[] {
  const all = scenarios().filter(({ story }) => stories.includes(story));
  if (wanted === 'all') return all;
  if (wanted !== undefined) return all.filter(({ name }) => wanted.split(',').includes(name));
  return Array.from({ length: SAMPLE }, (_, i) => all[(day * SAMPLE + i) % all.length]).flatMap(
    (it) => it ?? [],
  );
}
