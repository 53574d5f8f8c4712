import { redact } from '../diagnosis/redact/redact.js';
import type { Help } from '../store/tally/case-step.js';
import { dayMs, spans } from '../store/tally/counted.js';
import type { Tallied } from '../store/tally/read.js';
import { isoDay, periodOf, periodsOf } from './periods.js';
import { type Asked, type Ending, endings, type Report, type Took, type Word } from './report.js';
import { type Count, FEWEST, told, toldBy } from './told.js';

type Row = Tallied['cases'][number];

/** Longest word that is shown. */
const LONGEST_WORD = 200;

/** Makes a report of what was counted. Pure. */
export function makeReport({ cases, askers, feedback }: Tallied, asked: Asked): Report {
  const { from, to, by, exact } = asked;
  const starts = periodsOf(from, to, by);
  const total = sum(cases);
  const byPeriod = (rows: readonly Row[]) =>
    told(
      starts.map((_, i) => sum(rows.filter(({ day }) => periodOf(day, starts) === i))),
      exact,
    );
  const ended = Object.fromEntries(
    endings.map((ending) => [ending, sum(cases.filter((row) => endingOf(row, to) === ending))]),
  ) as Record<Ending, number>;
  const took: readonly Took[] = [...spans, 'unknown'];
  const resolved = cases.filter((row) => row.resolved !== 0);
  const lasted = Object.fromEntries(
    took.map((span) => [span, sum(resolved.filter((row) => (row.took || 'unknown') === span))]),
  ) as Record<Took, number>;
  return {
    ...{ from: isoDay(from), to: isoDay(to), by, exact },
    cases: told([total], exact)[0] ?? null,
    periods: byPeriod(cases).map((count, i) => ({ from: isoDay(starts[i] ?? from), cases: count })),
    endings: toldBy(ended, exact),
    selfSolved: share(ended.alone, ended['with-request'] + ended['with-people'], exact),
    took: toldBy(lasted, exact),
    causes: groups(cases, ({ cause }) => cause || null).map(([cause, rows]) => ({
      cause,
      ...partsOf(rows, exact),
      periods: byPeriod(rows),
    })),
    platforms: askersOf(askers, 'platform', exact),
    languages: askersOf(askers, 'language', exact),
    feedback: opinions(feedback, asked, starts),
  };
}

function endingOf({ resolved, help, day }: Row, today: number): Ending {
  // What a newer version may have written counts as what it surely is.
  const helped: Partial<Record<string, Ending>> =
    resolved !== 0
      ? ({ none: 'alone', request: 'with-request', people: 'with-people' } satisfies Partial<
          Record<Help, Ending>
        >)
      : ({ request: 'requested', people: 'handed-over' } satisfies Partial<Record<Help, Ending>>);
  return helped[help] ?? (resolved !== 0 ? 'resolved' : day >= today - 1 ? 'under-way' : 'left');
}

function partsOf(rows: readonly Row[], exact: boolean) {
  const alone = sum(rows.filter((row) => row.resolved !== 0 && row.help === 'none'));
  const resolved = sum(rows.filter((row) => row.resolved !== 0));
  const parts = { alone, helped: resolved - alone, open: sum(rows) - resolved };
  return { cases: told([sum(rows)], exact)[0] ?? null, ...toldBy(parts, exact) };
}

/** Null where there is nothing to share, or where the share would tell a number that is not told. */
function share(part: number, rest: number, exact: boolean): number | null {
  const all = part + rest;
  const few = (count: number) => count > 0 && count < FEWEST;
  if (all === 0 || (!exact && (few(part) || few(rest)))) return null;
  return Math.round((part / all) * 100) / 100;
}

function askersOf(rows: Tallied['askers'], kind: string, exact: boolean): Readonly<Record<string, Count>> {
  const mine = rows.filter((row) => row.kind === kind);
  return toldBy(
    Object.fromEntries(groups(mine, ({ value }) => value).map(([value, some]) => [value, sum(some)])),
    exact,
  );
}

function opinions(
  rows: Tallied['feedback'],
  { exact, words }: Asked,
  starts: readonly number[],
): Report['feedback'] {
  const votes = (some: Tallied['feedback']) => {
    const helped = some.filter((it) => it.helped !== 0).length;
    return toldBy({ helped, unhelpful: some.length - helped }, exact);
  };
  const each = rows.map((row) => ({ ...row, cases: 1 }));
  return {
    ...votes(rows),
    causes: groups(each, ({ cause }) => cause).map(([cause, some]) => ({ cause, ...votes(some) })),
    words: words ? rows.flatMap((row) => wordOf(row, starts)) : null,
  };
}

/** A word passed the redactor when it was stored; the rules may have learned since. */
function wordOf(
  { helped, word, cause, at }: Tallied['feedback'][number],
  starts: readonly number[],
): readonly Word[] {
  if (helped !== 0 || word === null) return [];
  const line = redact(word)
    .text.replaceAll(/[\p{C}\s]+/gu, ' ')
    .trim();
  const period = starts[periodOf(Math.floor(at / dayMs), starts)];
  if (line === '' || period === undefined) return [];
  return [{ cause, period: isoDay(period), word: [...line].slice(0, LONGEST_WORD).join('') }];
}

function sum(rows: readonly { readonly cases: number }[]): number {
  return rows.reduce((all, { cases }) => all + cases, 0);
}

/** Rows by what they have in common, most cases first. */
function groups<R extends { readonly cases: number }, K>(
  rows: readonly R[],
  keyOf: (row: R) => K,
): readonly (readonly [K, readonly R[]])[] {
  const grouped = new Map<K, R[]>();
  for (const row of rows) grouped.set(keyOf(row), [...(grouped.get(keyOf(row)) ?? []), row]);
  return [...grouped].sort(([, a], [, b]) => sum(b) - sum(a));
}
