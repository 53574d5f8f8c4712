import { type Measure, ratio } from './floors.js';
import type { Miss, Score } from './score.js';

const headings: Readonly<Record<Measure, string>> = {
  firstCause: 'first cause right',
  settledExact: 'settled cause exact',
  answered: 'answered, not unknown',
  notAcrRefused: 'not-acr refused',
  acrAccepted: 'ACR not refused',
  entitiesRight: 'entities right',
  entitiesNotWrong: 'entities not wrong',
};

export const measures = Object.keys(headings) as readonly Measure[];

/** Only the reader who asked for the report sees it; a run of all tests stays quiet. */
export const wanted = process.env['npm_lifecycle_event'] === 'corpus';

/** A table with a column for each part of the corpus. */
export function table(columns: Readonly<Record<string, Score>>): string {
  const scores = Object.values(columns);
  const rows = [
    ['', ...Object.keys(columns)],
    ...measures.map((measure) => [
      headings[measure],
      ...scores.map((score) => {
        const { hit, of } = score[measure];
        return `${hit}/${of} ${(ratio(score[measure]) * 100).toFixed(1)} %`;
      }),
    ]),
    ...entityKeys(scores).map((key) => [
      `  ${key}: right/missing/wrong`,
      ...scores.map(({ entities }) => {
        const { right, missing, wrong } = entities.get(key) ?? { right: 0, missing: 0, wrong: 0 };
        return `${right}/${missing}/${wrong}`;
      }),
    ]),
  ];
  return rows
    .map(([head = '', ...cells]) => head.padEnd(38) + cells.map((it) => it.padStart(22)).join(''))
    .join('\n');
}

function entityKeys(scores: readonly Score[]): readonly string[] {
  return [...new Set(scores.flatMap(({ entities }) => [...entities.keys()]))];
}

/** Misses with what was expected: for texts that rules may be written from. */
export function missList(title: string, misses: readonly Miss[]): string {
  return [
    `${title}: ${misses.length}`,
    ...misses.map((it) => `  ${it.id}: ${it.expected}, got ${it.got}`),
  ].join('\n');
}

/** Ids alone: for texts held aside, on which nobody shall tune. */
export function idList(title: string, misses: readonly Miss[]): string {
  return `${title}: ${[...new Set(misses.map(({ id }) => id))].join(' ') || 'none'}`;
}
