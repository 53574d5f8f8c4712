import { describe, expect, test } from 'vitest';
import { makeReport } from '../../src/report/make.js';
import { periodsOf } from '../../src/report/periods.js';
import type { Asked } from '../../src/report/report.js';
import type { Tallied } from '../../src/store/tally/read.js';

/** Monday, 2 March 2026. */
const monday = Date.parse('2026-03-02') / 86_400_000;
const asked: Asked = { from: monday - 3, to: monday + 8, by: 'week', exact: true, words: true };
const row = { day: monday, cause: 'role-missing', resolved: 1, help: 'none', took: '5m', cases: 4 };

function report(some: Partial<Tallied>, more: Partial<Asked> = {}) {
  return makeReport({ cases: [], askers: [], feedback: [], ...some }, { ...asked, ...more });
}

describe('a report', () => {
  test.each([
    [{ resolved: 1, help: 'none' }, 'alone'],
    [{ resolved: 1, help: 'request' }, 'with-request'],
    [{ resolved: 1, help: 'people' }, 'with-people'],
    [{ resolved: 1, help: 'unknown' }, 'resolved'],
    [{ resolved: 1, help: 'of-the-future' }, 'resolved'],
    [{ resolved: 0, help: 'request' }, 'requested'],
    [{ resolved: 0, help: 'people' }, 'handed-over'],
    [{ resolved: 0, help: 'none', day: monday + 7 }, 'under-way'],
    [{ resolved: 0, help: 'none', day: monday + 6 }, 'left'],
  ])('says how a case ended: %j', (some, ending) => {
    const { endings } = report({ cases: [{ ...row, took: '', ...some }] });
    expect(Object.entries(endings).filter(([, count]) => count !== 0)).toEqual([[ending, 4]]);
  });

  test('shares what was resolved by those of whom it is known how', () => {
    const cases = [
      row,
      { ...row, help: 'people', cases: 12 },
      { ...row, help: 'unknown', took: '', cases: 90 },
      { ...row, resolved: 0, took: '', cases: 50 },
    ];
    expect(report({ cases }).selfSolved).toBe(0.25);
    expect(report({ cases }).took).toMatchObject({ '5m': 16, unknown: 90 });
    expect(report({}).selfSolved).toBeNull();
    // The share would tell that it was one.
    const few = [row, { ...row, help: 'people', cases: 1 }];
    expect(report({ cases: few }, { exact: false }).selfSolved).toBeNull();
  });

  test('puts causes in order, each over the periods', () => {
    const cases = [
      { ...row, cause: '', resolved: 0, took: '', cases: 5 },
      { ...row, day: monday - 1, cases: 3 },
      { ...row, day: monday + 7, help: 'request', cases: 3 },
      { ...row, cause: 'of-the-future', cases: 1 },
    ];
    const { causes, periods } = report({ cases });
    expect(periods).toEqual([
      { from: '2026-02-27', cases: 3 },
      { from: '2026-03-02', cases: 6 },
      { from: '2026-03-09', cases: 3 },
    ]);
    expect(causes).toEqual([
      { cause: 'role-missing', cases: 6, alone: 3, helped: 3, open: 0, periods: [3, 0, 3] },
      { cause: null, cases: 5, alone: 0, helped: 0, open: 5, periods: [0, 5, 0] },
      { cause: 'of-the-future', cases: 1, alone: 1, helped: 0, open: 0, periods: [0, 1, 0] },
    ]);
    expect(report({ cases }, { exact: false }).causes[2]).toMatchObject({ cases: null, alone: null });
  });

  test('shows words only of 👎, where they were asked for, without secrets and in one short line', () => {
    const at = monday * 86_400_000;
    const feedback = [
      { cause: 'role-missing', helped: 0, word: 'bad\u001b[31m\n  password=Hunter2Hunter2\u202e', at },
      { cause: null, helped: 0, word: 'x'.repeat(900), at: at - 1 },
      { cause: null, helped: 1, word: 'thanks', at },
      { cause: null, helped: 0, word: ' \n', at },
    ];
    const { words, helped, unhelpful, causes } = report({ feedback }).feedback;
    expect([helped, unhelpful, causes.length]).toEqual([1, 3, 2]);
    expect(words).toHaveLength(2);
    expect(words?.[0]).toMatchObject({ cause: 'role-missing', period: '2026-03-02' });
    expect(words?.[0]?.word).toMatch(/^bad \[31m password=/);
    expect(JSON.stringify(words)).not.toMatch(/Hunter2|\\u001b|\u202e|\n/);
    expect(words?.[1]).toEqual({ cause: null, period: '2026-02-27', word: 'x'.repeat(200) });
    expect(report({ feedback }, { words: false }).feedback.words).toBeNull();
  });
});

test('periods begin on Mondays, and on the first of a month', () => {
  const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [monday - 3, monday + 31];
  expect(periodsOf(from, to, 'day')).toHaveLength(35);
  expect(periodsOf(from, monday + 8, 'week').map(iso)).toEqual(['2026-02-27', '2026-03-02', '2026-03-09']);
  expect(periodsOf(from, to, 'month').map(iso)).toEqual(['2026-02-27', '2026-03-01', '2026-04-01']);
});
