import type { types } from '@slack/bolt';
import type { Block, Code, Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import { blocksOf, paragraphs, rich, shellName, sizeOf } from './blocks.js';
import { askText, controlsOf } from './controls.js';
import { limits } from './limits.js';

/** A message as Slack takes it: what stands in the chat, then replies in its thread for what has no room there. */
export interface Rendered {
  /** For notifications and previews; constant, since others may see the screen (security T19). */
  readonly text: string;
  /** At least one; only the first has something to press. */
  readonly pages: readonly (readonly types.KnownBlock[])[];
}

/** Renders a message. Pure. */
export function rendered(message: Message, language: Language): Rendered {
  const texts = textsFor(language);
  const asked = message.ask === null ? [] : askText(message.ask, texts);
  const said = [...saidBlocks(unlabelled(message), texts), ...asked];
  const controls = controlsOf(message, texts);
  const note = rich(paragraphs(texts.chat.continued));
  const pages = paged(said, [...note, ...controls]);
  const [first = [], ...rest] = pages;
  return {
    text: texts.chat.fallback,
    pages: [[...first, ...(rest.length > 0 ? note : []), ...controls], ...rest],
  };
}

/** The blocks without what the label of a field says already. */
function unlabelled({ blocks, form }: Message): readonly Block[] {
  const labels = new Set(form?.fields.map(({ label }) => label));
  return blocks.filter((block) => block.type !== 'text' || !labels.has(block.text));
}

/** The blocks; two commands side by side for two shells each say which. */
function saidBlocks(blocks: readonly Block[], { ui }: Texts): readonly types.KnownBlock[] {
  return blocks.flatMap((block, i) => {
    const named = block.type === 'code' && namesShell(block, [blocks[i - 1], blocks[i + 1]]);
    return [...(named ? rich([shellName(block, ui)]) : []), ...blocksOf(block, ui)];
  });
}

function namesShell({ language }: Code, neighbours: readonly (Block | undefined)[]): boolean {
  const isShell = (name: string): boolean => name === 'bash' || name === 'powershell';
  return (
    isShell(language) &&
    neighbours.some((it) => it?.type === 'code' && isShell(it.language) && it.language !== language)
  );
}

/** Fills pages in order; the first keeps room for what stands below. A heading never ends a page. */
function paged(
  blocks: readonly types.KnownBlock[],
  reserved: readonly types.KnownBlock[],
): readonly (readonly types.KnownBlock[])[] {
  const pages: types.KnownBlock[][] = [[]];
  let size = weightOf(reserved);
  let count = reserved.length;
  for (const block of blocks) {
    const page = pages.at(-1) ?? [];
    const begun = page.length > 0 || (pages.length === 1 && reserved.length > 0);
    if (begun && (count + 1 > limits.blocks || size + weightOf(block) > limits.message)) {
      const heading = page.at(-1)?.type === 'header' && page.length > 1 ? page.splice(-1) : [];
      pages.push([...heading]);
      size = weightOf(heading);
      count = heading.length;
    }
    pages.at(-1)?.push(block);
    size += weightOf(block);
    count += 1;
  }
  return pages;
}

/** What a part takes of the room of a message, by its text and by its JSON, whichever is more. */
function weightOf(part: unknown): number {
  return Math.max(sizeOf(part), (JSON.stringify(part).length * limits.message) / limits.messageJson);
}
