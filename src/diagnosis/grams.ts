/** Three characters are hashed to this many bits: a text of 64 KB fills about a fifth of the table. */
const BITS = 15;
const MASK = (1 << BITS) - 1;
const SHIFT = BITS / 3;

/** Answers whether a text holds a word, most often without a search. */
export type Holds = (word: string) => boolean;

/**
 * Indexes a text by its groups of three characters. A hundred searches for words that are not there cost more than
 * everything else that is done with a log; a word with a group that never occurs need not be searched.
 */
export function indexOfWords(text: string): Holds {
  const seen = new Uint8Array(1 << BITS);
  let hash = 0;
  for (let i = 0; i < text.length; i += 1) {
    // Whatever stands more than three characters back has been shifted out.
    hash = ((hash << SHIFT) ^ text.charCodeAt(i)) & MASK;
    seen[hash] = 1;
  }
  return (word) => {
    let own = 0;
    for (let i = 0; i < word.length; i += 1) {
      own = ((own << SHIFT) ^ word.charCodeAt(i)) & MASK;
      if (i >= 2 && seen[own] === 0) return false;
    }
    return text.includes(word);
  };
}

/** Lower case with every character at its place; `toLowerCase` makes two of the Turkish capital I. */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replaceAll('\u0130', '\ufffd').toLowerCase();
}
