import { z } from 'zod';
import type { Content } from './payloads.js';
import { unescaped } from './unescape.js';

const attachment = z.object({
  pretext: z.string().default(''),
  title: z.string().default(''),
  text: z.string().default(''),
  fallback: z.string().default(''),
  fields: z.array(z.object({ title: z.string().default(''), value: z.string().default('') })).default([]),
});

/** Deepest nesting of Block Kit that is looked into. */
const DEEPEST = 8;

/**
 * Everything that a message says: its text; where there is none, what its blocks say; then what is attached, as in a
 * forwarded message or a notice of a pipeline. Pure.
 *
 * @param self user id of the bot, whose mention is taken off
 */
export function textOf({ text, blocks, attachments }: Content, self: string | null): string {
  const own = text.trim() === '' ? blocks.flatMap((block) => strings(block, DEEPEST)).join('\n') : text;
  const more = attachments.flatMap((value) => {
    const read = attachment.safeParse(value);
    if (!read.success) return [];
    const { pretext, title, text: body, fallback, fields } = read.data;
    const said = [pretext, title, body, ...fields.flatMap((field) => [field.title, field.value])];
    return said.some((line) => line !== '') ? said : [fallback];
  });
  return [own, ...more]
    .filter((line) => line !== '')
    .map((line) => unescaped(line, self))
    .join('\n')
    .trim();
}

function strings(value: unknown, depth: number): readonly string[] {
  if (depth === 0 || typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return key === 'text' ? [inner] : [];
    return strings(inner, depth - 1);
  });
}
