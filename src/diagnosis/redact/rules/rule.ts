import type { SecretKind } from '../kinds.js';
import type { Reader } from '../values.js';
import type { View } from '../view.js';

/** Takes characters `start`..`end` of the view for a secret. */
export type Claim = (start: number, end: number, kind: SecretKind) => void;

/**
 * A rule made of one pattern. Where `read` is given the pattern is only the head (`--password `) and the value is
 * read from its end by hand, which keeps quantifiers out of the patterns; otherwise the whole match is the secret.
 */
export interface PatternRule {
  readonly id: string;
  readonly kind: SecretKind;
  /** Lower-case texts; the rule runs only where one of them occurs. Empty = always. */
  readonly needles: readonly string[];
  /**
   * Global; every quantifier bounded. A group `left` (in a look-behind) is part of the secret: it lets the search
   * start at the signature in the middle instead of at every character.
   */
  readonly pattern: RegExp;
  readonly read?: Reader;
  /** Decides on the value (default: no stand-in); called after the reader. */
  readonly accept?: (value: string, quote: string) => boolean;
  /** Also tried on the text with line breaks taken out: exact length, no borders. */
  readonly wrapped?: RegExp;
  /** Where the shape is described. */
  readonly source: string;
}

/** A rule that walks the text by itself, because a pattern would not be linear. */
export interface ScanRule {
  readonly id: string;
  readonly needles: readonly string[];
  readonly scan: (view: View, claim: Claim) => void;
  readonly source: string;
}

export type Rule = PatternRule | ScanRule;
