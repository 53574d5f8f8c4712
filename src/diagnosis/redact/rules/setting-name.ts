import { isAlphanumeric } from '../../ascii.js';
import { isQuote } from '../values.js';

const isNameCode = (code: number): boolean =>
  isAlphanumeric(code) || code === 0x5f || code === 0x2d || code === 0x2e;

/** `]`, `)` or `*` */
const isBracket = (code: number): boolean => code === 0x5d || code === 0x29 || code === 0x2a;

/**
 * The last two letters of every name that can announce a secret (see `TAIL` in keys.ts), and of `passwords`, `name`,
 * `key` and `default`: 1 at first × 32 + second, letters counted from 1.
 */
const ENDINGS = new Uint8Array(1024);
for (const [
  first = 0,
  second = 0,
] of 'rd wd ss pw se rt na ha et en ey th ig re al ls ed ds at de on er fg ue xt me lt'
  .split(' ')
  .map((pair) => [pair.charCodeAt(0) & 31, pair.charCodeAt(1) & 31]))
  ENDINGS[first * 32 + second] = 1;

const isLetter = (code: number): boolean => {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
};
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/**
 * Can the name left of `at` announce a secret? Two letters decide about nearly all names; the way to them is that
 * of `nameBefore`.
 */
export function mayAnnounce(text: string, at: number): boolean {
  let i = at - 1;
  for (let code = text.charCodeAt(i); i > 0 && at - i <= 12; code = text.charCodeAt(i)) {
    if (code !== 0x20 && code !== 0x09 && !isQuote(code) && !isBracket(code)) break;
    i -= 1;
  }
  const stop = Math.max(0, i - 80);
  let last = 0;
  for (; i >= stop; i -= 1) {
    const code = text.charCodeAt(i);
    if (isLetter(code)) {
      if (last > 0) return ENDINGS[(code & 31) * 32 + last] === 1;
      last = code & 31;
    } else if (!isNameCode(code) || (last > 0 && isDigit(code))) return false;
  }
  return false;
}

/** A name that stands before a value. */
export interface Name {
  readonly text: string;
  readonly start: number;
  readonly quoted: boolean;
}

/** The name left of a separator: `"clientSecret" :`, `$env:X =`, `data["password"] =`. */
export function nameBefore(text: string, at: number): Name | undefined {
  let end = at;
  while (end > 0 && at - end < 8 && (text.charCodeAt(end - 1) === 0x20 || text.charCodeAt(end - 1) === 0x09))
    end -= 1;
  const bare = end;
  while (
    end > 0 &&
    bare - end < 3 &&
    (isQuote(text.charCodeAt(end - 1)) || isBracket(text.charCodeAt(end - 1)))
  )
    end -= 1;
  let start = end;
  while (start > 0 && end - start < 80 && isNameCode(text.charCodeAt(start - 1))) start -= 1;
  return end - start < 2 ? undefined : { text: text.slice(start, end), start, quoted: end < bare };
}
