import type { Block } from './limits.js';

type Elements = Extract<Block, { type: 'rich_text' }>['elements'][number];

/** What a person reads of blocks, one line for each line on the screen; labels of what can be pressed included. */
export function visible(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

/** Labels of all buttons. */
export function buttonsIn(blocks: readonly Block[]): readonly string[] {
  return elementsIn(blocks).flatMap((element) => (element.type === 'button' ? [element.text.text] : []));
}

/** Labels of all choices of the lists. */
export function choicesIn(blocks: readonly Block[]): readonly string[] {
  return elementsIn(blocks).flatMap((element) =>
    element.type === 'static_select' ? element.options.map(({ text }) => text.text) : [],
  );
}

/** Labels of the fields to fill in. */
export function fieldsIn(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => (block.type === 'input' ? [block.label.text] : []));
}

export function elementsIn(blocks: readonly Block[]) {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.map((element) => ({ ...element, block_id: block.block_id ?? '' }))
      : [],
  );
}

function blockText(block: Block): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'rich_text':
      return block.elements.map(richText).join('\n');
    case 'context':
      return block.elements.map(({ text }) => text).join('\n');
    case 'actions':
      return block.elements
        .map((element) => (element.type === 'button' ? `[${element.text.text}]` : listText(element)))
        .join(block.elements.some(({ type }) => type === 'static_select') ? '\n' : ' ');
    case 'input':
      return [
        `${block.label.text}: ${fieldText(block.element)}`,
        ...(block.hint === undefined ? [] : [block.hint.text]),
      ].join('\n');
  }
}

type Field = Extract<Block, { type: 'input' }>['element'];
type List = Extract<Field, { type: 'static_select' }>;

function listText({ placeholder, options, initial_option: first }: List): string {
  const lines = options.map(({ text, value }) => `  (${value === first?.value ? '*' : ' '}) ${text.text}`);
  return [`[${placeholder.text}]`, ...lines].join('\n');
}

function fieldText(field: Field): string {
  return field.type === 'static_select' ? listText(field) : (field.initial_value ?? '____');
}

function richText(element: Elements): string {
  switch (element.type) {
    case 'rich_text_section':
      return inline(element);
    case 'rich_text_preformatted':
      return element.elements.map(({ text }) => text).join('');
    case 'rich_text_list':
      return element.elements
        .map((item, i) => `${element.style === 'ordered' ? `${i + 1}.` : '-'} ${inline(item)}`)
        .join('\n');
  }
}

function inline({ elements }: Extract<Elements, { type: 'rich_text_section' }>): string {
  return elements
    .map((part) => (part.type === 'link' ? `${part.text ?? ''} ${part.url}` : part.text))
    .join('');
}
