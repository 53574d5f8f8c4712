import type { View } from './view.js';

/**
 * What to look for, written like the text itself. Text is compared folded (see `View`); `{a|b}` stands for one of
 * several wordings, `·` for the border of a word, `…` for up to 200 characters of the same line, `……` for up to
 * 400 characters across lines. A list is looked for in its order, on one line; in it a number sets the gap before
 * the next part, and `……` lets the gap cross lines. Expressions are for what words cannot say; they see the
 * folded text with its line breaks.
 *
 * Phrases instead of expressions with gaps keep recognition linear: each is a search for plain text, and a gap is
 * a window of fixed size.
 */
export type ClueSource = string | RegExp | readonly (string | RegExp | number)[];

interface Literal {
  readonly text: string;
  readonly startsWord: boolean;
  readonly endsWord: boolean;
}

interface Part {
  readonly find: readonly Literal[] | RegExp;
  /** Text that stands in every match of an expression, '' where none is known: spares running it. */
  readonly needs: string;
  /** Characters that may stand between the part before and this one. */
  readonly gap: number;
  readonly acrossLines: boolean;
}

/** A clue, ready for use. */
export type Clue = readonly [Part, ...Part[]];

const GAP = 200;
const WIDE_GAP = 400;
/** Occurrences of the first part that are tried; the rest of a long log repeats them. */
const TRIES = 40;

/** The choices of a `{a|b}` group, which may hold further groups. */
function alternatives(group: string): readonly string[] {
  const choices: string[] = [];
  let depth = 0;
  let from = 1;
  for (let i = 1; i < group.length - 1; i++) {
    const char = group.charAt(i);
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '|' && depth === 0) {
      choices.push(group.slice(from, i));
      from = i + 1;
    }
  }
  return [...choices, group.slice(from, -1)];
}

/** All wordings of a phrase with `{a|b}` groups. */
function wordings(phrase: string): readonly string[] {
  const open = phrase.indexOf('{');
  if (open === -1) return [phrase];
  let depth = 0;
  for (let i = open; i < phrase.length; i++) {
    if (phrase.charAt(i) === '{') depth += 1;
    else if (phrase.charAt(i) === '}') depth -= 1;
    if (depth > 0) continue;
    const [head, tail] = [phrase.slice(0, open), wordings(phrase.slice(i + 1))];
    const middle = alternatives(phrase.slice(open, i + 1)).flatMap(wordings);
    return middle.flatMap((choice) => tail.map((end) => head + choice + end));
  }
  throw new Error(`unclosed group in ${phrase}`);
}

