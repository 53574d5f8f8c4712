import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Check, Finding } from '../../src/checks/check.js';
import { DEADLINE_MS, type RunOptions, runChecks } from '../../src/checks/runner.js';
import { meansOf, subject } from './fakes.js';

const frame = { witness: 'none', exposure: 'public' } as const;
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const good = (ms = 0): Check => ({
  id: 'dns',
  run: async () => {
    if (ms > 0) await wait(ms);
    return { ...frame, verdict: 'public-address', facts: { ip: 'b' } };
  },
});
const never: Check = { id: 'connection', run: () => new Promise(() => {}) };
const run = (checks: readonly Check[], options: RunOptions = {}, means = meansOf()) =>
  runChecks(checks, subject(), means, options);
const late = { ...frame, verdict: 'unknown', why: 'deadline' };
const broken = { ...frame, verdict: 'unknown', why: 'not-reachable' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a run', () => {
  test('gives one finding a check, in their order, however long each takes', async () => {
    const slow: Check = { ...good(50), id: 'challenge' };
    const all = run([slow, good(), { ...good(10), id: 'connection' }]);
    await vi.advanceTimersByTimeAsync(50);
    expect((await all).map(({ check }) => check)).toEqual(['challenge', 'dns', 'connection']);
    expect(await run([])).toEqual([]);
  });

  test('makes the checks side by side and measures each', async () => {
    const all = run([good(30), { ...good(50), id: 'challenge' }], { clock: () => Date.now() + 0.4 });
    await vi.advanceTimersByTimeAsync(50);
    expect((await all).map(({ elapsed }) => elapsed)).toEqual([30, 50]);
  });

  test('tells each finding as it comes', async () => {
    const told: Finding[] = [];
    const all = run([good(40), { ...good(10), id: 'challenge' }], { onFinding: (it) => told.push(it) });
    await vi.advanceTimersByTimeAsync(10);
    expect(told.map(({ check }) => check)).toEqual(['challenge']);
    await vi.advanceTimersByTimeAsync(30);
    expect(told).toHaveLength(2);
    expect(new Set(await all)).toEqual(new Set(told));
  });

  test('says whose eyes saw it, and keeps the facts', async () => {
    expect(await run([good()], {}, meansOf({ vantage: 'bot' }))).toMatchObject([
      { ...frame, check: 'dns', vantage: 'bot', verdict: 'public-address', facts: { ip: 'b' } },
    ]);
    const bare: Check = { id: 'dns', run: async () => ({ ...frame, verdict: 'public-address' }) };
    expect(await run([bare])).toMatchObject([{ vantage: 'person', facts: {} }]);
  });
});

describe('the deadline', () => {
  test('of whoever asks ends the run too, before or on the way', async () => {
    const asker = new AbortController();
    const all = run([good(10), never], { signal: asker.signal });
    await vi.advanceTimersByTimeAsync(20);
    asker.abort();
    expect(await all).toMatchObject([{ verdict: 'public-address' }, late]);
    expect(await run([good(10)], { signal: asker.signal })).toMatchObject([late]);
  });

  test('names what did not come to its end, and keeps what did', async () => {
    const told: Finding[] = [];
    const all = run([never, good(10)], { deadlineMs: 100, onFinding: (it) => told.push(it) });
    await vi.advanceTimersByTimeAsync(99);
    expect(told).toMatchObject([{ check: 'dns', verdict: 'public-address' }]);
    await vi.advanceTimersByTimeAsync(1);
    expect(await all).toMatchObject([{ check: 'connection', ...late }, { verdict: 'public-address' }]);
    expect(told).toHaveLength(2);
  });

  test('is twenty seconds unless somebody says otherwise', async () => {
    expect(DEADLINE_MS).toBe(20_000);
    let done = false;
    const all = run([never]).then(() => {
      done = true;
    });
    await vi.advanceTimersByTimeAsync(19_999);
    expect(done).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await all;
    expect(done).toBe(true);
  });

  test('stops the calls that are under way', async () => {
    const seen: AbortSignal[] = [];
    const obedient: Check = {
      id: 'challenge',
      run: (_subject, _means, _shared, signal) => {
        seen.push(signal);
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      },
    };
    const all = run([obedient], { deadlineMs: 100 });
    await vi.advanceTimersByTimeAsync(100);
    expect(await all).toMatchObject([late]);
    expect(seen.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('leaves nothing running where all came in time', async () => {
    const seen: AbortSignal[] = [];
    const quick: Check = {
      id: 'dns',
      run: async (_subject, _means, _shared, signal) => {
        seen.push(signal);
        return { ...frame, verdict: 'public-address' };
      },
    };
    await run([quick]);
    expect(vi.getTimerCount()).toBe(0);
    expect(seen.map(({ aborted }) => aborted)).toEqual([true]);
  });

  test('what comes later changes nothing', async () => {
    const told: Finding[] = [];
    const all = run([good(200)], { deadlineMs: 100, onFinding: (it) => told.push(it) });
    await vi.advanceTimersByTimeAsync(100);
    const found = await all;
    await vi.advanceTimersByTimeAsync(200);
    expect(found).toMatchObject([late]);
    expect(told).toEqual(found);
  });
});

describe('a check that fails inside', () => {
  const throwing: Check = {
    id: 'challenge',
    run: () => {
      throw new Error('at once');
    },
  };
  const rejecting: Check = { id: 'connection', run: async () => Promise.reject(new Error('later')) };

  test('is a finding, and the others go on', async () => {
    expect(await run([throwing, rejecting, good()])).toMatchObject([
      { check: 'challenge', ...broken },
      { check: 'connection', ...broken },
      { check: 'dns', verdict: 'public-address' },
    ]);
  });

  test('a port that throws is one too', async () => {
    const means = meansOf({
      management: {
        findRegistry: async () => {
          throw new Error('a token may be in here');
        },
      },
    });
    const asks: Check = {
      id: 'admin-user',
      run: async (_subject, _means, shared) => {
        await shared.registry();
        return { ...frame, verdict: 'enabled' };
      },
    };
    const found = await run([asks], {}, means);
    expect(found).toMatchObject([broken]);
    expect(JSON.stringify(found)).not.toContain('token');
  });
});
