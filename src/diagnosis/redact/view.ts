import { type Holds, indexOfWords, lowerInPlace } from '../grams.js';

/**
 * What the rules look at: a copy of the text in which decoration is undone (entities, escaped quotes, zero-width
 * characters, line continuations, typographic quotes and dashes), with the way back to the pasted text.
 */
export interface View {
  readonly text: string;
  /** `text` in lower case, character by character. */
  readonly lower: string;
  /** Does `lower` hold a word? */
  readonly holds: Holds;
  /** Undefined = the pasted text itself. */
  readonly way: Way | undefined;
  readonly source: string;
}

/** The way back, by pieces: what was copied, and what stands for something else. Arrays by number of the piece. */
interface Way {
  /** Where the piece begins in the view. */
  readonly at: readonly number[];
  /** Where it, or what it stands for, begins in the pasted text. */
  readonly from: readonly number[];
  /** Where what it stands for ends; -1 = copied. */
  readonly to: readonly number[];
}

/** Stands for one `[redacted:...]` in a view, so that no rule reads the words in it. */
export const MARK = '\uE000';

const MARKER = String.raw`\[redacted:[a-z0-9-]{1,40}\]`;
/** The beginning of a long run of backslashes stays as it is; read at once, so that it is not tried at each of them. */
const LONG_RUN = String.raw`\\{1,65536}(?=\\{16})`;
const ODD =
  '[\\u00a0\\u00ab\\u00ad\\u00bb\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180e\\u2000-\\u2015\\u2018-\\u201f' +
  '\\u2028-\\u202f\\u2039\\u203a\\u205f-\\u206f\\u2212\\u2800\\u3000\\u3164\\ue000\\ufe00-\\ufe0f\\ufeff\\uff01-\\uff5e\\uffa0]';
const EVERY_ODD = new RegExp(ODD, 'g');
const SPECIAL = new RegExp(
  [
    MARKER,
    LONG_RUN,
    String.raw`\\{1,16}["'/]`,
    String.raw`\\{1,8}u[0-9a-fA-F]{4}`,
    // A continued line, and the prompt before the next one: `>> ` (PowerShell), `> ` (bash).
    String.raw`[\\\x60^][ \t]{0,8}\r?\n(?:>{1,2}[ \t]{1,8})?`,
    '&(?:amp;){0,3}(?:amp|quot|apos|lt|gt|nbsp|#x?[0-9a-fA-F]{1,6});',
    '\\u001b\\[[0-9;?]{0,16}[A-Za-z]',
    ODD,
  ].join('|'),
  'g',
);
const SPECIAL_OR_BREAK = new RegExp(`${SPECIAL.source}|\\\\{1,8}[nrt]`, 'g');
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
};

function plainChar(code: number): string {
  if (code === 0xe000) return '\uFFFD';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2014 || code === 0x2015) return '--';
  if ((code >= 0x2010 && code <= 0x2013) || code === 0x2212) return '-';
  if (code === 0x2018 || code === 0x2019 || code === 0x201a || code === 0x201b) return "'";
  if (code === 0x2039 || code === 0x203a) return "'";
  if ((code >= 0x201c && code <= 0x201f) || code === 0xab || code === 0xbb) return '"';
  if (code === 0xa0 || code === 0x3000 || code === 0x1680 || code === 0x202f || code === 0x205f) return ' ';
  if (code >= 0x2000 && code <= 0x200a) return ' ';
  if (code === 0x2028 || code === 0x2029) return '\n';
  return '';
}

function codePoint(code: number, otherwise: string): string {
  if (code === 0x26 || (code >= 0x20 && code < 0x7f)) return String.fromCharCode(code);
  return code >= 0x80 && code <= 0xffff && plainChar(code) !== '' ? plainChar(code) : otherwise;
}