function literal(wording: string): Literal {
  return {
    text: wording.replaceAll('·', '').toLowerCase().replace(/["`]/g, "'"),
    startsWord: wording.startsWith('·'),
    endsWord: wording.endsWith('·'),
  };
}

/** Spells out the groups that hold gaps, so that no gap stands in a group any more. */
function withoutGapsInGroups(phrase: string): readonly string[] {
  let depth = 0;
  let open = 0;
  for (let i = 0; i < phrase.length; i++) {
    const char = phrase.charAt(i);
    if (char === '{') {
      if (depth === 0) open = i;
      depth += 1;
    } else if (char === '}') {
      depth -= 1;
      const group = phrase.slice(open, i + 1);
      if (depth > 0 || !group.includes('…')) continue;
      const [head, tail] = [phrase.slice(0, open), phrase.slice(i + 1)];
      return alternatives(group).flatMap((choice) => withoutGapsInGroups(head + choice + tail));
    }
  }
  return [phrase];
}

type Gap = Pick<Part, 'gap' | 'acrossLines'>;

/** Splits a phrase at its gaps. */
function partsOf(phrase: string, before: Gap): readonly (readonly Part[])[] {
  return withoutGapsInGroups(phrase).map((text) => {
    const parts: Part[] = [];
    let next = before;
    for (const piece of text.split(/(……?)/)) {
      if (piece === '…') next = { gap: GAP, acrossLines: false };
      else if (piece === '……') next = { gap: WIDE_GAP, acrossLines: true };
      else if (piece !== '') parts.push({ find: wordings(piece).map(literal), needs: '', ...next });
    }
    return parts;
  });
}

/** The longest plain text of an expression outside groups, classes and repetitions; '' if it may be absent. */
function neededBy({ source }: RegExp): string {
  let best = '';
  let run = '';
  let depth = 0;
  let inClass = false;
  const close = () => {
    if (run.length > best.length) best = run;
    run = '';
  };
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    const escaped = char === '\\';
    if (escaped) i += 1;
    const plain = escaped ? './'.includes(source.charAt(i)) : !'.^$|()[]{}?*+'.includes(char);
    if (!escaped && char === '|' && depth === 0 && !inClass) return '';
    if (depth === 0 && !inClass && plain) run += source.charAt(i);
    else {
      // What a repetition follows may be absent.
      if (!escaped && '?*{'.includes(char)) run = run.slice(0, -1);
      close();
    }
    if (escaped) continue;
    if (inClass) inClass = char !== ']';
    else if (char === '[') inClass = true;
    else if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (char === '{') i = source.indexOf('}', i);
  }
  close();
  return best;
}

/** Prepares clues. Throws on a malformed one, so that a mistake shows when the module is loaded. */
export function compile(sources: readonly ClueSource[]): readonly Clue[] {
  return sources.flatMap((source) => {
    const list = typeof source === 'string' || source instanceof RegExp ? [source] : source;
    let clues: (readonly Part[])[] = [[]];
    let next: Gap = { gap: GAP, acrossLines: false };
    for (const item of list) {
      if (typeof item === 'number') next = { gap: item, acrossLines: false };
      else if (item === '……') next = { gap: WIDE_GAP, acrossLines: true };
      else {
        const tails: readonly (readonly Part[])[] =
          item instanceof RegExp ? [[{ find: item, needs: neededBy(item), ...next }]] : partsOf(item, next);
        clues = clues.flatMap((clue) => tails.map((tail) => [...clue, ...tail]));
        next = { gap: GAP, acrossLines: false };
      }
    }
    return clues.map((parts) => {
      const [first, ...rest] = parts;
      if (first === undefined) throw new Error(`empty clue ${String(source)}`);
      const shortest = parts.flatMap(({ find }) => (find instanceof RegExp ? [] : find));
      if (shortest.some(({ text }) => text === '')) throw new Error(`empty wording in ${String(source)}`);
      return [first, ...rest] as const;
    });
  });
}

/**
 * Plain texts of which one stands wherever the clue does: those of the part with the fewest wordings. Empty where
 * there are none, so that the clue has to be tried.
 */
export function needles(clue: Clue): readonly string[] {
  const choices = clue
    .map(({ find, needs }) => (find instanceof RegExp ? [needs] : find.map(({ text }) => text)))
    .filter((texts) => texts.every((text) => text.length > 1))
    .sort((a, b) => a.length - b.length);
  return choices[0] ?? [];
}

/** The plain texts of clues, for `presence`. */
export function keywordsOf(clues: readonly Clue[]): readonly string[] {
  return clues.flatMap((clue) =>
    clue.flatMap(({ find, needs }) => (find instanceof RegExp ? [needs] : find.map(({ text }) => text))),
  );
}

const WORD = /[a-z0-9_]/;
/** Of scripts that set words apart. */
const LETTER = /[\p{Script=Latin}\d_]/u;

function isWhole({ text, startsWord, endsWord }: Literal, within: string, at: number): boolean {
  if (startsWord && at > 0 && WORD.test(within.charAt(at - 1))) return false;
  return !(endsWord && WORD.test(within.charAt(at + text.length)));
}

export type Span = readonly [start: number, end: number];

/** First place of any wording of a part between two places. */
function firstIn(part: Part, view: View, from: number, to: number): Span | null {
  if (part.find instanceof RegExp) {
    const found = part.find.exec(view.lines.slice(from, to));
    return found === null ? null : [from + found.index, from + found.index + found[0].length];
  }
  let best: Span | null = null;
  const window = view.flat.slice(from, to);
  for (const wording of part.find) {
    for (let at = window.indexOf(wording.text); at !== -1; at = window.indexOf(wording.text, at + 1)) {
      if (!isWhole(wording, view.flat, from + at)) continue;
      if (best === null || from + at < best[0]) best = [from + at, from + at + wording.text.length];
      break;
    }
  }
  return best;
}

/** Longest text that a part after a gap may have. */
const LONGEST_PART = 120;

/** The spans of the parts from `index` on, or null where one is missing. */
function rest(clue: Clue, index: number, view: View, end: number): readonly Span[] | null {
  const part = clue[index];
  if (part === undefined) return [];
  const lineEnd = view.lines.indexOf('\n', end);
  const limit = end + part.gap + LONGEST_PART;
  // A phrase may be wrapped once, so that the next line counts where there is no gap.
  const to = part.acrossLines || lineEnd === -1 ? limit : Math.min(limit, lineEnd);
  const found = firstIn(part, view, end, Math.max(end, to));
  if (found === null || found[0] > end + part.gap) return null;
  const others = rest(clue, index + 1, view, found[1]);
  return others === null ? null : [found, ...others];
}

function* starts(part: Part, view: View, has: (text: string) => boolean): Generator<Span> {
  if (part.find instanceof RegExp) {
    const every = new RegExp(part.find.source, `${part.find.flags.replace('g', '')}g`);
    for (const match of view.lines.matchAll(every)) yield [match.index, match.index + match[0].length];
    return;
  }
  for (const wording of part.find) {
    if (!has(wording.text)) continue;
    for (let at = view.flat.indexOf(wording.text); at !== -1; at = view.flat.indexOf(wording.text, at + 1)) {
      if (isWhole(wording, view.flat, at)) yield [at, at + wording.text.length];
    }
  }
}

/** Whether the words of every part can stand in the text. */
function possible(clue: Clue, has: (text: string) => boolean): boolean {
  return clue.every(({ find, needs }) =>
    find instanceof RegExp ? needs === '' || has(needs) : find.some(({ text }) => has(text)),
  );
}

/** The spans of the parts of a clue, for each of its places. */
function* spans(
  clue: Clue,
  view: View,
  has: (text: string) => boolean,
): Generator<readonly [Span, ...Span[]]> {
  if (!possible(clue, has)) return;
  let tries = 0;
  for (const first of starts(clue[0], view, has)) {
    const others = rest(clue, 1, view, first[1]);
    if (others !== null) yield [first, ...others];
    tries += 1;
    if (tries >= TRIES) return;
  }
}

/**
 * The places of a clue in a text, at most a few dozen.
 *
 * @param has whether a folded text stands anywhere in the view; see `presence`
 */
export function* places(clue: Clue, view: View, has: (text: string) => boolean): Generator<Span> {
  for (const found of spans(clue, view, has)) yield [found[0][0], found.at(-1)?.[1] ?? found[0][1]];
}

/**
 * The words of a clue that stand in a text, whole words only; null where it is found by halves of words or by an
 * expression. Words of the clue, never more of the text than them.
 */
export function wordingOf(clue: Clue, view: View, has: (text: string) => boolean): string | null {
  if (clue.some(({ find }) => find instanceof RegExp)) return null;
  for (const found of spans(clue, view, has)) {
    const whole = found.every(
      ([start, end]) => !LETTER.test(view.flat.charAt(start - 1)) && !LETTER.test(view.flat.charAt(end)),
    );
    if (whole) return found.map(([start, end]) => view.flat.slice(start, end).trim()).join(' … ');
  }
  return null;
}
