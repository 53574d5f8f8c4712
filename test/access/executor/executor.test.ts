import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { backOff } from '../../../src/access/executor/back-off.js';
import { loop } from '../../../src/access/executor/loop.js';
import { approved, hour, openGround, specOf } from './ground.js';

describe('telling', () => {
  test('approvers of whom nobody can be reached: the request fails, and the requester hears of it', async () => {
    const ground = await openGround({ told: 'nobody' });
    const { ledger, sandbox, now } = ground;
    const spec = specOf(sandbox);
    const some = { policyHash: 'p'.repeat(64), rule: 'requests.all', tier: 1 as const, approvalsNeeded: 1 };
    await ledger.submit(
      { id: 'request-1', spec, ...some, barred: [], pendingUntil: now() + 24 * hour },
      now(),
    );
    await ground.drain();
    expect(await ledger.request('request-1')).toMatchObject({ state: 'failed', why: 'nobody' });
    expect(ground.tellings.filter((it) => it.startsWith('approvers'))).toHaveLength(10);
    expect(ground.tellings.at(-1)).toBe('outcome failed');
  });

  test('a platform that is down costs nobody a role', async () => {
    const ground = await openGround({ told: 'not-now' });
    await approved(ground, 'request-1');
    await ground.drain();
    expect((await ground.ledger.request('request-1'))?.state).toBe('granted');
    expect(ground.tellings.filter((it) => it === 'outcome granted')).toHaveLength(10);
    ground.sandbox.advance(9 * hour);
    await ground.drain();
    expect((await ground.ledger.request('request-1'))?.state).toBe('removed');
  });
});

describe('the wait before another attempt', () => {
  test('doubles up to a minute, half of it by chance, and is never shorter than Azure asks', () => {
    const steps = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((attempts) => backOff(attempts, null, 1));
    expect(steps).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000]);
    expect(backOff(3, null, 0)).toBe(2000);
    expect(backOff(1, 120, 0)).toBe(120_000);
    expect(backOff(7, 10, 0)).toBe(30_000);
    expect(backOff(1, 1e9, 0)).toBe(hour);
  });
});

describe('the loop', () => {
  const log = { info: () => {}, warn: () => {}, error: vi.fn() };

  test('does so many jobs at once and no more, and stops when what is under way has ended', async () => {
    let [left, running, most, done] = [9, 0, 0, 0];
    const runOnce = async (): Promise<boolean> => {
      if (left === 0) return false;
      left--;
      most = Math.max(most, ++running);
      await pause(10);
      running--;
      done++;
      return true;
    };
    const it = loop({ runOnce, chores: [], log }, { workers: 3, pollMs: 5 });
    it.start();
    it.start();
    await pause(15);
    await it.stop();
    expect([most, running]).toEqual([3, 0]);
    const then = done;
    await pause(30);
    expect(done).toBe(then);
    it.start();
    await vi.waitFor(() => expect(done).toBe(9));
    await it.stop();
  });

  test('is woken at once, does its chores, and outlives what rejects', async () => {
    let calls = 0;
    const runOnce = async (): Promise<boolean> => {
      if (++calls === 1) throw new Error('the store is away');
      return false;
    };
    const chore = vi.fn(async () => false);
    const it = loop(
      { runOnce, chores: [{ everyMs: 60_000, run: chore }], log },
      { workers: 1, pollMs: 60_000 },
    );
    it.start();
    await vi.waitFor(() => expect(calls).toBe(1));
    expect(log.error).toHaveBeenCalledWith('executor.ledger', { reason: 'Error' });
    it.wake();
    await vi.waitFor(() => expect(calls).toBe(2));
    expect(chore).toHaveBeenCalledTimes(1);
    await it.stop();
  });

  test('ends what is over without anybody having done anything', async () => {
    const ground = await openGround();
    const { ledger, sandbox, now } = ground;
    const spec = specOf(sandbox);
    const some = { policyHash: 'p'.repeat(64), rule: 'requests.all', tier: 1 as const, approvalsNeeded: 1 };
    await ledger.submit({ id: 'request-1', spec, ...some, barred: [], pendingUntil: now() + hour }, now());
    sandbox.advance(2 * hour);
    ground.executor.start();
    await vi.waitFor(() => expect(ground.tellings).toContain('outcome expired'), { timeout: 5000 });
    await ground.executor.stop();
    expect((await ledger.request('request-1'))?.state).toBe('expired');
  });
});
