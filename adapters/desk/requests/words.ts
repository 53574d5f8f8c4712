import type { RoleDraft } from '../../../src/access/propose-role.js';
import type { RenewedSecret, RoleSpec, RotationSpec, Spec } from '../../../src/access/request.js';
import { type Language, locales } from '../../../src/knowledge/language.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';

/** For what a role is asked, in words. */
export function scopeOf({ registry, repository, prefix }: RoleDraft, { requests }: Texts): string {
  const reach = prefix ? requests.allBelow : requests.oneRepository;
  const place =
    repository === null
      ? requests.wholeRegistry
      : reach.replace('{repository}', () => `\`${repository}${prefix ? '/' : ''}\``);
  return `\`${registry.loginServer}\` – ${place}`;
}

type SecretInQuestion = Pick<RenewedSecret, 'kind'> & { readonly token?: string; readonly appId?: string };

/** What a secret is called in a sentence: which registry it is of, people have forgotten by then. */
export function secretInWords(
  { secret, registry }: Pick<RotationSpec, 'registry'> & { readonly secret: SecretInQuestion },
  { rotations }: Texts,
): string {
  return named(rotations.secrets, secret).replace('{registry}', () => registry.loginServer);
}

/** The same beside a label, and the registry beside another. */
export function secretName(secret: SecretInQuestion, { rotations }: Texts): string {
  return unmarked(named(rotations.names, secret));
}

function named(names: Texts['rotations']['names'], { kind, token, appId }: SecretInQuestion): string {
  return names[kind].replace('{token}', () => token ?? '').replace('{appId}', () => appId ?? '');
}

/** What is asked for, in a few words. */
export function askedFor(spec: Spec, texts: Texts): string {
  return spec.kind === 'role' ? `\`${spec.role}\`` : secretInWords(spec, texts);
}

export function timeInWords(at: number, language: Language): string {
  return `${dated(at, language, { timeStyle: 'short' })} UTC`;
}

/** For choices, of which platforms show 75 characters. */
export function dateInWords(at: number, language: Language): string {
  return dated(at, language, {});
}

function dated(at: number, language: Language, more: Intl.DateTimeFormatOptions): string {
  const options = { dateStyle: 'medium', timeZone: 'UTC', ...more } as const;
  return new Intl.DateTimeFormat(locales[language].intl, options).format(at);
}

/** Who gets it, by object id: names can be chosen. */
export function identityInWords(
  { identity, requester }: Pick<RoleSpec, 'identity' | 'requester'>,
  { requests }: Texts,
): string {
  if (identity.objectId === requester.objectId) return requests.yourself;
  return `${requests.kinds[identity.kind]} \`${identity.objectId}\``;
}

/** The bot's own words where marks of code are not read. */
export function unmarked(text: string): string {
  return text.replaceAll('`', '');
}

/** What cards and texts of the bot read as marks: of code, of weight, and a date of Adaptive Cards (`{{DATE(…)}}`). */
const marks: readonly (readonly [string, string])[] = [
  ['`', "'"],
  ['**', '* *'],
  ['{{', '{ {'],
];

/** Somebody else's words in one line and without marks: they must not look like more lines of a card. */
export function quoted(words: string): string {
  const plain = marks.reduce((text, [mark, instead]) => text.replaceAll(mark, instead), words);
  return plain.replaceAll(/\s+/g, ' ').trim();
}
