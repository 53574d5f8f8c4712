import { checkSync } from 'recheck';
import { expect } from 'vitest';

const LONGEST_TEXT = 64 * 1024;

/** Time that one pattern may take on the worst text of full length; quadratic ones take seconds. */
const BUDGET_MS = 150;

/**
 * Asserts that a pattern takes time linear in the text. Where recheck can decide (its automaton), its word
 * counts. Where it can only guess, it takes any bounded repetition for a polynomial: there its own attack, made
 * as long as the longest text, must be harmless.
 */
export function expectSafe(source: string, flags: string): void {
  const verdict = checkSync(source, flags, {
    timeout: 800,
    maxIteration: 3,
    maxAttackStringSize: 16_384,
    incubationTimeout: 250,
    attackTimeout: 250,
  });
  if (verdict.status !== 'vulnerable') return;
  expect(verdict.checker, verdict.attack.pattern).toBe('fuzz');
  const { string } = verdict.attack;
  const text = string.repeat(Math.ceil(LONGEST_TEXT / Math.max(1, string.length))).slice(0, LONGEST_TEXT);
  const pattern = new RegExp(source, flags.includes('g') ? flags : `${flags}g`);
  expect(
    shortestRun(() => Array.from(text.matchAll(pattern))),
    verdict.attack.pattern,
  ).toBeLessThan(BUDGET_MS);
}

/** Shortest of three runs in ms: a machine under load lengthens some, a quadratic algorithm all. */
export function shortestRun(run: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}