/** What one special sequence reads as in the view. */
function plain(found: string): string {
  const first = found.charAt(0);
  const last = found.charAt(found.length - 1);
  if (first === '[') return MARK;
  if (found.includes('\n')) return ' ';
  if (first === '\\') {
    if (last === '"' || last === "'" || last === '/') return last;
    if (/[nrt]$/.test(found) && !/u[0-9a-fA-F]{4}$/.test(found)) return found.endsWith('t') ? ' ' : '\n';
    return codePoint(Number.parseInt(found.slice(-4), 16), found);
  }
  if (first === '&') {
    const name = found.slice(found.lastIndexOf('&') + 1, -1).replace(/^(?:amp;)+/, '');
    if (!name.startsWith('#')) return ENTITIES[name] ?? found;
    const hex = name.charAt(1) === 'x';
    return codePoint(Number.parseInt(name.slice(hex ? 2 : 1), hex ? 16 : 10), found);
  }
  return first === '\u001b' ? '' : plainChar(found.charCodeAt(0));
}

/** Is this text the inside of a JSON string (so that `\n` is a line break and not part of a path)? */
const isEscapedJson = (text: string): boolean =>
  text.includes('\\"') || /\\n[^\n]{0,2000}\\n/.test(text.slice(0, 65536));

/** Characters without which no special sequence can begin. */
const HINT = /[\\&\x60^\u001b\u0080-\uffff]|\[redacted:/;

/** Builds the view of `source`; linear, never throws. */
export function viewOf(source: string): View {
  if (!HINT.test(source)) return madeOf(source, source, undefined);
  return rewrite(source, isEscapedJson(source) ? SPECIAL_OR_BREAK : SPECIAL);
}

/** One character for one: every place stays where it is, so that no way back is needed. */
function plainCharacters(source: string): string {
  return source.replace(EVERY_ODD, (odd) => {
    const replaced = plainChar(odd.charCodeAt(0));
    return replaced.length === 1 ? replaced : odd;
  });
}

function rewrite(source: string, pattern: RegExp): View {
  const text = plainCharacters(source);
  const pieces: string[] = [];
  const at: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  let size = 0;
  let copied = 0;
  const add = (piece: string, begin: number, end: number): void => {
    pieces.push(piece);
    at.push(size);
    from.push(begin);
    to.push(end);
    size += piece.length;
  };
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    // A long run of backslashes: not special.
    if (found[0].endsWith('\\')) continue;
    if (found.index > copied) add(text.slice(copied, found.index), copied, -1);
    copied = found.index + found[0].length;
    const piece = plain(found[0]);
    if (piece !== '') add(piece, found.index, copied);
  }
  if (copied === 0) return madeOf(text, source, undefined);
  if (copied < text.length) add(text.slice(copied), copied, -1);
  return madeOf(pieces.join(''), source, { at, from, to });
}

function madeOf(text: string, source: string, way: Way | undefined): View {
  const lower = lowerInPlace(text);
  return { text, lower, holds: indexOfWords(lower), way, source };
}

/** Number of the piece that holds character `at` of the view. */
function pieceAt(way: Way, at: number): number {
  let low = 0;
  let high = way.at.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((way.at[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many backslashes stood before the quote at `at` of the view (0 = not escaped). */
export function escapeLevel(view: View, at: number): number {
  const { way, source } = view;
  if (!way || at >= view.text.length) return 0;
  const piece = pieceAt(way, at);
  const from = way.from[piece] ?? 0;
  const to = way.to[piece] ?? -1;
  return to >= 0 && source.charAt(from) === '\\' ? to - from - 1 : 0;
}

/** Offset in the pasted text where character `at` of the view begins. */
function startOf(view: View, way: Way, at: number): number {
  if (at >= view.text.length) return view.source.length;
  const piece = pieceAt(way, at);
  const from = way.from[piece] ?? 0;
  return (way.to[piece] ?? -1) >= 0 ? from : from + at - (way.at[piece] ?? 0);
}

/** Offset in the pasted text just after character `at` of the view. */
function endOf(view: View, way: Way, at: number): number {
  if (at >= view.text.length) return view.source.length;
  const piece = pieceAt(way, at);
  const to = way.to[piece] ?? -1;
  return to >= 0 ? to : (way.from[piece] ?? 0) + at - (way.at[piece] ?? 0) + 1;
}

/** Where characters `start`..`end` of the view stand in the pasted text. */
export function toSource(view: View, start: number, end: number): readonly [number, number] {
  const { way } = view;
  if (!way) return [start, end];
  return [startOf(view, way, start), end > start ? endOf(view, way, end - 1) : start];
}
