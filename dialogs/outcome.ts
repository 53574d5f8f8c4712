import type { Reading } from '../src/diagnosis/reading.js';
import type { CauseId } from '../src/knowledge/causes.js';
import { refutedBy } from './refuted.js';
import type { Certainty, OutcomeNode } from './tree/node.js';
import { type NodeId, tree } from './tree/tree.js';
import type { Answers, Position } from './walk.js';

/** The leaf that is shown, and how sure the bot is of it. */
export interface Conclusion {
  readonly node: NodeId;
  readonly cause: CauseId;
  readonly certainty: Certainty;
  /** 0–1. */
  readonly confidence: number;
}

/** The number behind the words, where the text adds nothing. */
const base: Readonly<Record<Certainty, number>> = {
  shown: 0.95,
  likely: 0.8,
  'by-exclusion': 0.7,
  possible: 0.45,
};

const nothing: readonly CauseId[] = ['unknown', 'not-acr'];

/**
 * Chooses what to conclude at a leaf. Where the tree could only guess (`possible`) and the text speaks louder
 * for another cause, the text wins; causes that the person has ruled out, or whose opposite was answered, are
 * passed over. Pure.
 */
export function conclude(
  position: Extract<Position, { kind: 'outcome' }>,
  reading: Reading | null,
  ruledOut: readonly CauseId[] = [],
  observed: Answers = {},
): Conclusion {
  const { outcome, node, path } = position;
  const out = [...ruledOut, ...refutedBy(path, observed).map(({ cause }) => cause)];
  const fromText = (reading?.causes ?? []).find(
    ({ cause }) => !out.includes(cause) && !nothing.includes(cause),
  );
  const own = { node, cause: outcome.cause, certainty: outcome.certainty };
  if (!ruledOut.includes(outcome.cause)) {
    const guess = outcome.certainty === 'possible' && fromText !== undefined;
    if (!guess || fromText.cause === outcome.cause || fromText.confidence <= base.possible) {
      return { ...own, confidence: confidenceOf(outcome, reading) };
    }
  }
  if (fromText !== undefined) {
    const leaf = leafOf(fromText.cause);
    return { node: leaf, cause: fromText.cause, certainty: 'possible', confidence: fromText.confidence };
  }
  return { node: 'unknown', cause: 'unknown', certainty: 'possible', confidence: 0.2 };
}

/** The plain leaf of a cause. */
export function leafOf(cause: CauseId): NodeId {
  // Every cause has a leaf of its own name (tested), so the look-up cannot miss.
  return cause in tree ? (cause as NodeId) : 'unknown';
}

function confidenceOf(outcome: OutcomeNode, reading: Reading | null): number {
  const read = reading?.causes.find(({ cause }) => cause === outcome.cause)?.confidence ?? 0;
  return Math.max(base[outcome.certainty], outcome.certainty === 'possible' ? 0 : Math.min(read, 0.99));
}
