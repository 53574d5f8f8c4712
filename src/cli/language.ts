import { type Language, languageOf } from '../knowledge/language.js';

/** Language of the environment, as POSIX ranks its variables. */
export function environmentLanguage(env: Readonly<Record<string, string | undefined>>): Language {
  return languageOf(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || undefined);
}

/** Language that was asked for; null where there is none of that name. */
export function requestedLanguage(tag: string): Language | null {
  const primary = tag.toLowerCase().split(/[-_.]/, 1)[0];
  return primary === 'en' || primary === 'de' || primary === 'zh' ? languageOf(tag) : null;
}

/** Value of --lang before the command line is parsed: mistakes in it are told in that language, too. */
export function languageInArguments(argv: readonly string[]): Language | null {
  const at = argv.findIndex((it) => it === '--lang' || it.startsWith('--lang='));
  const option = argv[at];
  if (option === undefined) return null;
  return requestedLanguage(option === '--lang' ? (argv[at + 1] ?? '') : option.slice('--lang='.length));
}
