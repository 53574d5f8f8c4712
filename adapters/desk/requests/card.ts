import type { Question } from '../../../src/access/ledger.js';
import { type AccessRequest, isForRole } from '../../../src/access/request.js';
import type { Block, Message } from '../../../src/chat/message.js';
import type { Language } from '../../../src/knowledge/language.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import { frozen, note } from '../dress.js';
import { cardId } from './ids.js';
import { type Fact, factsOf, titleOf } from './spec-facts.js';
import { quoted, timeInWords } from './words.js';

interface Reader {
  /** What the platform calls the requester. */
  readonly requester: string;
  readonly language: Language;
}

/** A question that was asked back, with the name of who asked. */
export interface Asked extends Pick<Question, 'words' | 'answer'> {
  readonly by: string;
}

/** What approvers read beside the request itself. */
export interface CardContext extends Reader {
  /** Roles that the identity has already; null where they could not be read. */
  readonly holds: readonly string[] | null;
  readonly questions: readonly Asked[];
  /** Sentences above the request: that it still waits. */
  readonly first?: readonly string[];
}

/** The whole request in one glance, to be approved, denied or asked about. Pure. */
export function approverCard(request: AccessRequest, context: CardContext): Message {
  const texts = textsFor(context.language);
  const { requests, chat } = texts;
  const { first = [], questions } = context;
  const { labels } = requests;
  const { otherwise, otherwiseLabel, deny, askBack, words } = requests;
  const decideBy = timeInWords(request.pendingUntil, context.language);
  return {
    ...note('approvers'),
    audience: 'channel',
    blocks: [
      ...first.map((text): Block => ({ type: 'text', text })),
      ...blocksOf(request, context, [
        ...(isForRole(request) ? [{ label: labels.holds, value: holdsInWords(context, texts) }] : []),
        { label: labels.decideBy, value: decideBy },
      ]),
      ...questions.flatMap((it) => questionBlocks(it, texts)),
    ],
    buttons: [{ id: cardId(request, 'approve'), verb: 'approve', label: chat.verbs.approve }],
    form: {
      id: cardId(request, 'otherwise'),
      title: otherwise,
      fields: [
        {
          kind: 'choice',
          id: 'answer',
          label: otherwiseLabel,
          options: [
            { id: 'deny', label: deny },
            { id: 'ask-back', label: askBack },
          ],
        },
        { kind: 'text', id: 'why', label: words, multiline: false },
      ],
      submit: otherwise,
      refuses: true,
    },
  };
}

/** The same when there is nothing left to decide: what was asked for, and what became of it. Pure. */
export function settledCard(request: AccessRequest, reader: Reader, outcome: readonly string[]): Message {
  const message = {
    ...note('approvers'),
    audience: 'channel' as const,
    blocks: blocksOf(request, reader, []),
  };
  return frozen(message, outcome.join('\n'));
}

function holdsInWords({ holds }: CardContext, { requests }: Texts): string {
  if (holds === null) return requests.holdsUnknown;
  return holds.length === 0 ? requests.holdsNothing : holds.map(quoted).join(', ');
}

function questionBlocks({ by, words, answer }: Asked, { requests }: Texts): readonly Block[] {
  const question = requests.question
    .replace('{person}', () => quoted(by))
    .replace('{words}', () => quoted(words));
  const lines =
    answer === null ? [question] : [question, requests.answerTo.replace('{words}', () => quoted(answer))];
  return [{ type: 'text', text: lines.join('\n') }];
}

function blocksOf(
  { spec }: AccessRequest,
  { requester: name, language }: Reader,
  more: readonly Fact[],
): readonly Block[] {
  return [
    { type: 'heading', text: titleOf(spec, name, language) },
    { type: 'facts', items: [...factsOf(spec, name, language), ...more] },
  ];
}
