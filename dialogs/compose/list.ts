import { type Language, locales } from '../../src/knowledge/language.js';

/** A list as the language writes it: "a, b and c", "a, b oder c". */
export function listOf(
  items: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat(locales[language].intl, { type }).format(items);
}
