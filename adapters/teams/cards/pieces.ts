import type { Block } from '../../../src/chat/message.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { blockElements } from './blocks.js';
import { sizeOf } from './element.js';

/**
 * Divides blocks until each takes at most `limit` bytes as elements: lists between their items, code between its lines,
 * a single long text where it must. Nothing is left out. Pure.
 */
export function inPieces(blocks: readonly Block[], limit: number, texts: Texts): readonly Block[] {
  return blocks.flatMap((block) => {
    if (sizeOf(blockElements(block, texts)) <= limit) return [block];
    const halves = halved(block);
    return halves === null ? [block] : inPieces(halves, limit, texts);
  });
}

function halved(block: Block): readonly Block[] | null {
  switch (block.type) {
    case 'text':
    case 'source':
    case 'heading':
      return halvesOf(block.text).map((text) => ({ ...block, text }));
    case 'code': {
      const lines = block.text.split('\n');
      if (lines.length === 1) return halvesOf(block.text).map((text) => ({ ...block, text }));
      return halvesOf(lines).map((part) => ({ ...block, text: part.join('\n') }));
    }
    case 'steps':
      return severalOrNull(block.items, (items) => ({ ...block, items }));
    case 'list':
      return block.items.length === 1 && block.items[0] !== undefined
        ? halvesOf(block.items[0]).map((item) => ({ ...block, items: [item] }))
        : severalOrNull(block.items, (items) => ({ ...block, items }));
    case 'facts':
      return severalOrNull(block.items, (items) => ({ ...block, items }));
    case 'progress':
      return severalOrNull(block.items, (items) => ({ ...block, items }));
    case 'links':
      return severalOrNull(block.items, (items) => ({ ...block, items }));
  }
}

function severalOrNull<T>(
  items: readonly T[],
  make: (items: readonly T[]) => Block,
): readonly Block[] | null {
  return items.length < 2 ? null : halvesOf(items).map(make);
}

/** Two halves, neither empty. A surrogate pair stays whole. */
function halvesOf<T extends string | readonly unknown[]>(whole: T): readonly [T, T] {
  let middle = Math.ceil(whole.length / 2);
  if (typeof whole === 'string' && /[\udc00-\udfff]/.test(whole.charAt(middle))) middle += 1;
  // `slice` of a string is a string and of an array an array of the same items, which its type does not say.
  return [whole.slice(0, middle) as T, whole.slice(middle) as T];
}
