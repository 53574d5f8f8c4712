import { plainStyle } from '../../../adapters/terminal/style.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { wrap } from '../../../adapters/terminal/wrap.js';
import type { Count } from '../../report/told.js';

const BAR = '█';
/** Longest bar, in columns. */
const LONGEST = 40;

/** A count as a person reads it; one that is not told is a dash. */
export function countText(count: Count): string {
  return count === null ? '–' : String(count);
}

/**
 * Bars beside their names, a number behind each: they mean the same without colour, and to who does not see them. On a
 * narrow page a name stands above its bar. Pure.
 *
 * @param most the count of the longest bar; the greatest of the rows where it is left out
 */
export function chart(
  rows: readonly (readonly [name: string, count: Count])[],
  width: number,
  most = Math.max(...rows.map(([, count]) => count ?? 0)),
): readonly string[] {
  const column = Math.max(...rows.map(([name]) => widthOf(name)));
  const digits = String(most).length;
  const beside = column + digits + 16 <= width;
  const room = Math.min(LONGEST, width - digits - 4 - (beside && column > 0 ? column + 2 : 2));
  return rows.flatMap(([name, count]) => {
    const bar = barOf(count, most, Math.max(1, room));
    if (column === 0) return [`    ${bar}`];
    if (beside) return [`  ${name}${' '.repeat(column - widthOf(name))}  ${bar}`];
    return [...wrap(name, { width, first: '  ', rest: '  ', style: plainStyle }), `    ${bar}`];
  });
}

function barOf(count: Count, most: number, room: number): string {
  if (count === null || count === 0 || most === 0) return countText(count);
  return `${BAR.repeat(Math.max(1, Math.round((count / most) * room)))} ${count}`;
}
