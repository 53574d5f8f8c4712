import type { Finding, Vantage } from '../../src/checks/check.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { answersFromReading, impliedAnswers } from '../known.js';
import { answersFromFindings, impliedByEvidence } from '../live/evidence.js';
import type { Need } from '../tree/node.js';
import { type Answers, type Position, type QuestionId, walk } from '../walk.js';

/** Live checks of a conversation. */
export interface Live {
  readonly vantage: Vantage;
  /** Entra object id of who asks; null for somebody who is not linked. */
  readonly objectId: string | null;
}

/** A finished round of checks: made by the person, or by the bot, which can make them again. */
export type Round =
  | { readonly by: 'person'; readonly answers: Answers }
  | { readonly by: 'bot'; readonly findings: readonly Finding[] };

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
  readonly before: Round | null;
  /** Whether checks can be made for this person, and from where; null: the person makes them. */
  readonly live: Live | null;
  /** What live checks found in this round. */
  readonly observed: readonly Finding[];
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
    live: null,
    observed: [],
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
  const observed = answersFromFindings(conversation.observed);
  const told = { ...read, ...observed, ...given };
  const known = { ...impliedAnswers(told), ...told };
  const inferred = impliedByEvidence(observed, known['auth-method']);
  const all = { ...read, ...impliedAnswers(told), ...inferred, ...observed, ...given };
  if (conversation.reopened === null) return all;
  const { [conversation.reopened]: _dropped, ...rest } = all;
  return rest;
}

/** Facts that only a live check needs: the commands for the person say what to look up. */
const identifying: readonly Need[] = ['client-id', 'token-name', 'cluster-name'];

/** Where the conversation stands in the tree. */
export function positionOf(conversation: Conversation): Position {
  return walk(answersOf(conversation), { asked: conversation.live === null ? [] : identifying });
}

/** Records an answer. A question answered again moves to the end, so that Back takes back the newest word. */
export function give(conversation: Conversation, question: QuestionId, option: string): Conversation {
  const others = conversation.given.filter((given) => given.question !== question);
  const known = answersOf(conversation)[question];
  return {
    ...conversation,
    observed: stillTrue(conversation.observed, question, known !== undefined && known !== option),
    phase: 'open',
    reopened: conversation.reopened === question ? null : conversation.reopened,
    given: [...others, { question, option }],
  };
}

/** Answers that change what the checks are about. */
const aboutSubject: readonly QuestionId[] = [
  'registry',
  'auth-method',
  'operation',
  'environment',
  'pull-secret-used',
  ...identifying,
];

/** Findings that outlive an answer: none where it changes the subject, all but the gaps where it adds to it. */
function stillTrue(
  observed: readonly Finding[],
  question: QuestionId,
  corrects: boolean,
): readonly Finding[] {
  if (!aboutSubject.includes(question)) return observed;
  if (corrects) return [];
  return observed.filter((finding) => !(finding.verdict === 'unknown' && finding.why === 'missing-fact'));
}

/** Questions on which only evidence has decided: their answers are no finding, and are not shown as one. */
export function inferredIn(conversation: Conversation): ReadonlySet<string> {
  const observed = answersFromFindings(conversation.observed);
  const { 'auth-method': method } = answersOf(conversation);
  const told = new Set<string>(conversation.given.map(({ question }) => question));
  return new Set(
    Object.keys(impliedByEvidence(observed, method)).filter((it) => !told.has(it) && !(it in observed)),
  );
}

/** Answers of an earlier round, to set beside those of this one. */
export function answersOfRound(round: Round): Answers {
  return round.by === 'person' ? round.answers : answersFromFindings(round.findings);
}
