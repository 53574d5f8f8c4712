import type { Block, Message } from '../../src/chat/message.js';
import type { Language } from '../../src/knowledge/language.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import { blocksLines, type Page } from './blocks.js';
import { buttonLines, isLong, optionLines, type Part } from './choices.js';
import { colourStyle, plainStyle } from './style.js';

/** Columns of a comfortable line; a wider terminal does not make it longer. */
const WIDEST = 80;
const NARROWEST = 20;

export interface RenderOptions {
  /** Columns of the terminal; undefined where there is none. */
  readonly width: number | undefined;
  readonly colour: boolean;
  readonly language: Language;
}

/** The page that options describe. */
export function pageOf({ width, colour, language }: RenderOptions): Page {
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, width === undefined || width <= 0 ? WIDEST : width)),
    style: colour ? colourStyle : plainStyle,
    language,
    ui: textsFor(language).ui,
  };
}

/**
 * A message as text for a terminal: blocks, numbered options, words to type. Ends with a line feed. Only lines of
 * code, addresses and values can be wider than the page. Pure.
 */
export function render(message: Message, options: RenderOptions): string {
  const page = pageOf(options);
  const { ask } = message;
  const groups = [blocksLines(message.blocks, page)];
  if (ask !== null) groups.push(optionLines(ask, page, partOf(message)));
  groups.push(buttonLines(message, page));
  return joined(groups);
}

/** The options that the first rendering of a long question left out. Pure. */
export function renderRest(message: Message, options: RenderOptions): string {
  return message.ask === null ? '' : joined([optionLines(message.ask, pageOf(options), 'rest')]);
}

/** Blocks alone as text. Pure. */
export function renderBlocks(blocks: readonly Block[], options: RenderOptions): string {
  return joined([blocksLines(blocks, pageOf(options))]);
}

function partOf({ ask }: Message): Part {
  return isLong(ask) ? 'first' : 'all';
}

function joined(groups: readonly (readonly string[])[]): string {
  return `${groups
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
