import { expect, test } from 'vitest';
import type { GrantResult, Ledger } from '../../src/access/ledger.js';
import { measuredLedger } from '../../src/access/measured-ledger.js';
import { recordedMetrics } from '../support/recorded-metrics.js';

const NOW = 1_800_000_000_000;

/** A ledger of which only what a test calls is there, and what it is told of a job. */
function setting(isMine: boolean, unclaimed = 0) {
  const { metrics, told } = recordedMetrics();
  const yes = async () => isMine;
  const partial: Partial<Ledger> = {
    ...{ finish: yes, finishGrant: yes, finishRotation: yes, retry: yes },
    expire: async (_now, onUnclaimed) => {
      if (unclaimed > 0) onUnclaimed?.(unclaimed);
      return unclaimed + 7;
    },
  };
  // Cast: the rest of the ledger is passed on as it is.
  return { ledger: measuredLedger(partial as Ledger, metrics), told };
}

type RoleJob = Parameters<Ledger['finishGrant']>[0];
const job = (attempts: number, approvedAt: readonly number[] = []): RoleJob =>
  // Cast: what is measured of a job are its attempts and approvals.
  ({ kind: 'grant', attempts, request: { approvals: approvedAt.map((at) => ({ at })) } }) as never;
const granted: GrantResult = { kind: 'granted', assignment: 'a', owned: true, until: NOW };

test('a grant: its result, its attempts, and how old the last approval was', async () => {
  const { ledger, told } = setting(true);
  expect(await ledger.finishGrant(job(2, [NOW - 60_000, NOW - 4_000]), granted, NOW)).toBe(true);
  expect(told).toEqual([
    ['outbox_attempts', {}, 2],
    ['grants_total', { result: 'granted' }, 1],
    ['approval_age_seconds', {}, 4],
  ]);
});

test('what was void had no effect; where nobody need approve, nothing grows old', async () => {
  const { ledger, told } = setting(true);
  await ledger.finishGrant(job(1, [NOW - 9_000]), { kind: 'void', why: 'x' }, NOW);
  await ledger.finishGrant(job(1), granted, NOW);
  expect(told.map(([name]) => name)).not.toContain('approval_age_seconds');
  expect(told.filter(([name]) => name === 'grants_total').map(([, labels]) => labels)).toEqual([
    { result: 'void' },
    { result: 'granted' },
  ]);
});

test('what another process has done is theirs to count', async () => {
  const { ledger, told } = setting(false);
  expect(await ledger.finishGrant(job(1, [NOW]), granted, NOW)).toBe(false);
  expect(await ledger.retry(job(10), NOW, 'throttled', NOW)).toBe(false);
  expect(told).toEqual([]);
});

test('another attempt is no end; the tenth is, and a role that was not given has failed', async () => {
  const { ledger, told } = setting(true);
  await ledger.retry(job(9), NOW, 'throttled', NOW);
  expect(told).toEqual([]);
  await ledger.retry(job(10), NOW, 'throttled', NOW);
  expect(told).toEqual([
    ['outbox_attempts', {}, 10],
    ['grants_total', { result: 'failed' }, 1],
  ]);
});

test('secrets that nobody fetched, and only those of what is over', async () => {
  const { ledger, told } = setting(true, 2);
  expect(await ledger.expire(NOW)).toBe(9);
  expect(told).toEqual([['secret_unclaimed_total', {}, 2]]);
  const none = setting(true);
  await none.ledger.expire(NOW);
  expect(none.told).toEqual([]);
});
