import type { types } from '@slack/bolt';
import { cut } from '../../../src/chat/cut.js';
import { clean } from './clean.js';

type Text = types.RichTextText;

const marked = /`([^`\n]+)`|\*\*([^*\n]+)\*\*/g;

/**
 * A text of the bot's tables, with facts in it, as elements that Slack shows as they are: no mention, link or markup
 * that a fact holds can come to life in them (security T50). Pure.
 */
export function inline(text: string): Text[] {
  const parts: Text[] = [];
  const add = (piece: string | undefined, style?: { bold?: true; code?: true }): void => {
    if (piece !== undefined && piece !== '')
      parts.push({ type: 'text', text: piece, ...(style && { style }) });
  };
  const safe = clean(text);
  let end = 0;
  for (const match of safe.matchAll(marked)) {
    add(safe.slice(end, match.index));
    add(match[1], { code: true });
    add(match[2], { bold: true });
    end = match.index + match[0].length;
  }
  add(safe.slice(end));
  return parts;
}

/** The same without marks, for where Slack has only plain text. Pure. */
export function unmarked(text: string): string {
  return clean(text).replace(
    marked,
    (_whole, code: string | undefined, bold: string | undefined) => code ?? bold ?? '',
  );
}

/** A plain text object, cut to what Slack takes. Pure. */
export function plainText(text: string, limit: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(unmarked(text), limit), emoji: false };
}

/** Pieces of at most so many UTF-16 units: broken at a line feed, else at a blank, else anywhere. Pure. */
export function pieces(text: string, limit: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const room = rest.slice(0, limit + 1);
    const line = room.lastIndexOf('\n');
    const blank = room.lastIndexOf(' ');
    const hard = /[\ud800-\udbff]/.test(rest[limit - 1] ?? '') ? limit - 1 : limit;
    const at = line > 0 ? line : blank > 0 ? blank : hard;
    found.push(rest.slice(0, at));
    rest = rest.slice(at === hard ? at : at + 1);
  }
  return rest === '' ? found : [...found, rest];
}
