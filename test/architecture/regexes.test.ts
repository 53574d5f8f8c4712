import { expect, test } from 'vitest';
import { judge } from '../support/recheck.js';
import { exceptions } from './regex-exceptions.js';
import { exposed, regexesOf } from './regexes.js';

/** Seconds for each, on a clean checkout; afterwards the verdicts are remembered. */
const TIMEOUT_MS = 300_000;

test(
  'no expression that meets pasted text takes more than linear time',
  async () => {
    const found = await regexesOf(exposed);
    const judged = [...found].filter(
      ([literal]) => !exceptions.some(({ regex }) => String(regex) === literal),
    );

    const verdicts = await judge(judged.map(([, { regex }]) => regex));

    const unsafe = verdicts.filter(({ safe }) => !safe);
    expect(
      unsafe.map(({ regex, why }) => `${found.get(String(regex))?.paths.join(', ')}: ${regex} is ${why}`),
    ).toEqual([]);
    expect(found.size).toBeGreaterThan(200);
  },
  TIMEOUT_MS,
);

test('every exception is still in use', async () => {
  const found = await regexesOf(exposed);
  expect(exceptions.filter(({ regex }) => !found.has(String(regex)))).toEqual([]);
});

test('an unsafe expression is noticed, and a safe one passes', async () => {
  const verdicts = await judge([/^(?:a+)+$/, /\s+$/, /^a+b/u]);
  expect(verdicts.map(({ safe }) => safe)).toEqual([false, false, true]);
});

test.each(exceptions)('$regex stays within its bound: $reason', ({ regex, worst, milliseconds }) => {
  const text = worst(64 * 1024);
  const began = performance.now();
  text.match(regex);
  expect(performance.now() - began).toBeLessThan(milliseconds);
});
