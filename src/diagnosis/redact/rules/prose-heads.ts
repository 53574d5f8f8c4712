import type { View } from '../view.js';
import { SECRET_WORDS } from './prose-words.js';

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const isLatin = (word: string): boolean => /^[\u0000-\u024f]/.test(word);
const LATIN = SECRET_WORDS.filter(isLatin);
const OTHER = SECRET_WORDS.filter((word) => !isLatin(word));
/** The words in lower case; plain alternations, no quantifier. */
const LATIN_HEAD = new RegExp(`(?:${LATIN.map(literal).join('|')})(?![\\w-])`, 'y');
const OTHER_HEAD = new RegExp(OTHER.map(literal).join('|'), 'y');

/** Words that no other of them begins; where one of the others stands, one of these does. */
const SHORTEST = SECRET_WORDS.filter(
  (word) => !SECRET_WORDS.some((other) => other !== word && word.startsWith(other)),
);

/** "the pass (that I use) is …"; what "passes" or is "passed" is no password. */
const NOUN =
  /^(?: (?:i'm|i am|we're|i|we|use|using|have|got|for|of|on|that|token|user|[\w.-]{1,24})){0,4}(?: is|:| =) /;

/** A Latin word that stands behind one of these is part of something longer. */
const GLUE = /[\w.$-]/;

/** A word for "password" in a text. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

/** Where one of the words stands, perhaps as part of something longer, or of another of the words. */
function placesOf({ lower, holds }: View): readonly number[] {
  const places: number[] = [];
  for (const word of SHORTEST) {
    if (!holds(word)) continue;
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) places.push(at);
  }
  return places.sort((a, b) => a - b);
}

/** All such words, in order. Of those that begin at a place, the first of the list counts. */
export function headsOf(view: View): readonly Head[] {
  const { lower } = view;
  const heads: Head[] = [];
  let done = 0;
  for (const at of placesOf(view)) {
    if (at < done) continue;
    const head = lower.charCodeAt(at) > 0x24f ? OTHER_HEAD : LATIN_HEAD;
    if (head === LATIN_HEAD && GLUE.test(lower.charAt(at - 1))) continue;
    // `${PW:?must be set}`
    if (lower.startsWith('${', at - 2)) continue;
    head.lastIndex = at;
    if (!head.test(lower)) continue;
    if (lower.slice(at, head.lastIndex) === 'pass' && !NOUN.test(lower.slice(head.lastIndex, at + 64)))
      continue;
    done = head.lastIndex;
    heads.push({ start: at, end: done });
  }
  return heads;
}
