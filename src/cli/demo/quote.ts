import { clean } from '../../../adapters/terminal/clean.js';
import { widthOf } from '../../../adapters/terminal/words.js';

const MARK = '> ';

/** A text as somebody sends it, every line of it behind a mark; long lines are divided. Pure. */
export function quoted(text: string, width: number): string {
  const lines = clean(text).trimEnd().split('\n');
  return lines
    .flatMap((line) => divided(line, width - MARK.length).map((it) => `${`${MARK}${it}`.trimEnd()}\n`))
    .join('');
}

function divided(line: string, room: number): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (widthOf(part + character) > room) {
      const end = edgeOf(part);
      parts.push(part.slice(0, end));
      part = part.slice(end);
    }
    part += character;
  }
  return [...parts, part];
}

/** Behind the last blank of a full line; its end where that would leave much of it empty. */
function edgeOf(part: string): number {
  const blank = part.lastIndexOf(' ') + 1;
  return blank > part.length / 2 ? blank : part.length;
}
