import { type Holds, indexOfWords, lowerInPlace } from '../grams.js';
import { type RequiredWords, requiredWords } from './required-words.js';

/** A normalised text, prepared for many searches. */
export interface Paste {
  readonly text: string;
  /** Does the text hold a word, given in lower case? */
  readonly holds: Holds;
}

export function pasteOf(text: string): Paste {
  return { text, holds: indexOfWords(lowerInPlace(text)) };
}

/** Read once per expression, when it is first used. */
const required = new Map<RegExp, RequiredWords>();

/** False only where `pattern` cannot match. For expressions of modules; each is kept. */
export function mayMatch(pattern: RegExp, { holds }: Paste): boolean {
  let words = required.get(pattern);
  if (words === undefined) {
    words = requiredWords(pattern);
    required.set(pattern, words);
  }
  return words === null || words.some(holds);
}

/** Does `pattern`, which has no `g` flag, match? */
export function matches(pattern: RegExp, paste: Paste): boolean {
  return mayMatch(pattern, paste) && pattern.test(paste.text);
}

/** All matches of `pattern`, which has the `g` flag. */
export function matchesOf(pattern: RegExp, paste: Paste): Iterable<RegExpExecArray> {
  return mayMatch(pattern, paste) ? paste.text.matchAll(pattern) : [];
}
