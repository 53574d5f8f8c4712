import { z } from 'zod';

/**
 * Block Kit as Slack checks it (https://docs.slack.dev/reference/block-kit), for the blocks that the bot may use: an
 * unknown field or type, or a text that is too long, is refused as `invalid_blocks`.
 */
const plain = (limit: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(limit),
    emoji: z.boolean().optional(),
  });
const id = z.string().min(1).max(255);

const style = z.strictObject({ bold: z.boolean().optional(), code: z.boolean().optional() });
const richText = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  style: style.optional(),
});
const link = z.strictObject({
  type: z.literal('link'),
  url: z.url().max(3000),
  text: z.string().min(1).optional(),
  style: style.optional(),
});
const inlineElement = z.discriminatedUnion('type', [richText, link]);
const section = z.strictObject({
  type: z.literal('rich_text_section'),
  elements: z.array(inlineElement).min(1),
});
const list = z.strictObject({
  type: z.literal('rich_text_list'),
  style: z.enum(['bullet', 'ordered']),
  elements: z.array(section).min(1),
});
const preformatted = z.strictObject({
  type: z.literal('rich_text_preformatted'),
  elements: z.array(richText).min(1),
});

const button = z.strictObject({
  type: z.literal('button'),
  action_id: id,
  text: plain(75),
  value: z.string().max(2000).optional(),
  url: z.url().max(3000).optional(),
  accessibility_label: z.string().max(75).optional(),
  style: z.enum(['primary', 'danger']).optional(),
});
const option = z.strictObject({ text: plain(75), value: z.string().min(1).max(75) });
const select = z
  .strictObject({
    type: z.literal('static_select'),
    action_id: id,
    placeholder: plain(150),
    options: z.array(option).min(1).max(100),
    initial_option: option.optional(),
  })
  .refine(
    ({ options, initial_option: first }) =>
      first === undefined ||
      options.some(({ value, text }) => value === first.value && text.text === first.text.text),
  );
const input = z.strictObject({
  type: z.literal('plain_text_input'),
  action_id: id,
  multiline: z.boolean().optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
  initial_value: z.string().max(3000).optional(),
  focus_on_load: z.boolean().optional(),
});

const common = { block_id: id.optional() };
const block = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('header'), text: plain(150) }),
  z.strictObject({
    ...common,
    type: z.literal('rich_text'),
    elements: z.array(z.discriminatedUnion('type', [section, list, preformatted])).min(1),
  }),
  z.strictObject({ ...common, type: z.literal('context'), elements: z.array(plain(3000)).min(1).max(10) }),
  z
    .strictObject({
      ...common,
      type: z.literal('actions'),
      elements: z
        .array(z.discriminatedUnion('type', [button, select]))
        .min(1)
        .max(25),
    })
    .refine(({ elements }) => new Set(elements.map(({ action_id }) => action_id)).size === elements.length),
  z.strictObject({
    ...common,
    type: z.literal('input'),
    label: plain(2000),
    hint: plain(2000).optional(),
    element: z.discriminatedUnion('type', [input, select]),
  }),
]);
export type Block = z.output<typeof block>;

const distinct = (blocks: readonly Block[]): boolean => {
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  return new Set(ids).size === ids.length;
};
export const messageBlocks = z.array(block).min(1).max(50).refine(distinct);
const viewBlocks = z.array(block).min(1).max(100).refine(distinct);
export const modal = z.strictObject({
  type: z.literal('modal'),
  callback_id: id,
  private_metadata: z.string().max(3000),
  title: plain(24),
  submit: plain(24),
  close: plain(24),
  blocks: viewBlocks,
});
export const home = z.strictObject({ type: z.literal('home'), blocks: viewBlocks });

/** Characters of all texts of blocks: Slack refuses messages from about 11,000 on with `msg_blocks_too_long`. */
export function charactersOf(part: unknown): number {
  if (typeof part === 'string') return part.length;
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce(
    (sum, [key, value]) =>
      typeof value === 'string' && key !== 'text' && key !== 'url' ? sum : sum + charactersOf(value),
    0,
  );
}
