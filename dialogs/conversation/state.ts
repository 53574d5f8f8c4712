import type { Reading } from '../../src/diagnosis/reading.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { answersFromReading, impliedAnswers } from '../known.js';
import { type Answers, type Position, type QuestionId, walk } from '../walk.js';

/** One answer of the person, in the order given. */
export interface Given {
  readonly question: QuestionId;
  readonly option: string;
}

/**
 * Where the conversation stands beside the tree. `open`: the tree decides. `retry`: "what happens now?".
 * `correct`: "which answer?". `handover`: waiting for a note. `closed`: nothing is waited for.
 */
export type Phase = 'open' | 'retry' | 'correct' | 'handover' | 'closed';

/**
 * All that is stored of a conversation: facts and answers, no pasted text, no position. The position is
 * recomputed by walking, so a conversation survives changes of the tree.
 */
export interface Conversation {
  readonly schema: 1;
  readonly person: string;
  readonly language: Language;
  readonly phase: Phase;
  readonly reading: Reading | null;
  readonly given: readonly Given[];
  /** A question that the person wants to answer anew although an answer is known. */
  readonly reopened: QuestionId | null;
  /** Verdicts of the last round of checks, to set beside the new ones. */
  readonly before: Answers | null;
  readonly ruledOut: readonly CauseId[];
  /** Buttons of the newest message; older ones get a polite answer. */
  readonly buttons: Readonly<Record<string, Verb>>;
  readonly messages: number;
  readonly pressed: number;
}

export function newConversation(person: string, language: Language): Conversation {
  return {
    schema: 1,
    person,
    language,
    phase: 'open',
    reading: null,
    given: [],
    reopened: null,
    before: null,
    ruledOut: [],
    buttons: {},
    messages: 0,
    pressed: 0,
  };
}

/** Answers known from paste, implication and person; the person's word wins. */
export function answersOf(conversation: Conversation): Answers {
  const given: Answers = Object.fromEntries(
    conversation.given.map(({ question, option }) => [question, option]),
  );
  const read = conversation.reading === null ? {} : answersFromReading(conversation.reading);
  const all = { ...read, ...impliedAnswers({ ...read, ...given }), ...given };
  if (conversation.reopened === null) return all;
  const { [conversation.reopened]: _dropped, ...rest } = all;
  return rest;
}

/** Where the conversation stands in the tree. */
export function positionOf(conversation: Conversation): Position {
  return walk(answersOf(conversation));
}

/** Records an answer. A question answered again moves to the end, so that Back takes back the newest word. */
export function give(conversation: Conversation, question: QuestionId, option: string): Conversation {
  const others = conversation.given.filter((given) => given.question !== question);
  return {
    ...conversation,
    phase: 'open',
    reopened: conversation.reopened === question ? null : conversation.reopened,
    given: [...others, { question, option }],
  };
}
