import type { MarkId } from '../marks/marks.js';
import type { Votes } from '../signature.js';
import type { SignatureId } from '../signatures.js';

/** A signature or a circumstance. */
export type Trait =
  | SignatureId
  | MarkId
  | 'acr-host'
  | 'acr-host-in-capitals'
  | 'acr-named'
  | 'other-host'
  | 'public-host';

/** Votes that hold only together with others. */
export interface Rule {
  /** English, for maintainers: what the combination says. */
  readonly why: string;
  /** All of these. */
  readonly all?: readonly Trait[];
  /** And one of these. */
  readonly any?: readonly Trait[];
  /** And none of these. */
  readonly none?: readonly Trait[];
  readonly votes: Votes;
}
