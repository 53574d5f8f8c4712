/** Languages that a person can finish in. */
export const languages = ['en', 'de', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** Locale for `Intl` and for documentation addresses. */
export const locales = {
  en: { intl: 'en-US', docs: 'en-us' },
  de: { intl: 'de-DE', docs: 'de-de' },
  'zh-Hans': { intl: 'zh-CN', docs: 'zh-cn' },
} as const satisfies Record<Language, { intl: string; docs: string }>;

/**
 * Language for a locale tag of a platform or environment (`de_AT.UTF-8`, `zh-CN`, `en`). English when unknown;
 * traditional Chinese gets simplified, the closest that there is.
 */
export function languageOf(tag: string | undefined): Language {
  const primary = (tag ?? '').toLowerCase().split(/[-_.@]/, 1)[0];
  if (primary === 'de') return 'de';
  if (primary === 'zh') return 'zh-Hans';
  return 'en';
}
