import type { Message, ProgressItem } from '../../src/chat/message.js';
import { type RenderOptions, renderBlocks } from './render.js';

/**
 * What of a progress list has been shown: a terminal cannot take a line back (a screen reader would not notice), so
 * each check is written once, when its verdict comes.
 */
export class ProgressShown {
  readonly #told = new Set<string>();

  /** Remembers what a message has shown. */
  note(message: Message): void {
    for (const { id } of settled(message)) this.#told.add(id);
  }

  /** The lines that a newer version of a message adds; '' where it adds none. */
  news(message: Message, options: RenderOptions): string {
    const items = settled(message).filter(({ id }) => !this.#told.has(id));
    return items.length === 0 ? '' : renderBlocks([{ type: 'progress', items }], options);
  }
}

function settled({ blocks }: Message): readonly ProgressItem[] {
  return blocks
    .flatMap((block) => (block.type === 'progress' ? block.items : []))
    .filter(({ state }) => state !== 'running' && state !== 'waiting');
}
