import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { VENDOR_SHAPES } from '../../../src/diagnosis/redact/rules/signatures.js';
import { RULES } from '../../../src/diagnosis/redact/rules/table.js';
import { adversarial, benignLog } from './adversarial.js';

const SIZE = 65536;
/** CPU time on a slow shared machine; the worker of the bot is stopped after 250 ms of wall time. */
const BOUND_MS = 250;

/** User CPU milliseconds of the best of `runs`. */
function cost(text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage().user;
    redact(text);
    best = Math.min(best, (process.cpuUsage().user - before) / 1000);
  }
  return best;
}

// That no expression takes more than linear time is tested for all at once: test/architecture/regexes.test.ts.

describe('patterns', () => {
  const patterns = RULES.flatMap((rule) => {
    if ('scan' in rule) return [];
    if (rule.id === 'vendor')
      return VENDOR_SHAPES.map(([id, { source }]) => ({ id, pattern: new RegExp(source, 'g') }));
    return [rule.pattern, ...(rule.wrapped ? [rule.wrapped] : [])].map((pattern) => ({
      id: rule.id,
      pattern,
    }));
  });
  it('have ids of their own and a source', () => {
    const ids = RULES.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of RULES) expect(rule.source).not.toBe('');
  });
  it.each(patterns)('$id: every quantifier is bounded', ({ pattern }) => {
    // Outside classes and without escapes there is no `*`, `+` or `{n,}`.
    const bare = pattern.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');
    expect(bare).not.toMatch(/[*+]|\{\d+,\}/);
    expect(pattern.flags).toContain('g');
  });
});

describe('time', () => {
  redact(benignLog(SIZE));
  it('a log of 64 KB', () => {
    expect(cost(benignLog(SIZE), 10)).toBeLessThan(BOUND_MS / 5);
  });
  it('a log of 1 MB', () => {
    expect(cost(benignLog(1 << 20), 2)).toBeLessThan(BOUND_MS * 4);
  });
  it.each([...adversarial(SIZE)].map(([name, text]) => ({ name, text })))('$name', ({ text }) => {
    expect(cost(text, 3)).toBeLessThan(BOUND_MS);
  });
});
