import type { Block } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { caseOf } from '../case.js';
import { checkItem } from '../compose/answers.js';
import { checkingDraft } from '../compose/checking.js';
import { type Draft, draft } from '../compose/draft.js';
import { fill } from '../compose/fill.js';
import { toldOf } from '../compose/found.js';
import { offerBlock } from '../compose/look.js';
import { outcomeDraft } from '../compose/outcome.js';
import { askDraft, checkDraft } from '../compose/question.js';
import { factItems, notices } from '../compose/reading.js';
import { answersThere, comparedSentences } from '../compose/vantage.js';
import { offersLog } from '../live/log-request.js';
import { type LookOffer, lookOffer, offerInWords } from '../live/look.js';
import { overtaken } from '../live/overtaken.js';
import { workOf } from '../live/work.js';
import { isCheck } from '../questions.js';
import type { Step } from '../walk.js';
import { concludedAt } from './conclusion.js';
import {
  answersOf,
  answersOfRound,
  type Conversation,
  evidenceOf,
  inferredIn,
  positionOf,
  type Round,
  saidIn,
} from './state.js';

const whileAsking: readonly Verb[] = ['dont-know', 'back', 'correct', 'handover', 'restart'];

/** What to say where the conversation stands: the next question, the next check, or the outcome. Pure. */
export function present(conversation: Conversation): Draft {
  const texts = textsFor(conversation.language);
  const work = workOf(conversation);
  if (work !== null) return checkingDraft(texts, work, []);
  const position = positionOf(conversation);
  const situation = caseOf(conversation.reading, answersOf(conversation));
  if (position.kind === 'ask') return withVerbs(askDraft(texts, position.ask), conversation);
  const offer = lookOffer(conversation);
  const words = offerInWords(conversation);
  const offered = words === null ? [] : [offerBlock(texts, words)];
  if (position.kind === 'check') {
    const question = withVerbs(checkDraft(texts, position.check, situation), conversation);
    return withLook({ ...question, blocks: [...question.blocks, ...offered] }, offer, 0);
  }
  const { language, reading, before } = conversation;
  const observed = evidenceOf(conversation);
  const outcome = outcomeDraft({
    texts,
    language,
    reading,
    situation,
    conclusion: concludedAt(conversation, position),
    path: position.path.filter(({ question }) => !inferredIn(conversation).has(question)),
    observed,
    said: saidIn(conversation),
    compared: comparedIn(conversation, position.outcome.cause, observed),
    offered,
  });
  const compared = comparison(texts, before, position.path, observed);
  return withLook(withLog({ ...outcome, blocks: [...compared, ...outcome.blocks] }, conversation), offer, 1);
}

/** What the bot saw beside what the person did, and what has become of the cause to which the error leads. */
function comparedIn(
  conversation: Conversation,
  leaf: CauseId,
  evidence: readonly Finding[],
): readonly string[] {
  const texts = textsFor(conversation.language);
  const now = overtaken(conversation).includes(leaf) ? answersThere(texts, evidence) : null;
  return [...comparedSentences(texts, conversation.observed, evidence), ...(now === null ? [] : [now])];
}

/** The button for a look at the registry's log, behind that for checks. */
function withLog(message: Draft, conversation: Conversation): Draft {
  const { outcome, verbs } = message;
  return outcome === null || !offersLog(conversation, outcome.cause)
    ? message
    : { ...message, verbs: verbs.toSpliced(1, 0, 'login-events') };
}

/** The button for a look from where it fails, among the others. */
function withLook(message: Draft, offer: LookOffer | null, at: number): Draft {
  return offer === null ? message : { ...message, verbs: message.verbs.toSpliced(at, 0, 'look-there') };
}

/** What a fresh paste gave, before the first question: notices, facts, first thought. */
export function presentReading(conversation: Conversation): readonly Block[] {
  const { reading, language } = conversation;
  if (reading === null) return [];
  const texts = textsFor(language);
  const blocks: Block[] = [...notices(texts, reading, language)];
  const first = reading.causes[0];
  if (first !== undefined && positionOf(conversation).kind !== 'outcome' && first.cause !== 'unknown') {
    blocks.push({
      type: 'text',
      text: fill(texts.ui.firstThought, { cause: texts.causes[first.cause].title }),
    });
    const facts = factItems(texts, reading.facts);
    if (facts.length > 0) blocks.push({ type: 'facts', items: facts });
  }
  return blocks;
}

/** The opening: what the bot is, and the first question of the tree. */
export function presentGreeting(conversation: Conversation): Draft {
  const { ui } = textsFor(conversation.language);
  const question = present(conversation);
  const blocks: Block[] = [
    { type: 'text', text: ui.greeting },
    { type: 'text', text: ui.pasteOrChoose },
  ];
  return draft({ blocks: [...blocks, ...question.blocks], ask: question.ask, verbs: ['handover'] });
}

/** Nothing to take back or correct yet: no buttons for it. */
function withVerbs(question: Draft, { given, reading }: Conversation): Draft {
  const verbs = whileAsking.filter((verb) => {
    if (verb === 'back') return given.length > 0 || reading !== null;
    if (verb === 'correct') return given.length > 0 || reading !== null;
    return true;
  });
  return { ...question, verbs };
}

/** Checks of the last round beside those of this one, of which `observed` are the findings. */
export function comparison(
  texts: Texts,
  before: Round | null,
  path: readonly Step[],
  observed: readonly Finding[],
): readonly Block[] {
  if (before === null) return [];
  const answers = answersOfRound(before);
  // A round of the person leaves what live checks found as it is.
  const found = before.by === 'bot' ? before.findings : observed;
  const { headings, colon } = texts.ui;
  const items = path.flatMap(({ question, answer }) => {
    const earlier = answers[question];
    if (!isCheck(question) || earlier === undefined) return [];
    const now = checkItem(texts, question, answer, observed);
    const was = toldOf(texts, question, earlier, found);
    const same = was === now.note;
    const note = same
      ? `${headings.unchanged}${colon}${was}`
      : `${headings.before}${colon}${was} – ${headings.after}${colon}${now.note ?? ''}`;
    return [{ ...now, note }];
  });
  if (items.length === 0) return [];
  return [
    { type: 'heading', text: texts.ui.headings.checks, about: 'evidence' },
    { type: 'progress', items },
  ];
}
