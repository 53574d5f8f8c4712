import { fill } from '../../dialogs/compose/fill.js';
import { listOf } from '../../dialogs/compose/list.js';
import type { Ask, Button, Message } from '../../src/chat/message.js';
import { languages } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { type Page, paragraph } from './blocks.js';

/** More options than this are shown in two parts: nobody keeps thirty in mind, least of all by ear. */
const MANY = 15;
const FIRST = 9;
/** A longer line is no label of a button. */
const LONGEST_LABEL = 100;

/** Which of the options to show: all, the first and the last ("I don't know"), or those left out before. */
export type Part = 'all' | 'first' | 'rest';

/** Whether a question has so many options that they are shown in two parts. */
export function isLong(ask: Ask | null): boolean {
  return ask !== null && ask.options.length > MANY;
}

/** Numbered options. The number of an option never depends on which part is shown. Pure. */
export function optionLines(ask: Ask, page: Page, part: Part): readonly string[] {
  const last = ask.options.length - 1;
  const digits = String(ask.options.length).length;
  const shown = (i: number): boolean =>
    part === 'all' || i === last || (part === 'first' ? i < FIRST : i >= FIRST);
  const lines = ask.options.flatMap(({ label }, i) =>
    shown(i)
      ? [...moreBefore(i, last, page, part), ...paragraph(label, page, `${String(i + 1).padStart(digits)}. `)]
      : [],
  );
  if (ask.input === undefined) return lines;
  const { label, example } = ask.input;
  return [...paragraph(`${label} (${page.ui.terminal.exampleLabel}: \`${example}\`)`, page), ...lines];
}

/** Says before the last option what is left out, and what to type for it. */
function moreBefore(i: number, last: number, page: Page, part: Part): readonly string[] {
  if (part !== 'first' || i !== last) return [];
  const { more, moreHint, quoted } = page.ui.terminal;
  const word = fill(quoted, { word: more });
  return paragraph(fill(moreHint, { word, count: String(last - FIRST) }), page, '... ');
}

/** Buttons as words to type. "I don't know" is left out where it is an option anyway. Pure. */
export function buttonLines(
  { ask, buttons }: Pick<Message, 'ask' | 'buttons'>,
  page: Page,
): readonly string[] {
  const offered = buttons.filter(({ verb }) => verb !== 'dont-know' || ask === null);
  if (offered.length === 0) return [];
  const words = listOf(
    offered.map(({ label }) => fill(page.ui.terminal.quoted, { word: label })),
    page.language,
    'disjunction',
  );
  const { typeOnly, typeWords } = page.ui.terminal;
  return paragraph(fill(ask === null ? typeOnly : typeWords, { words }), page);
}

/** Whether somebody typed the word for the options that are left out, in any language. */
export function asksForMore(text: string, ask: Ask | null): boolean {
  const typed = text.trim().toLowerCase();
  return isLong(ask) && languages.some((it) => textsFor(it).ui.terminal.more.toLowerCase() === typed);
}

/** The button whose label was typed. */
export function buttonNamed(text: string, buttons: readonly Button[]): Button | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  const typed = text
    .trim()
    .replace(/^["'„“”]+|["'“”.]+$/g, '')
    .toLowerCase();
  return buttons.find(({ label }) => label.toLowerCase() === typed);
}
