import { listOf } from '../../dialogs/compose/list.js';
import type { Ask, Button, Message } from '../../src/chat/message.js';
import { type Page, paragraph } from './blocks.js';

/** More options than this are shown in two parts: nobody keeps thirty in mind, least of all by ear. */
const MANY = 15;
const FIRST = 9;

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
  const { more, moreHint } = page.ui.terminal;
  const text = moreHint.replace('{word}', `"${more}"`).replace('{count}', String(last - FIRST));
  return paragraph(text, page, '... ');
}

/** Buttons as words to type. "I don't know" is left out where it is an option anyway. Pure. */
export function buttonLines(
  { ask, buttons }: Pick<Message, 'ask' | 'buttons'>,
  page: Page,
): readonly string[] {
  const offered = buttons.filter(({ verb }) => verb !== 'dont-know' || ask === null);
  if (offered.length === 0) return [];
  const words = listOf(
    offered.map(({ label }) => `"${label}"`),
    page.language,
    'disjunction',
  );
  return paragraph(
    page.ui.terminal.typeWords.replace('{words}', () => words),
    page,
  );
}

/** The button whose label was typed. */
export function buttonNamed(text: string, buttons: readonly Button[]): Button | undefined {
  const typed = text
    .trim()
    .replace(/^["'„“”]+|["'“”.]+$/g, '')
    .toLowerCase();
  return buttons.find(({ label }) => label.toLowerCase() === typed);
}
