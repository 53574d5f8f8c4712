import { expect, test } from 'vitest';
import { Lru } from '../../../adapters/slack/lru.js';

test('keeps so many, and those that were used last', () => {
  const kept = new Lru<number>(3, 1_000, () => 0);
  for (const [i, key] of ['a', 'b', 'c'].entries()) kept.set(key, i);
  kept.get('a');
  kept.set('d', 3);
  expect(['a', 'b', 'c', 'd'].map((key) => kept.get(key))).toEqual([0, undefined, 2, 3]);
});

test('keeps nothing beyond its time', () => {
  let time = 0;
  const kept = new Lru<number>(3, 1_000, () => time);
  kept.set('a', 1);
  time = 999;
  expect(kept.get('a')).toBe(1);
  time = 1_000;
  expect(kept.get('a')).toBeUndefined();
});
