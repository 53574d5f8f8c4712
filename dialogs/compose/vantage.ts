import type { Finding } from '../../src/checks/check.js';
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
 * Sentences that set what the bot saw of the name beside what the person did, where the two differ; none where only one
 * of them looked. Pure.
 *
 * @param observed what live checks found
 * @param evidence what counts, printed findings included
 */
export function comparedSentences(
  texts: Texts,
  observed: readonly Finding[],
  evidence: readonly Finding[],
): readonly string[] {
  const bot = observed.find(({ check }) => check === 'dns');
  const person = evidence.find(({ check, printedBy }) => check === 'dns' && printedBy !== undefined);
  if (bot === undefined || person?.printedBy === undefined || bot.vantage !== 'bot') return [];
  const { from } = placeOf(texts, person.printedBy);
  const here = codes(bot.facts.addresses);
  const there = codes(person.facts.addresses);
  const { addresses, onlyHere, onlyThere } = texts.vantage;
  if (here !== '' && there !== '') {
    return sameSet(here, there) ? [] : [fill(addresses, { here, there, from })];
  }
  if (here !== '' && person.verdict === 'not-found') return [fill(onlyHere, { here, from })];
  if (bot.verdict === 'not-found' && there !== '') return [fill(onlyThere, { there, from })];
  return [];
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
