import type { Block, Code, ProgressItem, Step } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import type { Element } from './element.js';
import { clean, escapeMarkdown, monospace, plain, richText } from './rich-text.js';

const marks: Readonly<Record<ProgressItem['state'], string>> = {
  waiting: '○',
  running: '◌',
  ok: '✓',
  bad: '✗',
  unknown: '?',
  skipped: '–',
};

/** Teams knows no YAML. */
const codeLanguages = {
  bash: 'Bash',
  powershell: 'PowerShell',
  yaml: 'PlainText',
  json: 'Json',
  text: 'PlainText',
} as const;

/** Elements of a block. Pure. */
export function blockElements(block: Block, texts: Texts): readonly Element[] {
  switch (block.type) {
    case 'heading':
      return [headingElement(block.text)];
    case 'text':
      return richText(block.text);
    case 'source':
      return richText(block.text, { subtle: true, small: true });
    case 'list':
      return close(block.items.flatMap((item) => richText(item, { lead: '•  ' })));
    case 'steps':
      return block.items.flatMap((step, i) => stepElements(step, i + 1, texts));
    case 'facts':
      return close(
        block.items.flatMap(({ label, value }) =>
          richText(code(value), { lead: `${plain(label)}${texts.ui.colon}` }),
        ),
      );
    case 'code':
      return [codeElement(block)];
    case 'progress':
      return close(block.items.flatMap((item) => progressElements(item, texts)));
    case 'links':
      return close(block.items.flatMap(linkElements));
  }
}

function headingElement(text: string): Element {
  return {
    type: 'TextBlock',
    style: 'heading',
    text: escapeMarkdown(text),
    weight: 'Bolder',
    size: 'Medium',
    wrap: true,
    spacing: 'Medium',
  };
}

function stepElements({ text, code: codes = [] }: Step, number: number, texts: Texts): readonly Element[] {
  const commands = codes.flatMap((one) => [
    ...(codes.length > 1 && (one.language === 'bash' || one.language === 'powershell')
      ? richText(texts.ui.shells[one.language], { subtle: true, small: true })
      : []),
    codeElement(one),
  ]);
  return [...richText(text, { lead: `${number}. ` }), ...commands];
}

/**
 * Code in the element that Teams has for it, which keeps blanks and can be copied; where it is unknown, its fallback of
 * plain elements is shown.
 */
function codeElement({ language, text }: Code): Element {
  return {
    type: 'CodeBlock',
    codeSnippet: clean(text).trimEnd(),
    language: codeLanguages[language],
    startLineNumber: 1,
    fallback: { type: 'Container', style: 'emphasis', items: monospace(text) },
  };
}

/** State in words: the mark only repeats it. */
function progressElements({ label, state, note }: ProgressItem, texts: Texts): readonly Element[] {
  const { checkState, colon } = texts.ui;
  const quiet = state === 'waiting' || state === 'skipped';
  return richText(`${label}${colon}${checkState[state]}${note === undefined ? '' : ` – ${note}`}`, {
    lead: `${marks[state]}  `,
    subtle: quiet,
  });
}

/** A link of the tables: only to pages over HTTPS, title and address escaped. */
function linkElements({ title, url }: { readonly title: string; readonly url: string }): readonly Element[] {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:') return richText(plain(title));
  const address = new URL(url).href.replace(/[()[\]\\<>"'*_`~]/g, percentEncoded);
  return [{ type: 'TextBlock', text: `[${escapeMarkdown(title)}](${address})`, wrap: true }];
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** A value in the markup for code; one that holds the sign itself is shown as text. */
function code(value: string): string {
  return value.includes('`') || value.includes('\n') ? value : `\`${value}\``;
}

/** Puts the lines of one list close to each other. */
function close(elements: readonly Element[]): readonly Element[] {
  return elements.map((element, i) => (i === 0 ? element : { ...element, spacing: 'Small' }));
}
