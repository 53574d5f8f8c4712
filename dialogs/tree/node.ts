import type { AskId, OptionOf } from '../../src/knowledge/asks.js';
import type { CauseId } from '../../src/knowledge/causes.js';
import type { CheckId, VerdictOf } from '../../src/knowledge/checks.js';
import type { PassageId } from '../../src/knowledge/passages.js';

/** Answer that every question and every check takes: the person doesn't know, or the check could not run. */
export const UNKNOWN = 'unknown';
export type Unknown = typeof UNKNOWN;

/** Questions that a node may demand before it is shown, where neither paste nor earlier answers tell. */
export type Need =
  | 'registry'
  | 'auth-method'
  | 'operation'
  | 'environment'
  | 'client-id'
  | 'token-name'
  | 'cluster-name';

interface Common {
  /** Asked first, in order, when not known. They do not branch here; they make cause or fix exact. */
  readonly needs?: readonly Need[];
  /** Passages of the two seed documents that this node carries out. */
  readonly passages?: readonly PassageId[];
}

/** A question to the person. `to` maps every option to a node: a missing option does not compile. */
export type AskNode<N extends string> = {
  [A in AskId]: Common & {
    readonly kind: 'ask';
    readonly ask: A;
    readonly to: Readonly<Record<OptionOf<A> | Unknown, N>>;
  };
}[AskId];

/** A check. `to` maps every verdict to a node: an unhandled verdict does not compile. */
export type CheckNode<N extends string> = {
  [C in CheckId]: Common & {
    readonly kind: 'check';
    readonly check: C;
    readonly to: Readonly<Record<VerdictOf<C> | Unknown, N>>;
  };
}[CheckId];

/**
 * How the tree knows. `shown`: the evidence says it. `likely`: the documented reading. `by-exclusion`: all else
 * was ruled out. `possible`: best guess with the means at hand.
 */
export type Certainty = 'shown' | 'likely' | 'by-exclusion' | 'possible';

export interface OutcomeNode extends Common {
  readonly kind: 'outcome';
  readonly cause: CauseId;
  readonly certainty: Certainty;
}

export type Node<N extends string> = AskNode<N> | CheckNode<N> | OutcomeNode;

/** Checks at compile time that every link of a tree leads to one of its nodes. */
export function defineTree<const T extends Record<string, Node<keyof T & string>>>(tree: T): T {
  return tree;
}
