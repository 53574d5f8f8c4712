import { matches, matchesOf, type Paste } from './paste.js';

/** A phrase that programs print, and what it means. `source` tells where the phrase was documented or seen. */
export interface Rule<Value> {
  /** Without the `g` flag; must be safe from super-linear backtracking (test: patterns.test.ts). */
  readonly pattern: RegExp;
  readonly value: Value;
  readonly source: string;
}

/** Value of the first rule of a table that matches; tables are ordered, the most telling rule first. */
export function firstOf<Value>(rules: readonly Rule<Value>[], paste: Paste): Value | null {
  for (const { pattern, value } of rules) {
    if (matches(pattern, paste)) return value;
  }
  return null;
}

/** A phrase that holds a value in its first group (or the first of several groups that took part). */
export interface Capture {
  readonly pattern: RegExp;
  readonly source: string;
}

/**
 * First captured text that passes a grammar; the tables' order goes before the order in the text. Patterns have
 * the `g` flag.
 */
export function firstCapture<Value>(
  captures: readonly Capture[],
  paste: Paste,
  grammar: (captured: string) => Value | null,
): Value | null {
  for (const { pattern } of captures) {
    for (const match of matchesOf(pattern, paste)) {
      const captured = match.slice(1).find((group) => group !== undefined);
      const value = captured === undefined ? null : grammar(captured);
      if (value !== null) return value;
    }
  }
  return null;
}
