import { expect, test } from 'vitest';
import { sdkLogger } from '../../../adapters/slack/sdk-log.js';

test('what the SDK says is not what is logged', () => {
  const logged: unknown[] = [];
  const note = (...args: unknown[]): void => void logged.push(args);
  const logger = sdkLogger({ info: note, warn: note, error: note });
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    logger[level]('xoxb-canary', { headers: 'canary' }, new Error('canary'));
  expect(logged).toEqual([
    ['slack.sdk', { severity: 'warn' }],
    ['slack.sdk', { severity: 'error' }],
  ]);
});
