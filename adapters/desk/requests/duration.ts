import { type Language, locales } from '../../../src/knowledge/language.js';

type Unit = 'day' | 'hour';

const milliseconds: Readonly<Record<Unit, number>> = { day: 24 * 60 * 60_000, hour: 60 * 60_000 };

const words: Readonly<Record<Unit, RegExp>> = {
  day: /^(?:d|days?|tage?n?|天|日)$/u,
  hour: /^(?:h|hours?|hrs?|std|stunden?|小时)$/u,
};

/** What a duration is asked for in, and how many of it there may be: hours where a whole day would be too long. */
export function unitFor(longest: number): { readonly unit: Unit; readonly most: number } {
  const unit = longest < milliseconds.day ? 'hour' : 'day';
  return { unit, most: Math.max(1, Math.floor(longest / milliseconds[unit])) };
}

/**
 * Milliseconds of what somebody typed: a number, with or without a unit. What is meant otherwise, such as weeks, must not
 * become days.
 *
 * @returns null for what is no duration, or longer than the longest. Pure.
 */
export function durationIn(text: string, longest: number): number | null {
  // Chinese keyboards write digits of another width.
  const typed = text.normalize('NFKC').trim().toLowerCase();
  const [, digits = '', word = ''] = /^(\d{1,4})\s*(\p{L}{0,10})\.?$/u.exec(typed) ?? [];
  const unit = word === '' ? unitFor(longest).unit : words.day.test(word) ? 'day' : 'hour';
  if (digits === '' || (word !== '' && !words[unit].test(word))) return null;
  const asked = Number(digits) * milliseconds[unit];
  return asked > 0 && asked <= longest ? asked : null;
}

/** Whole days, or hours. Pure. */
export function durationInWords(duration: number, language: Language): string {
  const unit = duration % milliseconds.day === 0 ? 'day' : 'hour';
  const format = new Intl.NumberFormat(locales[language].intl, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return format.format(duration / milliseconds[unit]);
}
