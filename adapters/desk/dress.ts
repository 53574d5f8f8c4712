import { UNKNOWN } from '../../dialogs/tree/node.js';
import type { Standing } from '../../src/chat/home.js';
import type { Block, Button, Form, Message } from '../../src/chat/message.js';
import type { Place } from '../../src/chat/place.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { Texts } from '../../src/knowledge/texts/index.js';
import type { ChatVerb } from '../../src/knowledge/vocabulary.js';
import type { Shown } from './case-file.js';
import { type Asking, askingBlocks, askingForm } from './requests/asking.js';

/** Causes that a role mends. */
const lacksRole: readonly CauseId[] = [
  'role-missing',
  'abac-ignores-legacy-role',
  'abac-condition-excludes',
  'aks-identity-missing-role',
];

/** Causes that a new secret mends. */
const lacksSecret: readonly CauseId[] = [
  'admin-password-wrong',
  'repo-token-password-wrong',
  'sp-secret-invalid',
  'sp-secret-expired',
];

/** Form for a word beside 👍 or 👎. */
export const WORD_FORM = 'feedback-word';

export interface Circumstances {
  readonly texts: Texts;
  readonly said: Shown['said'];
  readonly shared: boolean;
  readonly asking: Asking | null;
  readonly asked: string | null;
  /** Whether what was asked for still waits for a decision. */
  readonly mayWithdraw: boolean;
  /** What can be asked for here at all. */
  readonly mayRequest: readonly Askable[];
  readonly origin: Place | null;
  readonly standing: Standing;
  /** Whether the standing has to be told with a question, too; with an outcome it always is. */
  readonly tellStanding: boolean;
}

/** A message of the conversation with what belongs to chat platforms: feedback, sharing, linking an account. Pure. */
export function dressed(bare: Message, circumstances: Circumstances): Message {
  const { texts, said, shared, origin, asking, asked, mayWithdraw, mayRequest } = circumstances;
  const message = withoutDoubles(bare);
  const standing = standingTold(message, circumstances);
  const before: readonly Block[] = standing === null ? [] : [{ type: 'text', text: standing }];
  const link = standing !== null && circumstances.standing === 'may-link' ? [verb(texts, 'link')] : [];
  const { outcome } = message;
  if (outcome === null)
    return { ...message, blocks: [...before, ...message.blocks], buttons: [...message.buttons, ...link] };
  const { chat } = texts;
  if (asking !== null) {
    return {
      ...message,
      blocks: [...before, ...inShort(message.blocks), ...askingBlocks(asking, texts)],
      buttons: [...message.buttons, ...link],
      form: askingForm(asking, texts),
    };
  }
  const sentences = [
    ...(shared ? [chat.shared] : []),
    said === 'nothing' ? chat.feedbackQuestion : chat.feedbackThanks,
  ];
  const lacking = mayAskFor({ message, asking, asked });
  const requestable = lacking !== null && mayRequest.includes(lacking) ? lacking : null;
  // In a place that other organisations read, nothing of a registry is said.
  const shareable = origin !== null && !origin.shared && !shared;
  return {
    ...message,
    blocks: [
      ...before,
      ...fixFirst(message.blocks),
      ...(asked === null || outcome.resolved ? [] : [{ type: 'text', text: asked } as const]),
      ...sentences.map((text): Block => ({ type: 'text', text })),
    ],
    buttons: [
      ...(requestable === null ? [] : [verb(texts, requestVerbs[requestable])]),
      ...(mayWithdraw && !outcome.resolved ? [verb(texts, 'withdraw')] : []),
      ...message.buttons,
      ...(said === 'nothing' ? [verb(texts, 'helpful'), verb(texts, 'unhelpful')] : []),
      ...(shareable ? [verb(texts, 'share')] : []),
      ...link,
    ],
    form: formOf(circumstances) ?? message.form,
  };
}

/** What can be asked for on an outcome. */
export type Askable = 'role' | 'secret';

const requestVerbs = { role: 'request-role', secret: 'rotate-secret' } as const satisfies Record<
  Askable,
  ChatVerb
>;

