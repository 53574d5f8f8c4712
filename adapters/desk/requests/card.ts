import type { RoleRequest } from '../../../src/access/request.js';
import type { Block, Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { note } from '../dress.js';
import { cardId } from './ids.js';
import { daysInWords, identityInWords, scopeOf, timeInWords } from './words.js';

/** What approvers read beside the request itself. */
export interface CardContext {
  /** What the platform calls the requester. */
  readonly requester: string;
  /** Roles that the identity has already; null where they could not be read. */
  readonly holds: readonly string[] | null;
  readonly language: Language;
}

/** The whole request in one glance, to be approved or denied. Pure. */
export function approverCard(request: RoleRequest, context: CardContext): Message {
  const { id, spec, specHash } = request;
  const texts = textsFor(context.language);
  const { requests, chat } = texts;
  const body = cardBlocks(request, context);
  const shown = { request: id, specHash };
  return {
    ...note('approvers'),
    audience: 'channel',
    blocks: [
      { type: 'heading', text: requests.cardTitle.replace('{person}', () => context.requester) },
      ...body,
    ],
    buttons: [{ id: cardId(shown, 'approve'), verb: 'approve', label: chat.verbs.approve }],
    form: {
      id: cardId(shown, 'deny'),
      title: requests.deny,
      fields: [{ id: 'why', label: requests.why, multiline: false }],
      submit: requests.deny,
    },
  };

  function cardBlocks({ pendingUntil }: RoleRequest, { holds, language }: CardContext): readonly Block[] {
    const { labels, holdsNothing, holdsUnknown } = requests;
    const has = holds === null ? holdsUnknown : holds.length === 0 ? holdsNothing : holds.join(', ');
    const plain = (text: string): string => text.replaceAll('`', '');
    return [
      {
        type: 'facts',
        items: [
          { label: labels.requester, value: `${context.requester} (${spec.requester.objectId})` },
          {
            label: labels.identity,
            value:
              spec.identity.objectId === spec.requester.objectId
                ? context.requester
                : plain(identityInWords(spec, texts)),
          },
          { label: labels.holds, value: has },
          { label: labels.adds, value: `${spec.role} – ${plain(scopeOf(spec, texts))}` },
          { label: labels.duration, value: daysInWords(spec.durationMs, texts) },
          { label: labels.reason, value: spec.reason === '' ? '–' : spec.reason },
          { label: labels.decideBy, value: timeInWords(pendingUntil, language) },
        ],
      },
    ];
  }
}
