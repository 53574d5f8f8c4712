import fastStringWidth from 'fast-string-width';
import type { Tone } from './style.js';

/** Columns that a text takes on the screen; a wide (Chinese, full-width) character takes two. */
export function widthOf(text: string): number {
  return fastStringWidth(text);
}

/** A piece of text that no line break may divide. */
export interface Word {
  readonly text: string;
  readonly tone: Tone;
  /** What stands before it: a blank, a place where a line may end, or nothing. */
  readonly before: 'blank' | 'soft' | 'glued';
}

const markup = /`([^`\n]+)`|\*\*([^*\n]+)\*\*/g;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u;
/** Punctuation that must not begin, and that must not end, a line of Chinese. */
const noStart =
  /[\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff09\u300b\u300d\u300f\u3011\u201d\u2019…·)\],.:;!?%]/u;
const noEnd = /[\uff08\u300a\u300c\u300e\u3010\u201c\u2018([]/u;

/**
 * Divides a text of the tables (markup: `code` and **path**) into words. Inline code stays in one piece up to
 * `longest` columns, so that a command is not torn apart where it would fit.
 */
export function wordsOf(text: string, longest: number): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  let previous = '';
  const add = (plain: string, tone: Tone): void => {
    previous = addPlain(words, plain, tone, previous);
  };
  for (const found of text.matchAll(markup)) {
    add(text.slice(at, found.index), 'plain');
    const [whole, code, strong] = found;
    if (strong !== undefined) add(strong, 'strong');
    else if (code !== undefined && widthOf(whole) > longest) add(whole, 'code');
    else {
      words.push({ text: whole, tone: 'code', before: joint(previous, '`') });
      previous = '`';
    }
    at = found.index + whole.length;
  }
  add(text.slice(at), 'plain');
  return words;
}

/** Adds the words of a run in one tone; gives the last character seen. */
function addPlain(words: Word[], text: string, tone: Tone, before: string): string {
  let previous = before;
  let start = 0;
  let joined: Word['before'] = 'glued';
  let at = 0;
  const close = (end: number): void => {
    if (end > start) words.push({ text: text.slice(start, end), tone, before: joined });
  };
  for (const character of text) {
    if (character === ' ') {
      close(at);
      start = at + 1;
    } else {
      const here = joint(previous, character);
      if (at === start || (here === 'soft' && tone !== 'code')) {
        close(at);
        start = at;
        joined = here;
      }
    }
    previous = character;
    at += character.length;
  }
  close(at);
  return previous;
}

function joint(previous: string, next: string): Word['before'] {
  if (previous === ' ') return 'blank';
  if (previous === '' || noStart.test(next) || noEnd.test(previous)) return 'glued';
  return wide.test(previous) || wide.test(next) ? 'soft' : 'glued';
}
