import type { SecretKind } from '../../../knowledge/secret-kinds.js';
import type { Reader } from '../values.js';
import type { View } from '../view.js';

/** The ASCII characters of a class, for tests by code: 1 = belongs to it. */
export function codesOf(chars: RegExp): Uint8Array {
  return Uint8Array.from({ length: 128 }, (_, code) => Number(chars.test(String.fromCharCode(code))));
}

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
  /** Global; every quantifier bounded. */
  readonly pattern: RegExp;
  /**
   * Where the pattern begins at the signature in the middle of a key: `min` to `max` characters before it belong to
   * the key. Read by hand, so that the search does not begin at every character.
   */
  readonly left?: { readonly codes: Uint8Array; readonly min: number; readonly max: number } | undefined;
  readonly read?: Reader;
  /** Decides on the value (default: no stand-in); called after the reader. */
  readonly accept?: (value: string, quote: string) => boolean;
  /** Also tried over line breaks: exact length (and `left.max`), no borders. */
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

/**
 * Where a key begins whose signature stands at `at`.
 * @returns offset, or undefined when fewer than `least` characters of the key stand before it
 */
export function leftEnd(
  text: string,
  at: number,
  rule: PatternRule,
  least = rule.left?.min ?? 0,
): number | undefined {
  const { left } = rule;
  if (!left) return at;
  let start = at;
  while (start > 0 && at - start < left.max && left.codes[text.charCodeAt(start - 1)] === 1) start -= 1;
  return at - start >= least ? start : undefined;
}
