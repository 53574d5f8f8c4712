import { MARK } from '../view.js';
import { CONNECTORS, COPULAS, POSSESSIVES } from './prose-words.js';

/** A word of a sentence without the quotes, brackets and full stop around it, and what it does there. */
export interface Token {
  readonly start: number;
  readonly text: string;
  readonly quoted: boolean;
  /** With what was cut off, as `[from, to)`. */
  readonly from: number;
  readonly to: number;
  /** Holds the place of a secret that was found before. */
  readonly marked: boolean;
  /** Joins the subject to the value: `is`, `:`. */
  readonly links: boolean;
  readonly copula: boolean;
  /** No letter or digit. */
  readonly empty: boolean;
  readonly possessive: boolean;
  /** An ordinary word with a full stop. */
  readonly last: boolean;
}

/** Longest run that is read as one. */
const LONGEST = 400;

/** What a password may be made of: printable ASCII, Latin and Cyrillic letters. */
const isTokenCode = (code: number): boolean =>
  (code > 0x20 && code < 0x7f) ||
  (code > 0xa0 && code < 0x250) ||
  (code >= 0x400 && code < 0x500) ||
  code === 0xe000;

const HEAD = codesOf('("\'`*_<[{«»');
const QUOTES = codesOf('"\'`');
const TAIL = codesOf('.,;:)]}"\'`>*_»');

const TAG = /^<(?:b|i|u|s|em|strong|code|p|span)>(?=.)/i;

function codesOf(signs: string): ReadonlySet<number> {
  return new Set(Array.from(signs, (sign) => sign.charCodeAt(0)));
}

function tokenOf(text: string, from: number, to: number): Token {
  // Bold or italics, as Teams sends them.
  let start = from + (TAG.exec(text.slice(from, Math.min(to, from + 10)))?.[0].length ?? 0);
  let quoted = false;
  for (; start < to && HEAD.has(text.charCodeAt(start)); start += 1) {
    if (QUOTES.has(text.charCodeAt(start))) quoted = true;
  }
  let end = to;
  while (end > start && TAIL.has(text.charCodeAt(end - 1))) end -= 1;
  const raw = text.slice(from, to);
  const bare = text.slice(start, end);
  const lower = bare.toLowerCase();
  return {
    start,
    text: bare,
    quoted,
    from,
    to,
    marked: raw.includes(MARK),
    links: CONNECTORS.has(lower) || CONNECTORS.has(raw) || /^[:=]+$/.test(raw),
    copula: COPULAS.has(lower),
    empty: !/[\p{L}\p{N}]/u.test(bare.slice(0, 200)),
    possessive: POSSESSIVES.has(lower),
    last: /[.!?]$/.test(raw) && /^\p{L}+[.!?]$/u.test(raw),
  };
}

/** The tokens of a text; those that several windows have in common are read once. */
export class Tokens {
  private readonly text: string;
  private readonly known = new Map<number, Token>();

  constructor(text: string) {
    this.text = text;
  }

  /** The next token that begins at `from` or after it, and before `stop`. */
  next(from: number, stop: number): Token | undefined {
    let begin = from;
    while (begin < stop && !isTokenCode(this.text.charCodeAt(begin))) begin += 1;
    if (begin >= stop) return undefined;
    const known = this.known.get(begin);
    if (known && known.to < stop) return known;
    let end = begin + 1;
    const most = Math.min(stop, begin + LONGEST);
    while (end < most && isTokenCode(this.text.charCodeAt(end))) end += 1;
    if (known?.to === end) return known;
    const token = tokenOf(this.text, begin, end);
    this.known.set(begin, token);
    return token;
  }
}
