import { plainStyle } from '../../../adapters/terminal/style.js';
import { widthOf } from '../../../adapters/terminal/words.js';
import { wrap } from '../../../adapters/terminal/wrap.js';

export type Row = readonly [label: string, value: string];

/** Labels with what belongs to them beside it, in `width` columns. */
export function rowLines(rows: readonly Row[], width: number): readonly string[] {
  const column = Math.max(...rows.map(([label]) => widthOf(label)), 0) + 2;
  return rows.flatMap(([label, value]) =>
    wrap(value, {
      width,
      first: `${label}${' '.repeat(column - widthOf(label))}`,
      rest: ' '.repeat(column),
      style: plainStyle,
    }),
  );
}
