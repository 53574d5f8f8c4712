import type { SecretKind } from '../../knowledge/secret-kinds.js';

/** How many secrets of one kind were replaced; `count` >= 1. */
export interface SecretFinding {
  readonly kind: SecretKind;
  readonly count: number;
}

/** The cleaned text and what was taken out of it, in order of `secretKinds`; never holds a secret. */
export interface Redaction {
  readonly text: string;
  readonly secrets: readonly SecretFinding[];
}

/** A claim of one rule: characters `start` (inclusive) to `end` (exclusive) are a secret. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
}

/** The text that takes the place of a secret. */
export const markerOf = (kind: SecretKind): string => `[redacted:${kind}]`;
