import { isAlphanumeric } from '../ascii.js';
import { classesOf } from './shape.js';
import { escapeLevel, type View } from './view.js';

/** A value found at some place of a view: characters `start`..`end`, and the quote around it ('' = bare). */
export interface Value {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Reads the value that begins at `at`; undefined = nothing there. Linear in the length of the value, never throws. */
export type Reader = (view: View, at: number) => Value | undefined;

/** No secret a person pastes as one value is longer; a multiple-audience token is about 4 KB. */
const MAX_VALUE = 16384;

const isWord = (code: number): boolean => isAlphanumeric(code) || code === 0x5f;

/** Is this code unit white space (space, tab, line breaks)? */
export const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);

/** Is this code unit a quotation mark (double, single or backtick)? */
export const isQuote = (code: number): boolean => code === 0x22 || code === 0x27 || code === 0x60;

/** First offset from `at` on that is not a space or tab, looking at most `most` characters ahead. */
export function skipBlanks(text: string, at: number, most = 64): number {
  let i = at;
  while (i < at + most && (text.charCodeAt(i) === 0x20 || text.charCodeAt(i) === 0x09)) i += 1;
  return i;
}

/** End of the line that holds `at`, but at most `most` characters away. */
export function lineEnd(text: string, at: number, most = MAX_VALUE): number {
  let i = at;
  const stop = Math.min(text.length, at + most);
  while (i < stop && text.charCodeAt(i) !== 0x0a && text.charCodeAt(i) !== 0x0d) i += 1;
  return i;
}

/**
 * A quoted value that a terminal broke at `at`: no blanks before the break, and below it something that is no word up
 * to the same quote.
 * @returns length of the break with the indentation below it; 0 = no such break
 */
