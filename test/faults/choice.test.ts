import { expect, test } from 'vitest';
import { chosen } from './choice.js';
import { scenarios } from './script.js';

const names = (day: number): readonly string[] =>
  chosen(['people'], 1, undefined, day).map(({ name }) => name);

test('each day has other scenarios, and in time each has its day', () => {
  const people = scenarios().filter(({ story }) => story === 'people');
  const days = people.flatMap((_, day) => names(20_000 + day));
  expect(days.toSorted()).toEqual(people.map(({ name }) => name).toSorted());
});

test('all are played where all are wanted, and those that are named', () => {
  const all = [...chosen(['diagnosis', 'role'], 3, 'all'), ...chosen(['people'], 1, 'all')];
  expect(all).toHaveLength(scenarios().length);
  expect(chosen(['people'], 1, 'sigkill,sigterm').map(({ name }) => name)).toEqual(['sigkill', 'sigterm']);
});
