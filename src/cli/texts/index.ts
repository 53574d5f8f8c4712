import type { Language } from '../../knowledge/language.js';
import { de } from './de.js';
import { en } from './en.js';
import type { CliTexts } from './types.js';
import { zhHans } from './zh-hans.js';

const texts: Readonly<Record<Language, CliTexts>> = { en, de, 'zh-Hans': zhHans };

/** What the command line says about itself, in a language. */
export function cliTexts(language: Language): CliTexts {
  return texts[language];
}
