import type { HandedOver } from '../../src/chat/message.js';
import type { Finding } from '../../src/checks/check.js';
import type { Reading } from '../../src/diagnosis/reading.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { Texts } from '../../src/knowledge/texts/types.js';
import type { AuthMethod } from '../../src/knowledge/vocabulary.js';
import type { Conclusion } from '../outcome.js';
import type { Answers, Step } from '../walk.js';
import { answerItems, checkItems } from './answers.js';
import { factItems } from './reading.js';

/** What a handover is rebuilt from: facts and answers only. */
export interface HandoverParts {
  readonly texts: Texts;
  readonly reading: Reading | null;
  /** What was concluded from text, answers and checks together; null before there is a conclusion. */
  readonly conclusion: Conclusion | null;
  readonly path: readonly Step[];
  /** What live checks found. */
  readonly observed: readonly Finding[];
  /** Answers to checks for which there is only the person's word. */
  readonly said: Answers;
  /** How the person signs in: from text and answers. */
  readonly method: AuthMethod | null;
  /** Causes whose fix did not help. */
  readonly tried: readonly CauseId[];
  /** In the person's own words, secrets already replaced; null before there is one. */
  readonly note: string | null;
}

/** How many causes a human wants to see. */
const CAUSES_SHOWN = 3;

/** The whole case as plain text, ready to copy into a ticket. Holds nothing of the paste but typed facts. */
export function handoverText(parts: HandoverParts): string {
  const { texts, reading, conclusion, path, observed, said, tried, note } = parts;
  const { ui } = texts;
  const { read, told } = answerItems(texts, path, reading, said);
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      ui.handover.title,
      reading === null
        ? []
        : factItems(texts, reading.facts).map(({ label, value }) => `${label}${texts.ui.colon}${value}`),
    ],
    [
      ui.handover.firstThoughts,
      considered(reading, conclusion).map(
        ({ cause, confidence }) => `${texts.causes[cause].title} (${cause}, ${confidence.toFixed(2)})`,
      ),
    ],
    [ui.headings.read, read],
    [ui.headings.answers, told],
    [
      [ui.headings.checks, ...madeAt(observed)].join(' – '),
      checkItems(texts, path, observed, said).map(
        ({ label, note: verdict }) => `${label}${texts.ui.colon}${verdict ?? ''}`,
      ),
    ],
    [ui.handover.tried, tried.map((cause) => texts.causes[cause].title)],
    [ui.handover.yourNote, note === null || note === '' ? [] : note.split('\n')],
  ];
  return sections
    .filter(([title, items]) => items.length > 0 || title === ui.handover.title)
    .map(([title, items]) => [title, ...items.map((item) => `- ${item}`)].join('\n'))
    .join('\n\n');
}

/** The same as an object, for a ticket system: ids, verdicts, times and facts that passed a grammar. */
export function handoverData({
  reading,
  conclusion,
  path,
  observed,
  method,
  tried,
  note,
}: HandoverParts): HandedOver['data'] {
  const { facts = {}, operation = null, environment = null, client = null } = reading ?? {};
  return {
    facts,
    method,
    operation,
    environment,
    client,
    causes: considered(reading, conclusion).map(({ cause, confidence }) => ({
      cause,
      confidence: Math.round(confidence * 100) / 100,
    })),
    tried,
    answers: Object.fromEntries(path.map(({ question, answer }) => [question, answer])),
    checks: observed.map(({ check, verdict, at, elapsed, vantage, facts: seen }) => ({
      check,
      verdict,
      at,
      elapsed,
      vantage,
      ...(Object.keys(seen).length === 0 ? {} : { facts: seen }),
    })),
    note,
  };
}

/** When the newest of the live checks was made, to the minute; nothing where the person made them. */
function madeAt(observed: readonly Finding[]): readonly string[] {
  const newest = observed
    .flatMap(({ at }) => at ?? [])
    .sort()
    .at(-1);
  return newest === undefined ? [] : [`${newest.slice(0, 16).replace('T', ' ')} UTC`];
}

/** The conclusion first, then what the text alone speaks for. */
function considered(
  reading: Reading | null,
  conclusion: Conclusion | null,
): readonly { readonly cause: CauseId; readonly confidence: number }[] {
  const read = (reading?.causes ?? []).filter(({ cause }) => cause !== conclusion?.cause);
  return [...(conclusion === null ? [] : [conclusion]), ...read].slice(0, CAUSES_SHOWN);
}
