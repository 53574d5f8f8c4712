import type { RoleSpec, RotationSpec, Spec } from '../../../src/access/request.js';
import type { Language } from '../../../src/knowledge/language.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import { durationInWords } from './duration.js';
import { identityInWords, quoted, scopeOf, secretName, unmarked } from './words.js';

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** Who asks for what, in a few words, without marks. Pure. */
export function titleOf({ kind }: Spec, requester: string, language: Language): string {
  const { requests, rotations } = textsFor(language);
  const title = kind === 'role' ? requests.cardTitle : rotations.cardTitle;
  return title.replace('{person}', () => quoted(requester));
}

/** What somebody who decides on a request must know about it, without marks. Pure. */
export function factsOf(spec: Spec, requester: string, language: Language): readonly Fact[] {
  const texts = textsFor(language);
  const { labels } = texts.requests;
  const name = quoted(requester);
  return [
    { label: labels.requester, value: `${name} (${spec.requester.objectId})` },
    ...(spec.kind === 'role' ? roleFacts(spec, name, language, texts) : rotationFacts(spec, texts)).map(
      ({ label, value }) => ({ label, value: unmarked(value) }),
    ),
    { label: labels.reason, value: quoted(spec.reason) || '–' },
  ];
}

function roleFacts(spec: RoleSpec, name: string, language: Language, texts: Texts): readonly Fact[] {
  const { labels } = texts.requests;
  const own = spec.identity.objectId === spec.requester.objectId;
  return [
    { label: labels.identity, value: own ? name : identityInWords(spec, texts) },
    { label: labels.adds, value: `${spec.role} – ${scopeOf(spec, texts)}` },
    { label: labels.duration, value: durationInWords(spec.durationMs, language) },
  ];
}

const DAY_MS = 24 * 60 * 60_000;

function rotationFacts(spec: RotationSpec, texts: Texts): readonly Fact[] {
  const { labels, validDays, validForever, delivery } = texts.rotations;
  const days = spec.validMs === null ? null : String(Math.round(spec.validMs / DAY_MS));
  const { renews, stays } = changesIn(spec, texts);
  return [
    { label: labels.secret, value: secretName(spec.secret, texts) },
    { label: labels.registry, value: spec.registry.loginServer },
    { label: labels.renews, value: renews },
    { label: labels.stays, value: stays },
    { label: labels.valid, value: days === null ? validForever : validDays.replace('{days}', days) },
    {
      label: labels.delivery,
      value:
        spec.delivery.kind === 'vault'
          ? delivery.vault.replace('{url}', spec.delivery.url)
          : delivery['one-time-page'],
    },
  ];
}

function changesIn({ secret }: RotationSpec, { rotations }: Texts) {
  const { renewsSlot, renewsKey, staysSlot, staysKey, staysNone } = rotations;
  switch (secret.kind) {
    case 'admin-password': {
      const other = secret.renew === 'password' ? 'password2' : 'password';
      return {
        renews: renewsSlot.replace('{slot}', secret.renew),
        stays: staysSlot.replace('{slot}', other),
      };
    }
    case 'repository-token-password': {
      const other = secret.renew === 'password1' ? 'password2' : 'password1';
      return {
        renews: renewsSlot.replace('{slot}', secret.renew),
        stays: staysSlot.replace('{slot}', other),
      };
    }
    case 'client-secret':
      return {
        renews: renewsKey,
        stays: secret.retire === null ? staysNone : staysKey.replace('{key}', secret.retire),
      };
  }
}
