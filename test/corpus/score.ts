import { diagnosisJson } from '../../src/cli/diagnosis-json.js';
import { diagnose } from '../../src/diagnosis/diagnose.js';
import type { CorpusLine } from './corpus.js';

/** So many of so many. */
export interface Share {
  readonly of: number;
  readonly hit: number;
}

export interface Miss {
  readonly id: string;
  readonly expected: string;
  readonly got: string;
}

/** How one entity key did over all texts where it is labelled. */
export interface EntityScore {
  readonly right: number;
  readonly missing: number;
  readonly wrong: number;
}

export interface Score {
  readonly firstCause: Share;
  /** Of the texts whose thread settled the cause: exactly that one comes first. */
  readonly settledExact: Share;
  /** Texts that got an answer other than `unknown`. */
  readonly answered: Share;
  readonly notAcrRefused: Share;
  /** Texts about ACR that were not refused. */
  readonly acrAccepted: Share;
  readonly entitiesRight: Share;
  readonly entitiesNotWrong: Share;
  readonly entities: ReadonlyMap<string, EntityScore>;
  readonly misses: readonly Miss[];
  readonly entityMisses: readonly Miss[];
}

interface Judged {
  readonly line: CorpusLine;
  readonly first: string;
  readonly entities: readonly {
    readonly key: string;
    readonly expected: string;
    readonly got: string | undefined;
  }[];
}

/** Diagnoses every line and compares with its labels. */
export function score(lines: readonly CorpusLine[]): Score {
  const judged = lines.map(judge);
  const share = (among: readonly Judged[], hit: (one: Judged) => boolean): Share => ({
    of: among.length,
    hit: among.filter(hit).length,
  });
  const isNotAcr = ({ line }: Judged) => line.causes[0] === 'not-acr';
  const right = ({ line, first }: Judged) => line.causes.includes(first);
  const labels = judged.flatMap(({ line, entities }) => entities.map((label) => ({ ...label, id: line.id })));
  return {
    firstCause: share(judged, right),
    settledExact: share(
      judged.filter(({ line }) => line.settled),
      ({ line, first }) => first === line.causes[0],
    ),
    answered: share(judged, ({ first }) => first !== 'unknown'),
    notAcrRefused: share(judged.filter(isNotAcr), ({ first }) => first === 'not-acr'),
    acrAccepted: share(
      judged.filter(({ line }) => !line.causes.includes('not-acr')),
      ({ first }) => first !== 'not-acr',
    ),
    entitiesRight: { of: labels.length, hit: labels.filter(isRight).length },
    entitiesNotWrong: {
      of: labels.length,
      hit: labels.filter((one) => one.got === undefined || isRight(one)).length,
    },
    entities: byKey(labels),
    misses: judged
      .filter((one) => !right(one))
      .map(({ line, first }) => ({ id: line.id, expected: line.causes.join(' | '), got: first })),
    entityMisses: labels
      .filter((one) => !isRight(one))
      .map(({ id, key, expected, got }) => ({ id, expected: `${key}=${expected}`, got: got ?? '–' })),
  };
}

function judge(line: CorpusLine): Judged {
  // What the command line prints is what is judged from outside.
  const { causes, entities } = diagnosisJson(diagnose(line.text), false);
  return {
    line,
    first: causes[0]?.id ?? 'unknown',
    entities: Object.entries(line.entities).map(([key, expected]) => ({ key, expected, got: entities[key] })),
  };
}

interface Label {
  readonly key: string;
  readonly expected: string;
  readonly got: string | undefined;
}

function isRight({ key, expected, got }: Label): boolean {
  // Names of registries know no case.
  if (key === 'registry' || key === 'login_server') return got?.toLowerCase() === expected.toLowerCase();
  return got === expected;
}

function byKey(labels: readonly Label[]): ReadonlyMap<string, EntityScore> {
  const scores = new Map<string, EntityScore>();
  for (const label of labels) {
    const { right, missing, wrong } = scores.get(label.key) ?? { right: 0, missing: 0, wrong: 0 };
    const isMissing = label.got === undefined;
    scores.set(label.key, {
      right: right + (isRight(label) ? 1 : 0),
      missing: missing + (isMissing ? 1 : 0),
      wrong: wrong + (!isMissing && !isRight(label) ? 1 : 0),
    });
  }
  return scores;
}
