import { isQuote, isSpace, readQuoted, readShell } from '../values.js';
import type { View } from '../view.js';

/** One word of a command line: `text` without quotes; `pipe` and `stop` are operators between commands. */
export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quote: string;
  readonly type: 'word' | 'pipe' | 'stop' | 'here';
}

/** A quoted string that is itself a command (`sh -c "docker login …"`, `run: '…'`) is read word by word. */
const COMMAND = /\b(?:login|curl|creds|stdin)\b/i;

/** `&`, `;`, `<`, `|` */
const isOperator = (code: number): boolean =>
  code === 0x26 || code === 0x3b || code === 0x3c || code === 0x7c;
const STUCK = /\|(?= ?(?:docker|podman|nerdctl|helm|oras|crane|skopeo|buildah|az|base64|sudo|tr)\b)|[|;]$/;
const OPERATOR = /^(?:<<<|\|\||\||&&|;)/;

/** Splits line `from`..`to` of a view into shell words; linear, at most 2000 words. */
export function shellWords(view: View, from: number, to: number): readonly Word[] {
  const { text } = view;
  const words: Word[] = [];
  let i = from;
  while (i < to && words.length < 2000) {
    if (isSpace(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const operator = isOperator(text.charCodeAt(i)) ? OPERATOR.exec(text.slice(i, i + 3))?.[0] : undefined;
    if (operator !== undefined) {
      const type = operator === '|' ? 'pipe' : operator === '<<<' ? 'here' : 'stop';
      words.push({ start: i, end: i + operator.length, text: operator, quote: '', type });
      i += operator.length;
      continue;
    }
    if (isQuote(text.charCodeAt(i)) && i > from && !/[\s=([{,:|&;"'`]/.test(text.charAt(i - 1))) {
      // The end of a quoted command: in `docker login -p` the flag has no value.
      if (words.at(-1)?.text.startsWith('-')) {
        words.push({ start: i, end: i + 1, text: text.charAt(i), quote: '', type: 'stop' });
      }
      i += 1;
      continue;
    }
    if (isQuote(text.charCodeAt(i))) {
      const quoted = readQuoted(view, i);
      if (
        !quoted ||
        // A quote left open; one that goes on in the next line has been read over the break.
        (quoted.end > to && !text.slice(quoted.start, quoted.end).includes('\n')) ||
        COMMAND.test(text.slice(quoted.start, Math.min(quoted.end, quoted.start + 400)))
      ) {
        i += 1;
        continue;
      }
      words.push({ ...quoted, text: text.slice(quoted.start, quoted.end), type: 'word' });
      i = quoted.end + 1;
      continue;
    }
    const bare = readShell(view, i);
    let end = Math.min(to, bare?.end ?? i + 1);
    // `echo X|docker login`, `-p X;`: an operator stuck to the word, when a command follows.
    const word = text.slice(i, end);
    const stuck = word.includes('|') || word.endsWith(';') ? STUCK.exec(word) : null;
    if (stuck && stuck.index > 0) end = i + stuck.index;
    words.push({ start: i, end, text: text.slice(i, end), quote: '', type: 'word' });
    i = end;
  }
  return words;
}

/** Offsets of the lines of a text from `start` on, as `[from, to)`. */
export function* linesOf(text: string, start = 0): Generator<readonly [number, number]> {
  let from = start;
  while (from < text.length) {
    const at = text.indexOf('\n', from);
    const to = at < 0 ? text.length : at;
    yield [from, to > from && text.charCodeAt(to - 1) === 0x0d ? to - 1 : to];
    from = to + 1;
  }
}

/**
 * The lines in which a pattern is found, each once. `pattern` is global and stays within a line; it is tried on
 * `lower`, character by character the text in lower case.
 */
export function* linesWith(pattern: RegExp, { text, lower }: View): Generator<readonly [number, number]> {
  pattern.lastIndex = 0;
  for (let found = pattern.exec(lower); found; found = pattern.exec(lower)) {
    const line = lineAround(text, found.index);
    yield line;
    // Whoever was given the line may have used the pattern.
    pattern.lastIndex = line[1] + 1;
  }
}

/** The line around an offset, as `[from, to)`. */
function lineAround(text: string, at: number): readonly [number, number] {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const to = end < 0 ? text.length : end;
  return [from, to > from && text.charCodeAt(to - 1) === 0x0d ? to - 1 : to];
}
