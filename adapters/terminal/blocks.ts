import type { Block, Code, ProgressItem, Step } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import type { UiTexts } from '../../src/knowledge/texts/ui.js';
import { clean } from './clean.js';
import type { Style, Tone } from './style.js';
import { widthOf } from './words.js';
import { wrap } from './wrap.js';

/** How to set text on a screen. */
export interface Page {
  readonly width: number;
  readonly style: Style;
  readonly language: Language;
  readonly ui: UiTexts;
}

type Lines = readonly string[];

/** Lines of a block. Code, addresses and values of facts are never broken: people copy them. Pure. */
function blockLines(block: Block, page: Page): Lines {
  switch (block.type) {
    case 'heading':
      return paragraph(block.text, page).map((line) => page.style('heading', line));
    case 'text':
      return paragraph(block.text, page);
    case 'source':
      return paragraph(block.text, page);
    case 'list':
      return block.items.flatMap((item) => paragraph(item, page, '- '));
    case 'steps':
      return stepLines(block.items, page);
    case 'facts':
      return factLines(block.items, page);
    case 'code':
      return codeLines([block], page, isIndented(block) ? '  ' : '');
    case 'progress':
      // What is under way is said in words before; a line comes when there is something to tell.
      return block.items
        .filter(({ state }) => state !== 'running' && state !== 'waiting')
        .flatMap((item) => progressLines(item, page));
    case 'links':
      return block.items.flatMap(({ title, url }) => [...paragraph(title, page, '- '), `  ${clean(url)}`]);
  }
}

/** Lines of blocks: one blank line between them, none after a heading. Pure. */
export function blocksLines(blocks: readonly Block[], page: Page): Lines {
  const lines: string[] = [];
  let gap = false;
  for (const [i, block] of blocks.entries()) {
    const previous = blocks[i - 1];
    if (gap) lines.push('');
    if (block.type === 'code' && namesShell(block, [previous, blocks[i + 1]]))
      lines.push(shellName(block, page));
    lines.push(...blockLines(block, page));
    gap = block.type !== 'heading';
  }
  return lines;
}

/** A paragraph behind a marker; its further lines begin under the first word. */
export function paragraph(text: string, { width, style }: Page, marker = ''): Lines {
  return wrap(clean(text), { width, first: marker, rest: ' '.repeat(widthOf(marker)), style });
}

function stepLines(steps: readonly Step[], page: Page): Lines {
  const digits = String(steps.length).length;
  return steps.flatMap(({ text, code = [] }, i) => {
    const marker = `${String(i + 1).padStart(digits)}. `;
    const commands = codeLines(code, page, ' '.repeat(marker.length + 2));
    const lines = paragraph(text, page, marker);
    const roomy = i > 0 && (code.length > 0 || (steps[i - 1]?.code ?? []).length > 0);
    return [...(roomy ? [''] : []), ...lines, ...(commands.length > 0 ? ['', ...commands] : [])];
  });
}

/** Output stands as it is; so do commands of several lines, whose words may have to begin a line (`sh <<'E'`). */
function isIndented({ language, text }: Code): boolean {
  return language !== 'text' && language !== 'json' && !text.trimEnd().includes('\n');
}

/** Commands, the shell named where there are several. */
function codeLines(codes: readonly Code[], page: Page, indent: string): Lines {
  return codes.flatMap((code, i) => {
    const label = codes.length > 1 ? [`${indent.slice(2)}${shellName(code, page)}`] : [];
    const lines = clean(code.text).trimEnd().split('\n');
    const set = lines.map((line) => (line === '' ? '' : `${indent}${page.style('code', line)}`));
    return [...(i > 0 ? [''] : []), ...label, ...set];
  });
}

function shellName({ language }: Code, { ui }: Page): string {
  return `${language === 'powershell' ? ui.shells.powershell : ui.shells.bash}${ui.colon.trimEnd()}`;
}

/** Two commands side by side for two shells: each says which. */
function namesShell({ language }: Code, neighbours: readonly (Block | undefined)[]): boolean {
  const isShell = (name: string): boolean => name === 'bash' || name === 'powershell';
  return (
    isShell(language) &&
    neighbours.some((it) => it?.type === 'code' && isShell(it.language) && it.language !== language)
  );
}

function factLines(facts: readonly { readonly label: string; readonly value: string }[], page: Page): Lines {
  const labels = facts.map(({ label }) => `${clean(label)}${page.ui.colon.trimEnd()}`);
  const column = Math.max(0, ...labels.map(widthOf)) + 2;
  const fits = facts.every(({ value }) => column + widthOf(value) <= page.width);
  return facts.flatMap(({ value }, i) => {
    const label = labels[i] ?? '';
    const shown = page.style('code', clean(value));
    if (fits) return [`${label}${' '.repeat(column - widthOf(label))}${shown}`];
    const together = widthOf(label) + 1 + widthOf(value) <= page.width;
    return together ? [`${label} ${shown}`] : [...paragraph(label, page), `  ${shown}`];
  });
}

const tones: Readonly<Record<ProgressItem['state'], Tone>> = {
  waiting: 'quiet',
  running: 'plain',
  ok: 'good',
  bad: 'bad',
  unknown: 'plain',
  skipped: 'quiet',
};

/** State in words: colour only repeats it. */
function progressLines({ label, state, note }: ProgressItem, page: Page): Lines {
  const word = page.ui.checkState[state];
  const lines = paragraph(
    `${label}${page.ui.colon}${word}${note === undefined ? '' : ` – ${note}`}`,
    page,
    '- ',
  );
  return lines.map((line) =>
    line.replace(`${page.ui.colon}${word}`, `${page.ui.colon}${page.style(tones[state], word)}`),
  );
}
