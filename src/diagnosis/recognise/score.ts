import type { CauseId } from '../../knowledge/causes.js';
import type { Voice } from '../voice.js';
import type { Matches } from './match.js';
import type { Rule, Trait } from './rules/rule.js';
import { rules } from './rules/rules.js';
import type { Votes } from './signature.js';
import { type SignatureId, signature } from './signatures.js';

/** A cause with its weight and the signatures that spoke for and against it, strongest first. */
export interface Weighed {
  readonly cause: CauseId;
  readonly weight: number;
  readonly evidence: readonly SignatureId[];
  readonly against: readonly SignatureId[];
}

/** An error of another registry in the text speaks for "not about ACR" once, however often it is repeated. */
const FOREIGN_VOTE = 6;

function traitsOf(matches: Matches, named: boolean): ReadonlySet<Trait> {
  const traits = new Set<Trait>([...matches.own, ...matches.marks]);
  // Clusters pull: a push beside the name of one is that of a person or a pipeline.
  if (traits.has('push-request') && !traits.has('cluster-event')) traits.delete('kubernetes');
  if (named) traits.add('acr-named');
  if (matches.acrHost) traits.add('acr-host');
  if (matches.capitals) traits.add('acr-host-in-capitals');
  if (matches.otherHost) traits.add('other-host');
  if (matches.publicHost) traits.add('public-host');
  return traits;
}

function holds({ all = [], any = [], none = [] }: Rule, traits: ReadonlySet<Trait>): boolean {
  return (
    all.every((trait) => traits.has(trait)) &&
    (any.length === 0 || any.some((trait) => traits.has(trait))) &&
    !none.some((trait) => traits.has(trait))
  );
}

// Object.entries widens the keys; those of a Votes are exactly CauseId.
const entries = (votes: Votes) => Object.entries(votes) as [CauseId, number][];

/** Weight of a vote that outdoes the fallbacks. */
const CLEAR_VOTE = 3;

/** Whether a signature is the words of a program, and clear ones. */
function speaks(id: SignatureId): boolean {
  const { fallback, votes } = signature(id);
  return !fallback && Object.values(votes).some((vote) => vote >= CLEAR_VOTE);
}

/** The same with those signatures only that certain voices say; circumstances and hosts stay. */
export function heardBy(matches: Matches, ears: readonly Voice[]): Matches {
  const heard = (ids: ReadonlySet<SignatureId>): ReadonlySet<SignatureId> =>
    new Set([...ids].filter((id) => ears.includes(matches.voices.get(id) ?? 'printed')));
  return {
    ...matches,
    own: heard(matches.own),
    foreign: heard(matches.foreign),
    public: heard(matches.public),
  };
}

/**
 * Adds up what signatures and rules say; heaviest first.
 *
 * @param named the registry itself is named in the text
 */
export function weigh(matches: Matches, named: boolean): readonly Weighed[] {
  const weights = new Map<CauseId, number>();
  const spoke = new Map<CauseId, [SignatureId, number][]>();
  const add = (cause: CauseId, vote: number) => weights.set(cause, (weights.get(cause) ?? 0) + vote);
  const count = (id: SignatureId, votes: Votes) => {
    for (const [cause, vote] of entries(votes)) {
      add(cause, vote);
      spoke.set(cause, [...(spoke.get(cause) ?? []), [id, vote]]);
    }
  };
  const printed = [...matches.own].some((id) => speaks(id));
  for (const id of matches.own) {
    if (!(printed && signature(id).fallback)) count(id, signature(id).votes);
  }
  for (const id of matches.public) {
    // The registry's own software serves MCR: what is missing there is named in the same words.
    if (signature(id).symptom === 'image-missing') count(id, signature(id).votes);
  }
  const refused = [...matches.foreign].filter(
    (id) => !(matches.public.has(id) && signature(id).symptom === 'image-missing'),
  );
  if (refused.length > 0) add('not-acr', FOREIGN_VOTE);
  const traits = traitsOf(matches, named);
  for (const rule of rules) {
    if (!holds(rule, traits)) continue;
    for (const [cause, vote] of entries(rule.votes)) add(cause, vote);
  }
  return [...weights]
    .map(([cause, weight]) => {
      const voices = (spoke.get(cause) ?? []).sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]));
      return {
        cause,
        weight,
        evidence: voices.filter(([, vote]) => vote > 0).map(([id]) => id),
        against: voices.filter(([, vote]) => vote < 0).map(([id]) => id),
      };
    })
    .sort((a, b) => b.weight - a.weight);
}