function restBelow(text: string, open: number, at: number): number {
  const quote = text.charAt(open);
  if (quote === '`' || at - open > 512 || /^$|\s/.test(text.slice(open + 1, at))) return 0;
  const below = /^(\r?\n[ \t]{0,64})([^\s"'`]{2,512})(["'])(?!\w)/.exec(text.slice(at, at + 600));
  const [, gap = '', rest = '', close] = below ?? [];
  return close === quote && classesOf(rest).kinds >= 2 && /[A-Za-z0-9]/.test(rest) ? gap.length : 0;
}

/**
 * Reads a quoted string. A quote escaped as often as the opening one closes it; one in the middle of a word does not
 * (`"ab"cd"`: the cleaner has already undone the escape). Without a closing quote the rest of the line is the value.
 */
export const readQuoted: Reader = (view, at) => {
  const { text } = view;
  const quote = text.charCodeAt(at);
  if (!isQuote(quote)) return undefined;
  const level = escapeLevel(view, at);
  const stop = Math.min(text.length, at + MAX_VALUE);
  let fallback = -1;
  let broken = false;
  let i = at + 1;
  for (; i < stop; i += 1) {
    const code = text.charCodeAt(i);
    if (code !== quote) {
      if (fallback > 0 && isSpace(code)) break;
      if (code === 0x0a || code === 0x0d) {
        const rest = broken ? 0 : restBelow(text, at, i);
        if (rest === 0) break;
        broken = true;
        i += rest - 1;
      }
      continue;
    }
    if (escapeLevel(view, i) <= level && !isWord(text.charCodeAt(i + 1))) {
      return { start: at + 1, end: i, quote: text.charAt(at) };
    }
    if (fallback < 0) fallback = i;
  }
  return { start: at + 1, end: fallback > 0 ? fallback : i, quote: text.charAt(at) };
};

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' };

const LOOSE = '"\'`,;';

/** Takes off what belongs to the sentence or structure around a bare value. */
function trimBare(text: string, start: number, stop: number): number {
  let end = stop;
  while (end > start) {
    const last = text.charAt(end - 1);
    const code = text.charCodeAt(end - 1);
    // Most values end with a letter or digit.
    if (code >= 0x40 ? code !== 0x5d && code !== 0x60 && code !== 0x7d : code >= 0x30 && code <= 0x39) break;
    const opener = OPENERS[last];
    const loose = opener !== undefined && !text.slice(start, end).includes(opener);
    if (!loose && !LOOSE.includes(last)) break;
    end -= 1;
  }
  return end;
}

/** Does a bare value end before character `i` (which is not white space)? `form`: `&`, `;` and `,` may part pairs. */
function endsBare(text: string, i: number, form: boolean): boolean {
  const code = text.charCodeAt(i);
  if (isQuote(code)) return !isWord(text.charCodeAt(i + 1));
  if (code === 0x3c) return text.charAt(i + 1) === '/' || /^<br/i.test(text.slice(i, i + 3));
  if (!form) return false;
  if (code === 0x26)
    return /^&(?:&|[\w.-]{1,40}=)/.test(text.slice(i, i + 44)) || isSpace(text.charCodeAt(i + 1));
  if (code === 0x3b) return /^;(?:$|\s|[A-Za-z][\w -]{1,40}=|[a-z]{2,8} )/.test(text.slice(i, i + 46));
  if (code === 0x2c) return /^,(?:$|\s|["'}\]]|[\w.-]{1,40}[=:])/.test(text.slice(i, i + 46));
  return false;
}

/** 1 = a bare value may end before this character: white space, quotes, `<`, `&`, `;`, `,`. */
const STOPS = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\t-\r "'`<&;,]/.test(String.fromCharCode(code))),
);

function readBare(view: View, at: number, form: boolean): Value | undefined {
  const { text } = view;
  const stop = Math.min(text.length, at + MAX_VALUE);
  let i = at;
  for (; i < stop; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 128 && STOPS[code] === 1 && (isSpace(code) || endsBare(text, i, form))) break;
  }
  const end = trimBare(text, at, i);
  return end > at ? { start: at, end, quote: '' } : undefined;
}

/** `$(...)`, `{{ ... }}`, `${{ ... }}`, `<...>` may hold spaces; read whole so that they are known as stand-ins. */
function readTemplate(view: View, at: number): Value | undefined {
  if (!'$({<'.includes(view.text.charAt(at)) || at >= view.text.length) return undefined;
  const head =
    /^(?:\$\(|\$\{|\{\{|<[A-Za-z]|<\d{1,5} |\((?:hidden|sensitive|redacted|known|\d{1,4} char))/i.exec(
      view.text.slice(at, at + 12),
    )?.[0];
  if (head === undefined) return undefined;
  const close = head.startsWith('<') ? '>' : head.endsWith('{') ? '}' : ')';
  const stop = lineEnd(view.text, at, 300);
  let i = at;
  while (i < stop && view.text.charAt(i) !== close) i += 1;
  while (i < stop && view.text.charAt(i) === close) i += 1;
  return view.text.charAt(i - 1) === close ? { start: at, end: i, quote: '' } : undefined;
}

/** One shell word: quoted, or up to white space. */
export const readShell: Reader = (view, at) => {
  const begin = skipBlanks(view.text, at);
  return isQuote(view.text.charCodeAt(begin))
    ? readQuoted(view, begin)
    : (readTemplate(view, begin) ?? readBare(view, begin, false));
};

/** Value of `key = value` / `key: value`, in any notation (JSON, YAML, env, form body, connection string). */
export const readAssigned: Reader = (view, at) => {
  const begin = skipBlanks(view.text, at);
  return isQuote(view.text.charCodeAt(begin))
    ? readQuoted(view, begin)
    : (readTemplate(view, begin) ?? readBare(view, begin, true));
};

/** Everything up to the end of the line or of the quoted string the header stands in. */
export const readHeader: Reader = (view, at) => {
  const begin = skipBlanks(view.text, at);
  let end = lineEnd(view.text, begin, 8192);
  for (let i = begin; i < end; i += 1) {
    if (isQuote(view.text.charCodeAt(i)) && !isWord(view.text.charCodeAt(i + 1))) end = i;
  }
  return end > begin ? { start: begin, end, quote: '' } : undefined;
};
