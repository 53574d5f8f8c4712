/**
 * Which of many keywords a text contains, found in one pass: nearly all of the thousands of keywords are absent from
 * a given text, and asking for each by itself would read a long paste thousands of times.
 */

/** Characters that lead into the tree of the longer keywords. */
const LEAD = 4;
/** Slots for the first characters of keywords. */
const SIZE = 1 << 15;

/** Nodes of a tree of characters, by their number; 0 is none. */
interface Tree {
  readonly char: number[];
  readonly child: number[];
  readonly sibling: number[];
  /** The keyword that ends at the node. */
  readonly keyword: number[];
}

/** Keywords prepared for `presence`. */
export interface Index {
  readonly texts: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  /** Short keywords by the hash of their first two characters, and the next with the same hash. */
  readonly short: Int32Array;
  readonly next: Int32Array;
  /** Nodes after the first characters of longer keywords, by the hash of these. */
  readonly long: Int32Array;
  readonly tree: Readonly<Record<keyof Tree, Int32Array>>;
}

function slot(value: number): number {
  return (value ^ (value >>> 15)) & (SIZE - 1);
}

/** Two characters as a number; 0 past the end of the text, which begins no keyword. */
function pair(text: string, at: number): number {
  if (at + 1 >= text.length) return 0;
  return Math.imul(text.charCodeAt(at), 961) ^ text.charCodeAt(at + 1);
}

/** Slot of four characters, of which these are the two pairs. */
function four(first: number, second: number): number {
  return slot(Math.imul(first, 0x9e37) ^ second);
}

/** The node for a character below another one; made where it is missing. */
function grown(tree: Tree, node: number, char: number): number {
  let child = tree.child[node] ?? 0;
  while (child !== 0 && tree.char[child] !== char) child = tree.sibling[child] ?? 0;
  if (child !== 0) return child;
  const made = tree.char.length;
  tree.char.push(char);
  tree.child.push(0);
  tree.sibling.push(tree.child[node] ?? 0);
  tree.keyword.push(0);
  tree.child[node] = made;
  return made;
}

/** Prepares keywords; those of one character are left to a plain search. */
export function indexed(keywords: Iterable<string>): Index {
  const texts = ['', ...new Set([...keywords].filter((keyword) => keyword.length > 1))];
  const short = new Int32Array(SIZE);
  const next = new Int32Array(texts.length);
  const long = new Int32Array(SIZE);
  const tree: Tree = { char: [0], child: [0], sibling: [0], keyword: [0] };
  for (const [number, text] of texts.entries()) {
    if (number === 0) continue;
    if (text.length < LEAD) {
      const at = slot(pair(text, 0));
      next[number] = short[at] ?? 0;
      short[at] = number;
      continue;
    }
    // A root per slot: keywords with different beginnings may share it, so that the tree spells them in full.
    const at = four(pair(text, 0), pair(text, 2));
    if (long[at] === 0) long[at] = grown(tree, 0, -1 - at);
    let node = long[at] ?? 0;
    for (let i = 0; i < text.length; i++) node = grown(tree, node, text.charCodeAt(i));
    tree.keyword[node] = number;
  }
  return {
    texts,
    numbers: new Map(texts.map((text, number) => [text, number])),
    short,
    next,
    long,
    tree: {
      char: Int32Array.from(tree.char),
      child: Int32Array.from(tree.child),
      sibling: Int32Array.from(tree.sibling),
      keyword: Int32Array.from(tree.keyword),
    },
  };
}

/** What a folded text contains. */
export interface Presence {
  /** Whether a folded keyword stands in the text; quick for those of the index. */
  readonly has: (keyword: string) => boolean;
  /** The keywords of the index that stand in the text. */
  readonly found: readonly string[];
}

/** Finds the keywords of an index in a folded text. */
export function presence(folded: string, { texts, numbers, short, next, long, tree }: Index): Presence {
  const { char, child, sibling, keyword } = tree;
  const seen = new Uint8Array(texts.length);
  const found: string[] = [];
  const see = (number: number) => {
    if (seen[number] === 1) return;
    seen[number] = 1;
    found.push(texts[number] ?? '');
  };
  const length = folded.length;
  let first = pair(folded, 0);
  let middle = pair(folded, 1);
  for (let at = 0; at < length; at++) {
    const second = pair(folded, at + 2);
    for (let number = short[slot(first)] ?? 0; number !== 0; number = next[number] ?? 0) {
      if (seen[number] === 0 && folded.startsWith(texts[number] ?? '', at)) see(number);
    }
    let node = long[four(first, second)] ?? 0;
    for (let i = at; node !== 0 && i < length; i++) {
      const code = folded.charCodeAt(i);
      node = child[node] ?? 0;
      while (node !== 0 && char[node] !== code) node = sibling[node] ?? 0;
      const ended = keyword[node] ?? 0;
      if (ended !== 0) see(ended);
    }
    first = middle;
    middle = second;
  }
  const has = (text: string): boolean => {
    const number = numbers.get(text);
    return number === undefined ? folded.includes(text) : seen[number] === 1;
  };
  return { has, found };
}
