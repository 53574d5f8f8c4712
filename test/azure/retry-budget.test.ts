import { expect, test } from 'vitest';
import { RetryBudget } from '../../src/azure/retry-budget.js';

function budget() {
  let time = 0;
  const made = new RetryBudget(() => time);
  const taken = (most: number): number =>
    Array.from({ length: most }, () => made.take()).filter((it) => it).length;
  const ask = (count: number): void => {
    for (let i = 0; i < count; i++) made.asked();
  };
  return {
    taken,
    ask,
    wait: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

test('a fifth of what is asked may be asked again', () => {
  const { ask, taken } = budget();
  ask(100);
  expect(taken(100)).toBe(20);
});

test('a host that is hardly asked may be asked again three times a minute', () => {
  const { ask, taken, wait } = budget();
  ask(1);
  expect(taken(10)).toBe(3);
  wait(60_000);
  expect(taken(10)).toBe(3);
});

test('a minute slides: what is older gives no right any more, and takes none', () => {
  const { ask, taken, wait } = budget();
  ask(50);
  expect(taken(5)).toBe(5);
  wait(40_000);
  ask(50);
  expect(taken(100)).toBe(15);
  wait(20_000);
  expect(taken(100)).toBe(0);
  wait(40_000);
  expect(taken(100)).toBe(3);
});
