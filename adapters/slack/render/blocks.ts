import type { types } from '@slack/bolt';
import { cut } from '../../../src/chat/cut.js';
import type { Block, Code, ProgressItem, Step } from '../../../src/chat/message.js';
import type { UiTexts } from '../../../src/knowledge/texts/ui.js';
import { clean } from './clean.js';
import { inline, pieces, plainText, unmarked } from './inline.js';
import { limits } from './limits.js';

const LONGEST_LABEL = 300;

type Section = types.RichTextSection;
type Element = types.RichTextBlockElement;

/** Slack's blocks for a block of the neutral model, each within Slack's limit for one text. Pure. */
export function blocksOf(block: Block, ui: UiTexts): readonly types.KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return heading(block.text);
    case 'text':
      return rich(paragraphs(block.text));
    case 'list':
      return rich([bullets(block.items.flatMap((item) => paragraphs(item)))]);
    case 'steps':
      return steps(block.items, ui);
    case 'facts':
      return rich([bullets(block.items.flatMap(({ label, value }) => fact(label, value, ui)))]);
    case 'code':
      return rich(preformatted(block.text));
    case 'progress':
      return rich([bullets(block.items.flatMap((item) => progress(item, ui)))]);
    case 'links':
      return rich([bullets(block.items.map(({ title, url }) => linked(title, url)))]);
    case 'source':
      return pieces(unmarked(block.text), limits.text).map((text) => ({
        type: 'context',
        elements: [plainText(text, limits.text)],
      }));
  }
}

/** A text as sections, short enough each. Pure. */
export function paragraphs(text: string): readonly Section[] {
  return pieces(text, limits.text).map((piece) => ({ type: 'rich_text_section', elements: inline(piece) }));
}

export function bullets(items: readonly Section[]): types.RichTextList {
  return {
    type: 'rich_text_list',
    style: 'bullet',
    elements: items.filter(({ elements }) => elements.length > 0),
  };
}

function heading(text: string): readonly types.KnownBlock[] {
  if (unmarked(text).length <= limits.header)
    return [{ type: 'header', text: plainText(text, limits.header) }];
  return rich(paragraphs(`**${unmarked(text)}**`));
}

/** Plain steps are a list by themselves; those with commands carry their numbers, for a list cannot hold code. */
function steps(items: readonly Step[], ui: UiTexts): readonly types.KnownBlock[] {
  const list: types.RichTextList = {
    type: 'rich_text_list',
    style: 'ordered',
    elements: items.flatMap(({ text }) => paragraphs(text)),
  };
  const plain = items.every(({ code = [] }) => code.length === 0) && list.elements.length === items.length;
  return plain && sizeOf(list) <= limits.text
    ? rich([list])
    : items.flatMap((step, i) => rich(stepElements(step, i + 1, ui)));
}

function stepElements({ text, code = [] }: Step, number: number, ui: UiTexts): readonly Element[] {
  const commands = code.flatMap((one) => [
    ...(code.length > 1 ? [shellName(one, ui)] : []),
    ...preformatted(one.text),
  ]);
  return [...paragraphs(`${number}. ${text}`), ...commands];
}

/** Which shell a command is for. */
export function shellName({ language }: Code, { shells, colon }: UiTexts): Section {
  return (
    paragraphs(`${language === 'powershell' ? shells.powershell : shells.bash}${colon.trimEnd()}`)[0] ??
    emptySection
  );
}

const emptySection: Section = { type: 'rich_text_section', elements: [] };

/** Code as it is: nothing in it is read as markup. */
function preformatted(code: string): readonly types.RichTextPreformatted[] {
  return pieces(clean(code).trimEnd(), limits.text).map((text) => ({
    type: 'rich_text_preformatted',
    elements: [{ type: 'text', text }],
  }));
}

function fact(label: string, value: string, { colon }: UiTexts): readonly Section[] {
  const [first = '', ...more] = pieces(clean(value), limits.text - LONGEST_LABEL);
  const shown = (text: string): types.RichTextText => ({ type: 'text', text, style: { code: true } });
  const name = {
    type: 'text' as const,
    text: `${cut(clean(label), LONGEST_LABEL - 2)}${colon}`,
    style: { bold: true },
  };
  return [
    { type: 'rich_text_section', elements: first === '' ? [name] : [name, shown(first)] },
    ...more.map((text): Section => ({ type: 'rich_text_section', elements: [shown(text)] })),
  ];
}

/** The state in words; nothing is said by colour or sign. */
function progress({ label, state, note }: ProgressItem, { checkState, colon }: UiTexts): readonly Section[] {
  return paragraphs(`${label}${colon}**${checkState[state]}**${note === undefined ? '' : ` – ${note}`}`);
}

function linked(title: string, url: string): Section {
  const text = cut(unmarked(title), LONGEST_LABEL);
  const opens = URL.canParse(url) && new URL(url).protocol === 'https:' && url.length <= limits.url;
  if (!opens) return { type: 'rich_text_section', elements: inline(`${title}: ${url}`) };
  return { type: 'rich_text_section', elements: [{ type: 'link', url, text }] };
}

/** Rich text blocks of elements, as many as their length demands. Pure. */
export function rich(elements: readonly Element[]): readonly types.RichTextBlock[] {
  const blocks: { elements: Element[]; size: number }[] = [];
  for (const element of elements.flatMap(divided)) {
    if (element.elements.length === 0) continue;
    const size = sizeOf(element);
    const last = blocks.at(-1);
    // Two sections in one block would run together in one line.
    const apart = element.type === 'rich_text_section' && last?.elements.at(-1)?.type === 'rich_text_section';
    if (last !== undefined && !apart && last.size + size <= limits.text) {
      last.elements.push(element);
      last.size += size;
    } else blocks.push({ elements: [element], size });
  }
  return blocks.map((block) => ({ type: 'rich_text', elements: block.elements }));
}

/** A list longer than a text may be, as several. */
function divided(element: Element): readonly Element[] {
  if (element.type !== 'rich_text_list' || sizeOf(element) <= limits.text) return [element];
  return element.elements.map((item) => ({ ...element, elements: [item] }));
}

/** Characters that a part of a message counts for: everything that is shown, and addresses. Pure. */
export function sizeOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      sum +
      (typeof value === 'string' ? (key === 'text' || key === 'url' ? value.length : 0) : sizeOf(value)),
    0,
  );
}
