import { type CauseId, causes } from '../../knowledge/causes.js';
import type { Symptom } from '../../knowledge/vocabulary.js';
import type { Heard, RankedCause, Reading } from '../reading.js';
import type { Voice } from '../voice.js';
import { aboutAcr } from './about.js';
import { type Matches, match } from './match.js';
import { withoutOwnTroubles } from './own-troubles.js';
import { heardBy, type Weighed, weigh } from './score.js';
import { type SignatureId, signature } from './signatures.js';

/** What the recogniser says about one text. */
export interface Recognition {
  readonly aboutAcr: boolean;
  /** Best first; never empty. */
  readonly causes: readonly RankedCause[];
  /** Every signature that matched, strongest first. */
  readonly signatures: readonly SignatureId[];
  readonly symptom: Symptom | null;
  readonly printed: Heard | null;
  readonly stated: Heard | null;
  readonly quoted: Reading['quoted'];
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
/** What becomes of the share of a cause for which only guesses speak, beside words that are none. */
const GUESS = 0.3;

/** What a repository of code is called says nothing about the fault: `repo:team/signalr-demo:ref:…`. */
const REPOSITORY_OF_CODE = /(\brepo:|\bgithub\.com\/)[\w.-]{1,100}\/[\w.-]{1,100}/g;

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

/** Strongest first. */
function signaturesOf({ own, foreign }: Matches): readonly SignatureId[] {
  return [...own, ...foreign].sort((a, b) => strongestVote(b) - strongestVote(a));
}

/** The row of what speaks loudest for a cause, else of the strongest signature. */
function symptomOf(entry: Weighed | undefined, signatures: readonly SignatureId[]): Symptom | null {
  const decisive = entry?.evidence[0] ?? signatures[0];
  return decisive === undefined ? null : signature(decisive).symptom;
}

function weighed(matches: Matches, named: boolean): readonly Weighed[] {
  return weigh(matches, named).filter(({ weight }) => weight >= THRESHOLD);
}

/** What some voices say by themselves; null where they say nothing. */
function heard(matches: Matches, named: boolean, ears: readonly Voice[]): Heard | null {
  const part = heardBy(matches, ears);
  const signatures = signaturesOf(part);
  if (signatures.length === 0) return null;
  const causes = weighed(part, named);
  const { cause, confidence } = shares(causes)[0] ?? { cause: 'unknown', confidence: 0 };
  return { cause, confidence, symptom: symptomOf(causes[0], signatures) };
}

/** Behind the causes that are stated those that somebody only asks about or supposes, so that they get their answer. */
function withGuesses(stated: readonly RankedCause[], all: readonly RankedCause[]): readonly RankedCause[] {
  const guessed = all.filter(({ cause }) => !stated.some((it) => it.cause === cause));
  return [
    ...stated,
    ...guessed.map((it) => ({ ...it, confidence: Math.round(it.confidence * GUESS * 100) / 100 })),
  ];
}

/**
 * Ranks the causes of a normalised, redacted text. Pure; linear in the text's length.
 *
 * @param text output of `normalise`, secrets replaced
 */
export function recognise(text: string): Recognition {
  const told = withoutOwnTroubles(text).replace(REPOSITORY_OF_CODE, '$1');
  const matches = match(told);
  const { about, named } = aboutAcr(told, matches);
  const printed = heard(matches, named, ['printed']);
  const stated = heard(matches, named, ['printed', 'told']);
  const all = weighed(matches, named);
  const sure = stated !== null && stated.cause !== 'unknown';
  const causes = sure ? weighed(heardBy(matches, ['printed', 'told']), named) : all;
  const signatures = signaturesOf(matches);
  const [top] = causes;
  const common = {
    printed,
    stated,
    quoted: Object.fromEntries(matches.quoted),
    signatures,
    strength: top?.weight ?? 0,
  };
  // What a program printed is what was seen; a guess about it is not.
  const seen = printed?.symptom ?? stated?.symptom ?? null;
  if (!about) {
    const others = causes.filter(({ cause }) => cause !== 'not-acr');
    const elsewhere = causes.find(({ cause }) => cause === 'not-acr');
    const first = ranked('not-acr', elsewhere || others.length === 0 ? 0.95 : 0.8, elsewhere);
    return {
      ...common,
      aboutAcr: false,
      causes: [first, ...shares(others).map((entry) => ({ ...entry, confidence: entry.confidence * 0.2 }))],
      symptom: symptomOf(elsewhere ?? top, signatures),
    };
  }
  return {
    ...common,
    aboutAcr: top?.cause !== 'not-acr',
    causes:
      top === undefined ? [ranked('unknown', 0.5, undefined)] : withGuesses(shares(causes), shares(all)),
    symptom: seen ?? symptomOf(top, signatures),
  };
}
