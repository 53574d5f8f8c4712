import type { Block, Code } from '../../src/chat/message.js';
import { isPlaceholder } from '../../src/knowledge/fixes/placeholders.js';
import type { Texts } from '../../src/knowledge/texts/types.js';

/** `<name>` as it stands where a value is not known; see `fillPlaceholders`. */
const open = /<([A-Za-z]{2,20})>/g;

/** What to put in for the placeholders that commands still hold, and where to find it; nothing where none is left. */
export function placeholderBlocks(texts: Texts, code: readonly Code[]): readonly Block[] {
  const names = [
    ...code
      .map(({ text }) => text)
      .join('\n')
      .matchAll(open),
  ].map(([, name = '']) => name);
  const known = [...new Set(names)].filter(isPlaceholder);
  if (known.length === 0) return [];
  return [
    { type: 'heading', text: texts.ui.headings.placeholders },
    { type: 'list', items: known.map((name) => `\`<${name}>\`${texts.ui.colon}${texts.placeholders[name]}`) },
  ];
}
