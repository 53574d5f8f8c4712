import { expect, test } from 'vitest';
import { LoopLag } from '../../src/observe/loop-lag.js';

test('the worst of the last five seconds, and what is overdue now', () => {
  let now = 0;
  const lag = new LoopLag(() => now);
  now = 60_000;
  expect(lag.worst()).toBe(0);
  now = 0;
  lag.tick();
  for (const at of [500, 1_000, 2_700]) {
    now = at;
    lag.tick();
  }
  expect(lag.worst()).toBe(1_200);
  now = 3_200;
  lag.tick();
  expect(lag.worst()).toBe(1_200);
  for (now = 3_700; now < 7_700; now += 500) lag.tick();
  now = 7_701;
  expect(lag.worst()).toBe(1);
  // Nobody has told it yet that it is late.
  now = 9_300;
  expect(lag.worst()).toBeGreaterThan(1_000);
});
