import { beforeAll, describe, expect, test } from 'vitest';
import { isBounded, pumps } from '../support/pumps.js';
import { judge } from '../support/recheck.js';
import { samplesOf } from '../support/regex-samples.js';
import { exceptions } from './regex-exceptions.js';
import { exposed, type Regexes, regexesOf } from './regexes.js';

/**
 * No expression that meets pasted text may take more than linear time, wherever it stands: every literal and
 * every expression put together when a module is loaded.
 *
 * - With an unlimited repetition (`*`, `+`, `{2,}`): recheck must prove it safe.
 * - With limited ones only, time is linear by construction, and what counts is the factor. recheck needs
 *   minutes for these and then often cannot say, so the real engine is timed on texts that nearly match.
 */
const SIZE = 16 * 1024;
/** A linear expression takes about 1 ms for `SIZE`, a quadratic one hundreds. */
const LIMIT_MS = 40;

let found: Regexes = new Map();

beforeAll(async () => {
  found = await regexesOf(exposed);
});

const isException = (regex: RegExp) => exceptions.some((one) => String(one.regex) === String(regex));
const where = (regex: RegExp) => `${found.get(String(regex))?.paths.join(', ')}: ${regex}`;
const all = () => [...found.values()].map(({ regex }) => regex);

test('expressions are found', () => {
  expect(found.size).toBeGreaterThan(200);
});

test('recheck proves those with an unlimited repetition safe', { timeout: 300_000 }, async () => {
  const verdicts = await judge(all().filter((regex) => !isBounded(regex) && !isException(regex)));

  expect(verdicts.filter(({ safe }) => !safe).map(({ regex, why }) => `${where(regex)} is ${why}`)).toEqual(
    [],
  );
});

test('all are quick on texts that nearly match', { timeout: 300_000 }, () => {
  const slow = all()
    .filter((regex) => !isException(regex))
    .flatMap((regex) => pumps(regex, SIZE).map((text) => ({ regex, text, spent: timed(regex, text) })))
    .filter(({ spent }) => spent > LIMIT_MS);

  expect(
    slow.map(({ regex, text, spent }) => `${where(regex)}: ${spent} ms on ${text.slice(0, 80)}…`),
  ).toEqual([]);
});

describe('exceptions', () => {
  test('are all in use', () => {
    expect(exceptions.filter(({ regex }) => !found.has(String(regex)))).toEqual([]);
  });

  test.each(exceptions)(
    '$regex stays within its bound: $reason',
    ({ regex, longest, worst, milliseconds }) => {
      expect(timed(regex, worst(longest))).toBeLessThan(milliseconds);
    },
  );
});

describe('the judges', () => {
  test('recheck tells safe from unsafe', async () => {
    const verdicts = await judge([/^(?:a+)+$/, /\s+$/, /^a+b/u]);
    expect(verdicts.map(({ safe }) => safe)).toEqual([false, false, true]);
  });

  test('a limited repetition is told from an unlimited one', () => {
    expect([/a{1,9}b?[*+]\+/, /[^\]*]{2}/, /a{2,}/, /a*/, /(?:ab)+?/].map(isBounded)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('samples match what they were made from', () => {
    const made = all().filter(({ source }) => !/\(\?<?[=!]|\\[bB1-9]|[$^]/.test(source));
    const wrong = made.filter((regex) =>
      samplesOf(regex).some(
        (text) => !new RegExp(regex, regex.flags.replace(/[gy]/g, '')).test(text) && text !== '',
      ),
    );
    expect(wrong).toEqual([]);
    expect(made.length).toBeGreaterThan(100);
  });

  test('a large factor shows', () => {
    // Linear on paper; thousands of steps from every "a".
    const greedy = /a[^\n]{0,80}b[^\n]{0,100}c/;
    expect(Math.max(...pumps(greedy, SIZE).map((text) => timed(greedy, text)))).toBeGreaterThan(LIMIT_MS);
  });
});

/** Time to find every match; the best of three where the first was slow, since other work may have come between. */
function timed(regex: RegExp, text: string): number {
  const once = () => {
    const began = performance.now();
    for (const _ of text.matchAll(new RegExp(regex, `${regex.flags.replace('g', '')}g`)));
    return performance.now() - began;
  };
  const first = once();
  return first <= LIMIT_MS ? first : Math.min(first, once(), once());
}
