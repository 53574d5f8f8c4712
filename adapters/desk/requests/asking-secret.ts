import { type InUse, LONGEST_VALID_MS, type SecretOffer } from '../../../src/access/propose-rotation.js';
import type { Block, Field, Form } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import type { Texts } from '../../../src/knowledge/texts/index.js';
import { dateInWords, secretName, unmarked } from './words.js';

/** Form on an outcome in which a new secret is asked for. */
export const SECRET_FORM = 'secret-request';

/** A new secret that its requester is about to ask for. */
export interface SecretAsking {
  readonly what: 'secret';
  readonly request: string;
  readonly offer: SecretOffer;
  readonly language: Language;
  /** What was wrong with what they sent; null at first. */
  readonly problem: string | null;
}

/** Option of the form for secrets none of which works any more. */
export const NONE = 'none';

const DAY_MS = 24 * 60 * 60_000;
export const MOST_DAYS = LONGEST_VALID_MS / DAY_MS;

/** First what would be better, then which secret it is about. Pure. */
export function secretBlocks({ offer }: SecretAsking, texts: Texts): readonly Block[] {
  const { rotations } = texts;
  const { labels, delivery } = rotations;
  const put =
    offer.delivery.kind === 'vault'
      ? delivery.vault.replace('{url}', offer.delivery.url)
      : delivery['one-time-page'];
  return [
    { type: 'heading', text: rotations.betterHeading },
    { type: 'text', text: rotations.better[offer.secret.kind] },
    { type: 'heading', text: rotations.heading },
    {
      type: 'facts',
      items: [
        { label: labels.secret, value: secretName(offer.secret, texts) },
        { label: labels.registry, value: offer.registry.loginServer },
        { label: labels.delivery, value: unmarked(put) },
      ],
    },
  ];
}

export function secretForm({ offer, language }: SecretAsking, texts: Texts): Form {
  const { rotations, requests, chat } = texts;
  const inUse = offer.secret.kind === 'client-secret' ? rotations.inUseKey : rotations.inUse;
  const valid: readonly Field[] =
    offer.secret.kind === 'admin-password'
      ? []
      : [
          {
            kind: 'text',
            id: 'valid',
            label: rotations.validLabel.replace('{most}', String(MOST_DAYS)),
            multiline: false,
            value: String(MOST_DAYS),
          },
        ];
  return {
    id: SECRET_FORM,
    title: chat.verbs['rotate-secret'],
    fields: [
      { kind: 'choice', id: 'in-use', label: inUse, options: optionsOf(offer, language, texts) },
      ...valid,
      { kind: 'text', id: 'reason', label: requests.reasonLabel, multiline: true },
    ],
    submit: requests.send,
  };
}

function optionsOf(
  { inUse, secret }: SecretOffer,
  language: Language,
  { rotations }: Texts,
): readonly { readonly id: string; readonly label: string }[] {
  const label = ({ id, endsAt, isOver }: InUse): string => {
    if (isOver) return rotations.optionOver.replace('{name}', id);
    if (endsAt === null) return id;
    return rotations.optionUntil
      .replace('{name}', id)
      .replace('{until}', () => dateInWords(endsAt, language));
  };
  const some = inUse.map((it) => ({ id: it.id, label: label(it) }));
  return secret.kind === 'admin-password' ? some : [...some, { id: NONE, label: rotations.optionNone }];
}
