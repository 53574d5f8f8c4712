import { expect, test } from 'vitest';
import { AdapterError } from '../../../src/chat/adapter.js';
import { startPlatforms } from '../../../src/cli/bot/platforms.js';
import { type Log, silent } from '../../../src/observe/log.js';

const away = () => new AdapterError('not-reachable', 'away');

/** Platforms of which one fails so many times; what was done, in order. */
function setting(failures: readonly Error[]) {
  const left = [...failures];
  const started: string[] = [];
  const said: string[] = [];
  const note = (event: string) => void said.push(event);
  const log: Log = { ...silent, info: note, warn: note, error: note };
  const slack = {
    platform: 'slack',
    start: async () => {
      const failure = left.shift();
      if (failure !== undefined) throw failure;
      started.push('slack');
    },
  } as const;
  const teams = { platform: 'teams', start: async () => void started.push('teams') } as const;
  const waited: number[] = [];
  const wait = async (milliseconds: number) => void waited.push(milliseconds);
  return { adapters: [slack, teams], started, said, log, left, wait, waited };
}

test('one that cannot be reached keeps the other from nothing, and is started when it is there', async () => {
  const { adapters, started, said, log, wait, waited } = setting(Array.from({ length: 9 }, away));
  await startPlatforms(adapters, log, new AbortController().signal, wait);
  expect(started).toEqual(['teams']);
  await expect.poll(() => started).toEqual(['teams', 'slack']);
  expect(waited.map((it) => it / 1_000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  expect(said.at(-1)).toBe('bot.platform-started');
});

test('one that refuses the bot ends the start', async () => {
  const { adapters, log, wait } = setting([new AdapterError('refused', 'no')]);
  await expect(startPlatforms(adapters, log, new AbortController().signal, wait)).rejects.toThrow('no');
});

test('one that refuses it later is said, and not asked again', async () => {
  const { adapters, said, log, left, wait } = setting([away(), new AdapterError('refused', 'no'), away()]);
  await startPlatforms(adapters, log, new AbortController().signal, wait);
  await expect.poll(() => said.at(-1)).toBe('bot.platform-refused');
  expect(left).toHaveLength(1);
});

test('a bot that stops does not try again', async () => {
  const { adapters, said, started, log } = setting([away()]);
  const ending = new AbortController();
  let over: () => void = () => {};
  const asked = new Promise<void>((resolve) => {
    over = resolve;
  });
  await startPlatforms(adapters, log, ending.signal, () => asked);
  ending.abort();
  over();
  await new Promise((resolve) => setImmediate(resolve));
  expect([started, said]).toEqual([['teams'], ['bot.platform-waits']]);
});
