import { parse } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../src/knowledge/language.js';

const sentence = z.string().min(1).max(120);

/** What a person would say happens, in each language; never why: `npm start` shows it to whoever may try. */
export const titleSchema = z
  .strictObject({ en: sentence, de: sentence, 'zh-Hans': sentence } satisfies Record<Language, z.ZodType>)
  .describe('The situation as "where: what happens", without its cause.');

/** Title of a world in each language. */
export type Title = Readonly<z.infer<typeof titleSchema>>;

/**
 * Title in the text of a world file; null where it has none. Reads only that part of the file: a list of all worlds
 * must not cost their being checked.
 */
export function titleIn(text: string): Title | null {
  const part = /^title:[^\n]*\n(?:[ \t]+[^\n]*\n)*/m.exec(text);
  if (part === null) return null;
  const parsed = z.object({ title: titleSchema }).safeParse(parse(part[0]));
  return parsed.success ? parsed.data.title : null;
}
