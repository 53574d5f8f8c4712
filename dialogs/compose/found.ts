import type { Finding } from '../../src/checks/check.js';
import type { LiveCheckId } from '../../src/checks/needs.js';
import { type CheckFact, type CheckId, checkFacts } from '../../src/knowledge/checks.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { isCheck } from '../questions.js';
import { UNKNOWN } from '../tree/node.js';
import type { QuestionId } from '../walk.js';
import { fill } from './fill.js';
import { answerLabel } from './question.js';
import { placeOf } from './vantage.js';

type Facts = Finding['facts'];
type Sentences = Readonly<Record<string, string>>;
/** Every check that a program makes has its sentences; some have them before a program makes them. */
type Found = Readonly<Record<LiveCheckId, Sentences>> & Readonly<Partial<Record<CheckId, Sentences>>>;

/** What a check told: the sentence for what was seen and its facts, or else the answer that somebody chose. Pure. */
export function toldOf(texts: Texts, check: CheckId, verdict: string, findings: readonly Finding[]): string {
  const sentence = sentenceOf(texts, check, verdict, findings);
  const finding = findingOf(check, verdict, findings);
  const facts = finding?.facts ?? {};
  const { colon, foundFacts } = texts.ui;
  const way = wayOf(texts, facts);
  const told = [way === '' ? sentence : `${sentence}${colon}${way}`, ...labelled(texts, facts)].join(
    foundFacts.further,
  );
  if (finding?.printedBy === undefined) return told;
  return fill(texts.vantage.seen, { place: placeOf(texts, finding.printedBy).label, told });
}

/** What a question was answered with: the sentence for what was seen, or else the answer that somebody chose. Pure. */
export function sentenceOf(
  texts: Texts,
  question: QuestionId,
  answer: string,
  findings: readonly Finding[],
): string {
  const label = answerLabel(texts, question, answer);
  if (!isCheck(question) || findingOf(question, answer, findings) === undefined) return label;
  const found: Found = texts.found;
  return found[question]?.[answer] ?? label;
}

/** Why a check came to no verdict, and what was seen all the same. Pure. */
export function withUnseenFacts(texts: Texts, sentence: string, facts: Facts): string {
  const { unseen, further } = texts.ui.foundFacts;
  const way = wayOf(texts, facts);
  const seen = [...(way === '' ? [] : [way]), ...labelled(texts, facts)];
  return seen.length === 0 ? sentence : fill(unseen, { sentence, facts: seen.join(further) });
}

/** The finding that an answer comes from; undefined where the text or the person gave it. */
function findingOf(check: CheckId, verdict: string, findings: readonly Finding[]): Finding | undefined {
  return findings.find((it) => it.check === check && it.verdict === verdict && verdict !== UNKNOWN);
}

/** Addresses, behind the names of a DNS answer that lead there. */
function wayOf({ ui }: Texts, { aliases = '', addresses = '', ip = '' }: Facts): string {
  const ends = [...values(addresses), ...values(ip)].join(ui.foundFacts.between);
  return [...values(aliases), ends].filter((it) => it !== '').join(' → ');
}

/** All other facts, in the order of their table. */
function labelled({ ui }: Texts, facts: Facts): readonly string[] {
  const { labels, between } = ui.foundFacts;
  return checkFacts.flatMap((fact) => {
    if (fact === 'aliases' || fact === 'addresses' || fact === 'ip') return [];
    const value = facts[fact] ?? '';
    const shown =
      switchWord(ui, fact, value) ?? values(fact === 'expires' ? dateOf(value) : value).join(between);
    return shown === '' ? [] : [`${labels[fact]}${ui.colon}${shown}`];
  });
}

/** Facts that are on or off; all other values are names, the same in every language. */
const switches: readonly CheckFact[] = ['trustedServices', 'quarantine'];

function switchWord({ foundFacts }: Texts['ui'], fact: CheckFact, value: string): string | undefined {
  const words: Readonly<Record<string, string>> = foundFacts.switches;
  // Own keys only: a value may be the name of an inherited property.
  return switches.includes(fact) && Object.hasOwn(words, value) ? words[value] : undefined;
}

/** The day of a moment, which reads the same in every language. */
function dateOf(moment: string): string {
  return moment.slice(0, 'yyyy-mm-dd'.length);
}

/** The single values of a fact as inline code, in which no markup of their own counts. */
function values(fact: string): readonly string[] {
  return fact
    .split(/, | → /)
    .map((it) => it.replaceAll('`', '').trim())
    .filter((it) => it !== '')
    .map((it) => `\`${it}\``);
}