/** What mends the outcome that a message is, and has not been asked for yet; null where nothing can. Pure. */
export function mayAskFor({
  message: { outcome },
  asking,
  asked,
}: Pick<Shown, 'message' | 'asking' | 'asked'>): Askable | null {
  if (asking !== null || asked !== null || outcome === null || outcome.resolved) return null;
  if (lacksRole.includes(outcome.cause)) return 'role';
  return lacksSecret.includes(outcome.cause) ? 'secret' : null;
}

/** A word beside a vote. */
function formOf({ texts, said }: Circumstances): Form | null {
  return said === 'helpful' || said === 'unhelpful' ? wordForm(texts) : null;
}

/** Not knowing is one of the answers already: a button for it beside them would say it twice. */
function withoutDoubles(message: Message): Message {
  const isAnswer = message.ask?.options.some(({ id }) => id === UNKNOWN) === true;
  return isAnswer
    ? { ...message, buttons: message.buttons.filter(({ verb: it }) => it !== 'dont-know') }
    : message;
}

function standingTold(
  { outcome, ask }: Message,
  { texts, standing, tellStanding }: Circumstances,
): string | null {
  const { notLinked, guest, linkUnavailable } = texts.chat;
  if (outcome === null && !(tellStanding && ask !== null)) return null;
  switch (standing) {
    case 'guest':
      return guest;
    case 'may-link':
      return notLinked;
    case 'unknown':
      return linkUnavailable;
    case 'known':
      return null;
  }
}

function verb({ chat }: Texts, name: ChatVerb): Button {
  return { id: name, verb: name, label: chat.verbs[name] };
}

function wordForm({ chat }: Texts): Form {
  return {
    id: WORD_FORM,
    title: chat.feedbackQuestion,
    fields: [{ kind: 'text', id: 'word', label: chat.feedbackWord, multiline: false }],
    submit: chat.send,
  };
}

/** A message that is over: what it said, what became of it, nothing to press. Pure. */
export function frozen(message: Message, foot: string | null): Message {
  const end: readonly Block[] = foot === null ? [] : [{ type: 'text', text: foot }];
  const blocks = message.outcome === null ? message.blocks : fixFirst(message.blocks);
  return { ...message, blocks: [...blocks, ...end], ask: null, buttons: [], form: null };
}

/** What others get to read: the cause, the fix and the source, without what was found out about anybody. Pure. */
export function forOthers(message: Message, { chat }: Texts): Message {
  const blocks = sections(message.blocks)
    .filter((section) => !isAbout(section, 'evidence'))
    .flat()
    .filter(({ type }) => type !== 'progress' && type !== 'facts');
  return frozen(
    { ...message, audience: 'thread', blocks: [{ type: 'text', text: chat.sharedHead }, ...blocks] },
    null,
  );
}

/** A sentence by itself. Pure. */
export function note(to: string, ...sentences: readonly string[]): Message {
  return {
    to,
    audience: 'private',
    id: 'note',
    replaces: null,
    blocks: sentences.map((text) => ({ type: 'text', text })),
    ask: null,
    buttons: [],
    form: null,
    outcome: null,
    handover: null,
  };
}

/** In a chat the top of a message is read first: what to do stands above what led there. */
function fixFirst(blocks: readonly Block[]): readonly Block[] {
  const all = sections(blocks);
  const evidence = all.filter((section) => isAbout(section, 'evidence'));
  const rest = all.filter((section) => !evidence.includes(section));
  const links = rest.findIndex((section) => isAbout(section, 'links'));
  const end = links < 0 ? rest.length : links;
  return [...rest.slice(0, end), ...evidence, ...rest.slice(end)].flat();
}

/**
 * What an outcome is, without what follows from it: a form stands directly beneath what it asks for, and both on one page
 * of a platform that divides long messages. With what becomes of the form, all of it is shown again.
 */
function inShort(blocks: readonly Block[]): readonly Block[] {
  return sections(blocks).slice(0, 2).flat();
}

/** Blocks up to the first heading, then each heading with what stands beneath it. */
function sections(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const all: Block[][] = [[]];
  for (const block of blocks) {
    if (block.type === 'heading') all.push([]);
    all.at(-1)?.push(block);
  }
  return all;
}

function isAbout([first]: readonly Block[], about: 'evidence' | 'links'): boolean {
  return first?.type === 'heading' && first.about === about;
}
