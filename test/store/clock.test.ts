import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type Log, silent } from '../../src/observe/log.js';
import { openClock } from '../../src/store/clock.js';

afterEach(() => {
  vi.restoreAllMocks();
});

const minutes = (count: number) => count * 60_000;

describe('the time of the database', () => {
  test('counts, whatever the clock of the machine says, also when somebody sets it', async () => {
    const time = Date.now() + minutes(10);
    const { now, stop } = await openClock({ time: async () => time }, silent);
    expect(Math.abs(now() - time)).toBeLessThan(1_000);
    vi.spyOn(Date, 'now').mockReturnValue(0);
    expect(Math.abs(now() - time)).toBeLessThan(1_000);
    stop();
  });

  test('goes on between two looks', async () => {
    const { now, stop } = await openClock({ time: async () => 1_000_000 }, silent);
    const before = now();
    await sleep(30);
    expect(now() - before).toBeGreaterThanOrEqual(25);
    stop();
  });

  test('is said to differ from the machine’s, once', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const said: unknown[] = [];
    const log: Log = { ...silent, warn: (event, fields) => said.push([event, fields]) };
    const off = { time: async () => Date.now() - minutes(10) };
    const { stop } = await openClock(off, log);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(said).toEqual([['clock.differs', { seconds: 600 }]]);
    stop();
    vi.useRealTimers();
  });

  test('goes on as it was while the database cannot be asked, and is asked again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const answers = [async () => 5_000_000, () => Promise.reject(new Error('gone')), async () => 9_000_000];
    const { now, stop } = await openClock({ time: () => answers.shift()?.() ?? never() }, silent);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(Math.abs(now() - 5_000_000)).toBeLessThan(1_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(Math.abs(now() - 9_000_000)).toBeLessThan(1_000);
    stop();
    vi.useRealTimers();
  });
});

function never(): Promise<never> {
  return new Promise(() => {});
}
