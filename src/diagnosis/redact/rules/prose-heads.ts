import type { View } from '../view.js';
import { SECRET_WORDS } from './prose-words.js';

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isLatin = (word: string): boolean => /^[\u0000-\u024f]/.test(word);
const LATIN = SECRET_WORDS.filter(isLatin);
const OTHER = SECRET_WORDS.filter((word) => !isLatin(word));
/** The words in lower case; plain alternations, no quantifier. */
const LATIN_HEAD = new RegExp(`(?:${LATIN.map(literal).join('|')})(?![\\w-])`, 'y');
const OTHER_HEAD = new RegExp(OTHER.map(literal).join('|'), 'y');

/** 1 = a Latin word that stands behind this character is part of something longer: `[\w.$-]`. */
const GLUES = Uint8Array.from({ length: 128 }, (_, code) =>
  Number(/[\w.$-]/.test(String.fromCharCode(code))),
);
/** 1 = a Latin word begins with these two ASCII characters (first × 128 + second). */
const BEGINS = new Uint8Array(128 * 128);
for (const word of LATIN) {
  if (word.charCodeAt(0) < 128 && word.charCodeAt(1) < 128)
    BEGINS[word.charCodeAt(0) * 128 + word.charCodeAt(1)] = 1;
}
const OTHER_BEGINS: ReadonlySet<number> = new Set(OTHER.map((word) => word.charCodeAt(0)));

/** A word for "password" in a text. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

/** Which expression may find a word at `at`? Two characters decide it almost everywhere. */
function candidate(lower: string, at: number, code: number, before: number): RegExp | undefined {
  if (code < 128) {
    const next = lower.charCodeAt(at + 1);
    return next < 128 && BEGINS[code * 128 + next] === 1 && GLUES[before] !== 1 ? LATIN_HEAD : undefined;
  }
  if (code <= 0x24f) return GLUES[before] === 1 ? undefined : LATIN_HEAD;
  return OTHER_BEGINS.has(code) ? OTHER_HEAD : undefined;
}

/** All such words, in order. */
export function headsOf({ lower }: View): readonly Head[] {
  const heads: Head[] = [];
  let before = 0;
  for (let i = 0; i < lower.length; i += 1) {
    const code = lower.charCodeAt(i);
    const word = candidate(lower, i, code, before);
    before = code;
    if (!word) continue;
    word.lastIndex = i;
    if (!word.test(lower)) continue;
    heads.push({ start: i, end: word.lastIndex });
    i = word.lastIndex - 1;
    before = lower.charCodeAt(i);
  }
  return heads;
}
