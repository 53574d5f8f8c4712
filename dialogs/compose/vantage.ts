import type { Finding } from '../../src/checks/check.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import type { Program } from '../../src/knowledge/programs.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import { fill } from './fill.js';

type Place = NonNullable<Finding['printedBy']>;

/** What to call the place where a program ran. */
export function placeOf({ vantage }: Texts, { program, environment }: Place) {
  if (environment !== null) return vantage.places[environment];
  const { label, from } = vantage.anywhere;
  const names = { program: nameOf(program) };
  return { label: fill(label, names), from: fill(from, names) };
}

/** A program's name as inline code. */
export function nameOf(program: Program): string {
  return `\`${program}\``;
}

/**
 * Sentences that set what the bot saw of the way to the registry beside what the person did, where the two differ; none
 * where only one of them looked. Pure.
 *
 * @param observed what live checks found
 * @param evidence what counts, printed findings included
 */
export function comparedSentences(
  texts: Texts,
  observed: readonly Finding[],
  evidence: readonly Finding[],
): readonly string[] {
  const name = comparedName(texts, observed, evidence);
  if (name !== null) return [name];
  const answer = comparedAnswer(texts, observed, evidence);
  return answer === null ? [] : [answer];
}

function comparedName(
  texts: Texts,
  observed: readonly Finding[],
  evidence: readonly Finding[],
): string | null {
  const bot = observed.find(({ check }) => check === 'dns');
  const person = printedOf('dns', evidence);
  if (bot === undefined || person?.printedBy === undefined || bot.vantage !== 'bot') return null;
  const { from } = placeOf(texts, person.printedBy);
  const here = codes(bot.facts.addresses);
  const there = codes(person.facts.addresses);
  const { addresses, onlyHere, onlyThere } = texts.vantage;
  if (here !== '' && there !== '') {
    return sameSet(here, there) ? null : fill(addresses, { here, there, from });
  }
  if (here !== '' && person.verdict === 'not-found') return fill(onlyHere, { here, from });
  return bot.verdict === 'not-found' && there !== '' ? fill(onlyThere, { there, from }) : null;
}

/** The state of the service is known to the bot only from an answer of the registry itself. */
function comparedAnswer(
  texts: Texts,
  observed: readonly Finding[],
  evidence: readonly Finding[],
): string | null {
  const bot = observed.find(({ check }) => check === 'service-state');
  const person = printedOf('challenge', evidence);
  if (bot?.verdict !== 'healthy' || bot.vantage !== 'bot' || person?.printedBy === undefined) return null;
  if (person.verdict !== 'no-answer') return null;
  return fill(texts.vantage.onlyHereAnswers, { from: placeOf(texts, person.printedBy).from });
}

/** That the registry answers where it fails, as a probe has seen it; null where none has. Pure. */
export function answersThere(texts: Texts, evidence: readonly Finding[]): string | null {
  const person = printedOf('challenge', evidence);
  if (person?.printedBy === undefined || person.verdict !== 'challenged') return null;
  return fill(texts.vantage.answersThere, { from: placeOf(texts, person.printedBy).from });
}

function printedOf(wanted: CheckId, evidence: readonly Finding[]): Finding | undefined {
  return evidence.find(({ check, printedBy }) => check === wanted && printedBy !== undefined);
}

function codes(addresses = ''): string {
  return addresses
    .split(', ')
    .filter((it) => it !== '')
    .map((it) => `\`${it}\``)
    .join(', ');
}

function sameSet(one: string, other: string): boolean {
  const sorted = (list: string): string => list.split(', ').toSorted().join();
  return sorted(one) === sorted(other);
}
