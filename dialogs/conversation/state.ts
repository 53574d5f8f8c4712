import type { Finding, Vantage } from '../../src/checks/check.js';
import type { Output } from '../../src/diagnosis/outputs/output.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { Language } from '../../src/knowledge/language.js';
import type { Shell, Verb } from '../../src/knowledge/vocabulary.js';
import { type ProbeMeans, snippetsOnly } from '../../src/probe/means.js';
import { type FromText, fromText, impliedAnswers } from '../known.js';
import { answersFromFindings, impliedByEvidence } from '../live/evidence.js';
import { printedFindings, withPrinted } from '../live/printed.js';
import { hasReport, newerSymptom } from '../live/reported.js';
import { saidAnswers } from '../live/said.js';
import { refutedBy } from '../refuted.js';
import { type Answers, identifying, type Position, type QuestionId, walk, walkOptions } from '../walk.js';

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
 * `correct`: "which answer?". `place`: "where does it fail?". `report`: waiting for a probe's report. `log`: the
 * registry's log is or was looked at. `handover`: waiting for
 * a note. `closed`: nothing is waited for.
 */
export type Phase = 'open' | 'retry' | 'correct' | 'place' | 'report' | 'log' | 'handover' | 'closed';

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
  /** Outputs of programs that the person pasted as answers, the newest last; those of `reading` are older. */
  readonly outputs: readonly Output[];
  readonly ruledOut: readonly CauseId[];
  /** How the probe is to be had where the conversation is held. */
  readonly means: ProbeMeans;
  /** Shell where it fails, where the person has said it. */
  readonly shell: Shell | null;
  /** Where in the tree a look from where it fails was first offered; the words for it are not said again elsewhere. */
  readonly offered: string | null;
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
    outputs: [],
    ruledOut: [],
    means: snippetsOnly,
    shell: null,
    offered: null,
    buttons: {},
    messages: 0,
    pressed: 0,
  };
}

/**
 * What counts as seen: findings of live checks, and what outputs of programs showed the person. For their own machine and
 * network the person's vantage counts; for what Azure holds the bot's, where it could look.
 */
export function evidenceOf(conversation: Conversation): readonly Finding[] {
  const { reading, outputs, observed } = conversation;
  const all = [...(reading?.outputs ?? []), ...outputs];
  return withPrinted(observed, printedFindings(all, registryIn(conversation)));
}

/** Login server or name of the case's registry; null where it is not known. */
export function registryIn({ reading, given }: Conversation): string | null {
  const named = given.find(({ question }) => question === 'registry')?.option;
  return named ?? reading?.facts.loginServer ?? reading?.facts.registry ?? null;
}

/** Answers known from paste, implication and person; the person's word wins. */
export function answersOf(conversation: Conversation): Answers {
  const { known, said } = readIn(conversation);
  const found = foundIn(conversation, known, said);
  return withoutReopened(conversation, { ...saidAnswers(conversation, found, said), ...found });
}

/** Answers to checks that stand on the person's word alone: they are no finding, and are not shown as one. */
export function saidIn(conversation: Conversation): Answers {
  const { known, said } = readIn(conversation);
  return saidAnswers(conversation, foundIn(conversation, known, said), said);
}

/** What the paste answers; the person's own words for a cause that checks contradict answer nothing. */
function readIn(conversation: Conversation): FromText {
  const { reading } = conversation;
  if (reading === null) return { known: {}, said: {} };
  const contradicted = refutedBy([], answersFromFindings(evidenceOf(conversation))).map(({ cause }) => cause);
  return fromText(reading, contradicted);
}

/** All answers but those to checks for which there is only the person's word. */
function foundIn(conversation: Conversation, known: Answers, said: Answers): Answers {
  const given: Answers = Object.fromEntries(
    conversation.given.map(({ question, option }) => [question, option]),
  );
  const evidence = evidenceOf(conversation);
  const observed = answersFromFindings(evidence);
  const newer = newerSymptom(evidence, { ...known, ...given }.symptom);
  const told = { ...known, ...observed, ...given, ...newer };
  const implied = Object.fromEntries(
    // What a symptom implies of a check is as good as the symptom: one that the person told is their word.
    Object.entries(impliedAnswers(told)).filter(([question]) => !(question in said)),
  );
  const inferred = impliedByEvidence(observed, { ...implied, ...told }['auth-method']);
  // Who has looked from there need not run the health check for it.
  const skipped: Answers = hasReport(evidence) ? { 'health-check': 'unknown' } : {};
  const all = { ...skipped, ...known, ...implied, ...inferred, ...observed, ...given, ...newer };
  return withoutReopened(conversation, all);
}

function withoutReopened({ reopened }: Conversation, answers: Answers): Answers {
  if (reopened === null) return answers;
  const { [reopened]: _dropped, ...rest } = answers;
  return rest;
}

/** Where the conversation stands in the tree. */
export function positionOf(conversation: Conversation): Position {
  return walk(answersOf(conversation), walkOptions(conversation));
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
  const evidence = evidenceOf(conversation);
  const observed = answersFromFindings(evidence);
  const { 'auth-method': method } = answersOf(conversation);
  const given: Answers = Object.fromEntries(
    conversation.given.map(({ question, option }) => [question, option]),
  );
  const implied = [
    ...Object.keys(impliedByEvidence(observed, method)),
    ...(hasReport(evidence) ? ['health-check'] : []),
  ].filter((it) => !(it in given) && !(it in observed));
  const { symptom } = { ...readIn(conversation).known, ...given };
  return new Set([...implied, ...Object.keys(newerSymptom(evidence, symptom))]);
}

/** Answers of an earlier round, to set beside those of this one. */
export function answersOfRound(round: Round): Answers {
  return round.by === 'person' ? round.answers : answersFromFindings(round.findings);
}
