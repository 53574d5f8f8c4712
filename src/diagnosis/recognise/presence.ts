/**
 * Which three-letter groups occur in a text: a cheap way to say that a keyword is certainly absent, so that a
 * long paste is searched only for the few keywords that can be there. Built in one pass.
 */
const SIZE = 1 << 16;

function slot(a: number, b: number, c: number): number {
  return (a * 961 + b * 31 + c) & (SIZE - 1);
}

/** Tells which folded keywords a folded text contains. */
export function presence(folded: string): (keyword: string) => boolean {
  const seen = new Uint8Array(SIZE);
  for (let i = 2; i < folded.length; i++) {
    seen[slot(folded.charCodeAt(i - 2), folded.charCodeAt(i - 1), folded.charCodeAt(i))] = 1;
  }
  const known = new Map<string, boolean>();
  return (keyword) => {
    const before = known.get(keyword);
    if (before !== undefined) return before;
    let possible = true;
    for (let i = 2; possible && i < keyword.length; i++) {
      possible =
        seen[slot(keyword.charCodeAt(i - 2), keyword.charCodeAt(i - 1), keyword.charCodeAt(i))] === 1;
    }
    const found = possible && folded.includes(keyword);
    known.set(keyword, found);
    return found;
  };
}
