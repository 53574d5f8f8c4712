import type { RoleRequest } from '../../../src/access/request.js';
import type { Block, Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { frozen, note } from '../dress.js';
import { durationInWords } from './duration.js';
import { cardId } from './ids.js';
import { identityInWords, quoted, scopeOf, timeInWords, unmarked } from './words.js';

interface Reader {
  /** What the platform calls the requester. */
  readonly requester: string;
  readonly language: Language;
}

/** What approvers read beside the request itself. */
export interface CardContext extends Reader {
  /** Roles that the identity has already; null where they could not be read. */
  readonly holds: readonly string[] | null;
  /** Sentences above the request: that it still waits. */
  readonly first?: readonly string[];
}

/** The whole request in one glance, to be approved or denied. Pure. */
export function approverCard(request: RoleRequest, context: CardContext): Message {
  const { requests, chat } = textsFor(context.language);
  const { holds, first = [] } = context;
  const has =
    holds === null
      ? requests.holdsUnknown
      : holds.length === 0
        ? requests.holdsNothing
        : holds.map(quoted).join(', ');
  const { labels, deny, why } = requests;
  const decideBy = timeInWords(request.pendingUntil, context.language);
  return {
    ...note('approvers'),
    audience: 'channel',
    blocks: [
      ...first.map((text): Block => ({ type: 'text', text })),
      ...blocksOf(request, context, [
        { label: labels.holds, value: has },
        { label: labels.decideBy, value: decideBy },
      ]),
    ],
    buttons: [{ id: cardId(request, 'approve'), verb: 'approve', label: chat.verbs.approve }],
    form: {
      id: cardId(request, 'deny'),
      title: deny,
      fields: [{ kind: 'text', id: 'why', label: why, multiline: false }],
      submit: deny,
      refuses: true,
    },
  };
}

/** The same when there is nothing left to decide: what was asked for, and what became of it. Pure. */
export function settledCard(request: RoleRequest, reader: Reader, outcome: readonly string[]): Message {
  const message = {
    ...note('approvers'),
    audience: 'channel' as const,
    blocks: blocksOf(request, reader, []),
  };
  return frozen(message, outcome.join('\n'));
}

type Fact = { readonly label: string; readonly value: string };

function blocksOf(
  { spec }: RoleRequest,
  { requester: name, language }: Reader,
  more: readonly Fact[],
): readonly Block[] {
  const texts = textsFor(language);
  const { labels, cardTitle } = texts.requests;
  const requester = quoted(name);
  const own = spec.identity.objectId === spec.requester.objectId;
  return [
    { type: 'heading', text: cardTitle.replace('{person}', () => requester) },
    {
      type: 'facts',
      items: [
        { label: labels.requester, value: `${requester} (${spec.requester.objectId})` },
        { label: labels.identity, value: own ? requester : unmarked(identityInWords(spec, texts)) },
        { label: labels.adds, value: `${spec.role} – ${unmarked(scopeOf(spec, texts))}` },
        { label: labels.duration, value: durationInWords(spec.durationMs, language) },
        { label: labels.reason, value: quoted(spec.reason) || '–' },
        ...more,
      ],
    },
  ];
}
