import { type Scenario, scenarios } from './script.js';

/**
 * Those that are to be played: all, those that are named (`FAULTS=arm-500,sigkill`), or some, others each day.
 *
 * @param sample how many of these are some
 * @param day days since 1970
 */
export function chosen(
  stories: readonly Scenario['story'][],
  sample: number,
  wanted: string | undefined = process.env['FAULTS'],
  day: number = Math.floor(Date.now() / 86_400_000),
): readonly Scenario[] {
  const all = scenarios().filter(({ story }) => stories.includes(story));
  if (wanted === 'all') return all;
  if (wanted !== undefined) return all.filter(({ name }) => wanted.split(',').includes(name));
  return Array.from({ length: sample }, (_, i) => all[(day * sample + i) % all.length]).flatMap(
    (it) => it ?? [],
  );
}
