import type { Style } from './style.js';
import { type Word, widthOf, wordsOf } from './words.js';

/** How to set a paragraph: columns in all, what stands before the first line and before the others. */
export interface Setting {
  readonly width: number;
  readonly first?: string;
  readonly rest?: string;
  readonly style: Style;
}

/** Words that no line break may part. */
type Chunk = readonly Word[];

/**
 * Sets a text in lines of at most `width` columns. Only inline code that is wider by itself goes beyond, on a
 * line of its own: broken, it could not be copied. Pure.
 */
export function wrap(text: string, { width, first = '', rest = first, style }: Setting): readonly string[] {
  const room = Math.max(8, width - Math.max(widthOf(first), widthOf(rest)));
  const lines = text
    .split('\n')
    .flatMap((paragraph) => fillLines(chunksOf(wordsOf(paragraph, room), room), room));
  return lines.map((line, i) => `${i === 0 ? first : rest}${setLine(line, style)}`.trimEnd());
}

function fillLines(chunks: readonly Chunk[], room: number): readonly Chunk[] {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const chunk of chunks) {
    const line = lines[lines.length - 1] ?? [];
    const blank = line.length > 0 && chunk[0]?.before === 'blank' ? 1 : 0;
    const columns = columnsOf(chunk);
    if (line.length > 0 && used + blank + columns > room) {
      lines.push([...chunk]);
      used = columns;
    } else {
      line.push(...chunk);
      used += blank + columns;
    }
  }
  return lines;
}

function columnsOf(chunk: Chunk): number {
  return chunk.reduce(
    (sum, { text, before }, i) => sum + widthOf(text) + (i > 0 && before === 'blank' ? 1 : 0),
    0,
  );
}

function chunksOf(words: readonly Word[], room: number): readonly Chunk[] {
  const chunks: Word[][] = [];
  for (const word of words) {
    const last = chunks[chunks.length - 1];
    if (word.before === 'glued' && last !== undefined) last.push(word);
    else chunks.push([word]);
  }
  return chunks.flatMap((chunk) => (columnsOf(chunk) > room ? divide(chunk, room) : [chunk]));
}

/** A chunk wider than the line: words are divided, code is left whole. */
function divide(chunk: Chunk, room: number): readonly Chunk[] {
  if (chunk.some(({ tone }) => tone === 'code')) return [chunk];
  const pieces: Word[] = [];
  for (const { text, tone, before } of chunk) {
    let piece = '';
    let opening = before;
    for (const character of text) {
      if (widthOf(piece + character) > room) {
        pieces.push({ text: piece, tone, before: opening });
        piece = '';
        opening = 'soft';
      }
      piece += character;
    }
    pieces.push({ text: piece, tone, before: opening === 'glued' ? 'soft' : opening });
  }
  return pieces.map((piece) => [piece]);
}

/** Words of one tone in one go: an escape for each word would be noise in a captured log. */
function setLine(line: Chunk, style: Style): string {
  let set = '';
  let run = '';
  for (const [i, { text, tone, before }] of line.entries()) {
    const previous = line[i - 1];
    const blank = previous !== undefined && before === 'blank' ? ' ' : '';
    if (previous !== undefined && previous.tone !== tone) {
      set += style(previous.tone, run) + blank;
      run = text;
    } else {
      run += blank + text;
    }
  }
  return set + style(line[line.length - 1]?.tone ?? 'plain', run);
}
