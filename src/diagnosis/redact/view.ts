/**
 * What the rules look at: a copy of the text in which decoration is undone (entities, escaped quotes, zero-width
 * characters, line continuations, typographic quotes and dashes), with the way back to the pasted text.
 */
export interface View {
  readonly text: string;
  /** Offset in the pasted text where character `i` of the view begins; undefined = same text. */
  readonly starts: Uint32Array | undefined;
  /** Offset in the pasted text just after character `i` of the view. */
  readonly ends: Uint32Array | undefined;
  readonly source: string;
}

/** Stands for one `[redacted:...]` in a view, so that no rule reads the words in it. */
export const MARK = '\uE000';

const MARKER = String.raw`\[redacted:[a-z0-9-]{1,40}\]`;
const SPECIAL = new RegExp(
  [
    MARKER,
    String.raw`\\{1,16}["'/]`,
    String.raw`\\{1,8}u[0-9a-fA-F]{4}`,
    String.raw`[\\\x60^][ \t]{0,8}\r?\n`,
    '&(?:amp;){0,3}(?:amp|quot|apos|lt|gt|nbsp|#x?[0-9a-fA-F]{1,6});',
    '\\u001b\\[[0-9;?]{0,16}[A-Za-z]',
    '[\\u00a0\\u00ab\\u00ad\\u00bb\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180e\\u2000-\\u2015\\u2018-\\u201f' +
      '\\u2028-\\u202f\\u2039\\u203a\\u205f-\\u206f\\u2212\\u2800\\u3000\\u3164\\ue000\\ufe00-\\ufe0f\\ufeff\\uff01-\\uff5e\\uffa0]',
  ].join('|'),
  'g',
);
const ESCAPED_BREAK = /\\{1,8}[nrt]/g;
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
  if (last === '\n') return ' ';
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

/** Builds the view of `source`; linear, never throws. */
export function viewOf(source: string): View {
  if (source.search(SPECIAL) < 0 && !source.includes('\\n')) {
    return { text: source, starts: undefined, ends: undefined, source };
  }
  const pattern = isEscapedJson(source)
    ? new RegExp(`${SPECIAL.source}|${ESCAPED_BREAK.source}`, 'g')
    : SPECIAL;
  return rewrite(source, pattern, plain);
}

function rewrite(source: string, pattern: RegExp, replace: (found: string) => string): View {
  const pieces: string[] = [];
  // No replacement is longer than twice what it replaces (a dash becomes two).
  const starts = new Uint32Array(source.length * 2 + 1);
  const ends = new Uint32Array(source.length * 2 + 1);
  let size = 0;
  let from = 0;
  const copy = (to: number): void => {
    if (to > from) pieces.push(source.slice(from, to));
    for (let i = from; i < to; i += 1) {
      starts[size] = i;
      ends[size] = i + 1;
      size += 1;
    }
  };
  for (const found of source.matchAll(pattern)) {
    copy(found.index);
    from = found.index + found[0].length;
    const text = replace(found[0]);
    for (let i = 0; i < text.length; i += 1) {
      starts[size] = found.index;
      ends[size] = from;
      size += 1;
    }
    pieces.push(text);
  }
  copy(source.length);
  return { text: pieces.join(''), starts: starts.subarray(0, size), ends: ends.subarray(0, size), source };
}

/** How many backslashes stood before the quote at `at` of the view (0 = not escaped). */
export function escapeLevel(view: View, at: number): number {
  if (!view.starts || !view.ends) return 0;
  const raw = view.source.slice(view.starts[at] ?? 0, view.ends[at] ?? 0);
  return raw.startsWith('\\') ? raw.length - 1 : 0;
}

/** Where characters `start`..`end` of the view stand in the pasted text. */
export function toSource(view: View, start: number, end: number): readonly [number, number] {
  if (!view.starts || !view.ends) return [start, end];
  return [
    view.starts[start] ?? view.source.length,
    end > start ? (view.ends[end - 1] ?? view.source.length) : start,
  ];
}
