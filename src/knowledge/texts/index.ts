import type { Language } from '../language.js';
import { de } from './de/index.js';
import { en } from './en/index.js';
import type { Texts } from './types.js';
import { zhHans } from './zh-Hans/index.js';

export type { Texts } from './types.js';

/** Everything that the bot says, by language. */
const texts: Readonly<Record<Language, Texts>> = { en, de, 'zh-Hans': zhHans };

/** The texts of a language. */
export function textsFor(language: Language): Texts {
  return texts[language];
}
