import type { Element } from './element.js';

/** Characters that could turn the reading direction or hide text (security T50, T51), and control characters. */
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** What a text says, without what would drive a screen. Pure. */
export function clean(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(controls, '');
}

/** How a text is shown. */
export interface Look {
  readonly subtle?: boolean;
  readonly small?: boolean;
  /** What stands before it, in bold: a label or a number. */
  readonly lead?: string;
}

const markup = /`([^`\n]+)`|\*\*([^*\n]+)\*\*/g;

/**
 * A text of the tables with its markup (`code` and **path**) as runs, one block a line. A `TextRun` shows what it is
 * given: no markdown, no HTML, no mention, no link (security T50), so that nothing has to be escaped. Pure.
 */
export function richText(text: string, look: Look = {}): readonly Element[] {
  return clean(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, i) => ({
      type: 'RichTextBlock',
      ...(i > 0 ? { spacing: 'Small' } : {}),
      inlines: [
        ...(i === 0 && look.lead !== undefined ? [run(clean(look.lead), look, { weight: 'Bolder' })] : []),
        ...runsOf(line, look),
      ],
    }));
}

/** Lines shown as they are, in monospace, nothing in them read as markup. Pure. */
export function monospace(text: string): readonly Element[] {
  return clean(text)
    .trimEnd()
    .split('\n')
    .map((line, i) => ({
      type: 'RichTextBlock',
      ...(i > 0 ? { spacing: 'None' } : {}),
      // An empty line keeps its height.
      inlines: [run(line.trim() === '' ? '\u00a0' : line, {}, { fontType: 'Monospace' })],
    }));
}

/** A text without its markup, for labels that show plain text only. Pure. */
export function plain(text: string): string {
  return clean(text)
    .replace(markup, (whole, code?: string, strong?: string) => code ?? strong ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}

function runsOf(line: string, look: Look): readonly Element[] {
  const runs: Element[] = [];
  let at = 0;
  for (const found of line.matchAll(markup)) {
    const [whole, code, strong] = found;
    if (found.index > at) runs.push(run(line.slice(at, found.index), look));
    if (code !== undefined) runs.push(run(code, look, { fontType: 'Monospace' }));
    else if (strong !== undefined) runs.push(run(strong, look, { weight: 'Bolder' }));
    at = found.index + whole.length;
  }
  if (at < line.length) runs.push(run(line.slice(at), look));
  return runs;
}

function run(text: string, look: Look, style: Readonly<Record<string, string>> = {}): Element {
  return {
    type: 'TextRun',
    text,
    ...(look.subtle === true ? { isSubtle: true } : {}),
    ...(look.small === true ? { size: 'Small' } : {}),
    ...style,
  };
}

/**
 * A text for a `TextBlock`, which reads markdown (emphasis, lists, links): what could begin any of it is escaped, and
 * what could be taken for a tag, an entity or an address is changed to what looks alike. Pure.
 */
export function escapeMarkdown(text: string): string {
  return plain(text)
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replace(/[\\`*_[\]]/g, '\\$&')
    .replace(/^([-+])(?=\s)/, '\\$1')
    .replace(/^(\d{1,9})\./, '$1\\.')
    .replace(/&(?=[#a-z])|:(?=\/\/)/gi, `$&${joiner}`)
    .replace(/\bwww(?=\.)/gi, `$&${joiner}`);
}

/** Word joiner: invisible and without width. */
const joiner = '\u2060';
