import { type CauseId, causes } from '../../knowledge/causes.js';
import type { Symptom } from '../../knowledge/vocabulary.js';
import type { RankedCause } from '../reading.js';
import { aboutAcr } from './about.js';
import { match } from './match.js';
import { type Weighed, weigh } from './score.js';
import { type SignatureId, signature } from './signatures.js';

/** What the recogniser says about one text. */
export interface Recognition {
  readonly aboutAcr: boolean;
  /** Best first; never empty. */
  readonly causes: readonly RankedCause[];
  /** Every signature that matched, strongest first. */
  readonly signatures: readonly SignatureId[];
  readonly symptom: Symptom | null;
  /** Weight of the best cause: comparable between the windows of one file. */
  readonly strength: number;
}

/** Below this weight a cause is no more than a guess. */
const THRESHOLD = 1.9;
/** Weight that "something else" keeps in every comparison. */
const DOUBT = 3;
/** Spread of the weights: how many points of lead make a cause e times as likely. */
const SPREAD = 1.7;
/** Causes with a smaller share are not shown. */
const SMALLEST_SHARE = 0.02;

function strongestVote(id: SignatureId): number {
  return Math.max(0, ...Object.values(signature(id).votes));
}

function ranked(cause: CauseId, confidence: number, from: Weighed | undefined): RankedCause {
  return {
    cause,
    family: causes[cause],
    confidence: Math.round(Math.min(confidence, 0.98) * 100) / 100,
    evidence: from?.evidence ?? [],
    against: from?.against ?? [],
  };
}

function shares(weighed: readonly Weighed[]): readonly RankedCause[] {
  const mass = (weight: number) => Math.exp(Math.min(weight, 40) / SPREAD);
  const total = weighed.reduce((sum, { weight }) => sum + mass(weight), mass(DOUBT));
  return weighed
    .map((entry) => ranked(entry.cause, mass(entry.weight) / total, entry))
    .filter(({ confidence }, i) => i === 0 || confidence >= SMALLEST_SHARE);
}

/**
 * Ranks the causes of a normalised, redacted text. Pure; linear in the text's length.
 *
 * @param text output of `normalise`, secrets replaced
 */
export function recognise(text: string): Recognition {
  const matches = match(text);
  const { about, named } = aboutAcr(text, matches);
  const weighed = weigh(matches, named).filter(({ weight }) => weight >= THRESHOLD);
  const signatures = [...matches.own, ...matches.foreign].sort((a, b) => strongestVote(b) - strongestVote(a));
  const top = weighed[0];
  const strength = top?.weight ?? 0;
  const symptomOf = (entry: Weighed | undefined): Symptom | null => {
    const decisive = entry?.evidence[0] ?? signatures[0];
    return decisive === undefined ? null : signature(decisive).symptom;
  };
  if (!about) {
    const others = weighed.filter(({ cause }) => cause !== 'not-acr');
    const elsewhere = weighed.find(({ cause }) => cause === 'not-acr');
    const first = ranked('not-acr', elsewhere || others.length === 0 ? 0.95 : 0.8, elsewhere);
    return {
      aboutAcr: false,
      causes: [first, ...shares(others).map((entry) => ({ ...entry, confidence: entry.confidence * 0.2 }))],
      signatures,
      symptom: symptomOf(elsewhere ?? top),
      strength,
    };
  }
  if (top === undefined) {
    return {
      aboutAcr: true,
      causes: [ranked('unknown', 0.5, undefined)],
      signatures,
      symptom: symptomOf(top),
      strength,
    };
  }
  return {
    aboutAcr: top.cause !== 'not-acr',
    causes: shares(weighed),
    signatures,
    symptom: symptomOf(top),
    strength,
  };
}
