import { expect, test } from 'vitest';
import { auditRow, genesis, purgedEvent } from '../../../src/access/audit.js';
import { watchChores } from '../../../src/access/executor/watch-chores.js';
import type { AuditRow } from '../../../src/access/ledger.js';
import { recordedMetrics } from '../../support/recorded-metrics.js';

const NOW = 1_800_000_000_000;

/** What one look at both measures. */
async function looked(rows: readonly AuditRow[] | (() => readonly AuditRow[]), since: number | null = null) {
  const { metrics, told } = recordedMetrics();
  const all = typeof rows === 'function' ? rows : () => rows;
  const ledger = {
    oldestDue: async () => since,
    audit: async (after: number, limit: number) =>
      all()
        .filter(({ seq }) => seq > after)
        .slice(0, limit),
  };
  const ran = [];
  for (const { run } of watchChores({ ledger, metrics, now: () => NOW })) ran.push(await run());
  // Nothing is to be done because of a look.
  expect(ran).toEqual([false, false]);
  return told;
}

function chain(length: number): AuditRow[] {
  const rows: AuditRow[] = [];
  for (let i = 0; i < length; i++)
    rows.push(auditRow(rows.at(-1) ?? genesis, 'request.submitted', NOW + i, { i }));
  return rows;
}

const age = 'outbox_oldest_age_seconds';
const whole = 'audit_chain_ok';

test('how long the oldest job has been due; none is no age', async () => {
  expect(await looked([], NOW - 90_500)).toContainEqual([age, {}, 90.5]);
  expect(await looked([], NOW + 5)).toContainEqual([age, {}, 0]);
  expect(await looked([], null)).toContainEqual([age, {}, 0]);
});

test('the audit is whole, however many pieces it is read in, and also where its beginning was let go of', async () => {
  const rows = chain(1_001);
  expect(await looked([])).toContainEqual([whole, {}, 1]);
  expect(await looked(rows)).toContainEqual([whole, {}, 1]);
  const last = rows.at(-1) ?? genesis;
  const purged = auditRow(last, purgedEvent, NOW, { through: 700, hash: rows[699]?.hash });
  expect(await looked([...rows.slice(700), purged])).toContainEqual([whole, {}, 1]);
});

test.each([
  [
    'a row of a later piece is changed',
    (rows: AuditRow[]) => rows.map((row) => (row.seq === 901 ? { ...row, body: '{}' } : row)),
  ],
  ['a row is gone', (rows: AuditRow[]) => rows.toSpliced(450, 1)],
  ['the beginning is gone without a word', (rows: AuditRow[]) => rows.slice(3)],
])('the audit is broken where %s', async (_what, change) => {
  expect(await looked(change(chain(1_001)))).toContainEqual([whole, {}, 0]);
});

test('rows that are let go of in the middle of a look are no break', async () => {
  const rows = chain(600);
  const purged = auditRow(rows.at(-1) ?? genesis, purgedEvent, NOW, { through: 500, hash: rows[499]?.hash });
  let reads = 0;
  const told = await looked(() => (++reads === 1 ? rows : [...rows.slice(500), purged]));
  expect(told).toContainEqual([whole, {}, 1]);
});
