import { expect, test, vi } from 'vitest';
import { recordedMetrics } from '../../support/recorded-metrics.js';
import { DANA, seat } from './seat.js';

test('what comes through Socket Mode is counted, and timed, once it is acknowledged', async () => {
  const { metrics, told } = recordedMetrics();
  const { fake, next } = await seat({ mode: 'socket', with: { metrics } });
  await fake.say(DANA, 'unauthorized');
  await next();
  await vi.waitFor(() => expect(told).toHaveLength(2));
  expect(told).toEqual([
    ['webhook_total', { platform: 'slack', outcome: 'taken' }, 1],
    ['ack_seconds', {}, expect.any(Number)],
  ]);
});
