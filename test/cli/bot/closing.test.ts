import { expect, test } from 'vitest';
import { inOrder, type Step } from '../../../src/cli/bot/closing.js';
import { silent } from '../../../src/observe/log.js';

test('steps are done in their order; one that hangs or fails is told and left behind', async () => {
  const done: string[] = [];
  const lines: unknown[] = [];
  const log = { ...silent, warn: (event: string, fields?: object) => void lines.push([event, fields]) };
  const step = (name: Step['step'], run: () => unknown): Step => ({
    step: name,
    withinMs: 30,
    run: () => {
      done.push(name);
      return run();
    },
  });
  const whole = await inOrder(
    [
      step('acknowledging', () => {}),
      step('answering', () => new Promise(() => {})),
      step('jobs', () => Promise.reject(new Error('CANARY'))),
      step('telemetry', () => {
        throw new Error('CANARY');
      }),
      step('store', async () => {}),
    ],
    log,
  );
  expect(whole).toBe(false);
  expect(done).toEqual(['acknowledging', 'answering', 'jobs', 'telemetry', 'store']);
  expect(lines).toEqual([
    ['bot.step-cut-off', { step: 'answering', reason: 'late' }],
    ['bot.step-cut-off', { step: 'jobs', reason: 'failed' }],
    ['bot.step-cut-off', { step: 'telemetry', reason: 'failed' }],
  ]);
  expect(await inOrder([step('store', () => {})], log)).toBe(true);
});
