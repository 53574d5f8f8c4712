import type { RoleSpec } from '../../../src/access/request.js';
import type { RoleDraft } from '../../../src/access/requests.js';
import { type Language, locales } from '../../../src/knowledge/language.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';

const DAY = 24 * 60 * 60_000;

/** For what a role is asked, in words. */
export function scopeOf({ registry, repository, prefix }: RoleDraft, { requests }: Texts): string {
  const place =
    repository === null
      ? requests.wholeRegistry
      : requests.oneRepository.replace('{repository}', () => `\`${repository}${prefix ? '/…' : ''}\``);
  return `\`${registry.loginServer}\` – ${place}`;
}

/** Whole days of a duration; at least one. */
export function daysOf(milliseconds: number): number {
  return Math.max(1, Math.floor(milliseconds / DAY));
}

export function millisecondsOf(days: number): number {
  return days * DAY;
}

export function daysInWords(milliseconds: number, { requests }: Texts): string {
  return requests.days.replace('{days}', String(daysOf(milliseconds)));
}

export function timeInWords(at: number, language: Language): string {
  const format = new Intl.DateTimeFormat(locales[language].intl, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at)} UTC`;
}

/** Who gets it, by object id: names can be chosen. */
export function identityInWords({ identity, requester }: RoleDraft | RoleSpec, { requests }: Texts): string {
  if (identity.objectId === requester.objectId) return requests.yourself;
  return `${requests.kinds[identity.kind]} \`${identity.objectId}\``;
}
