import { describe, expect, test } from 'vitest';
import { describePoint, pointsOf, requestLabel, sampleOf, statementLabel } from './points.js';

const calls = ['begin', 'insert', 'insert', 'commit'].map(
  (label) => ({ channel: 'statement', label }) as const,
);

test('there is a point before and after each call', () => {
  expect(pointsOf(calls).map(describePoint)).toEqual([
    'before no. 1: begin',
    'after no. 1: begin',
    'before no. 1: insert',
    'after no. 1: insert',
    'before no. 2: insert',
    'after no. 2: insert',
    'before no. 1: commit',
    'after no. 1: commit',
  ]);
});

describe('a sample', () => {
  const points = pointsOf(calls);
  const labels = (turn: number, half: 0 | 1) => sampleOf(points, turn, half).map(({ label }) => label);

  test('has every kind of call on one of two stores, and the words of a store on it', () => {
    for (const turn of [20_000, 20_001]) {
      const both = [labels(turn, 0), labels(turn, 1)];
      for (const some of both) expect(some).toEqual(expect.arrayContaining(['begin', 'commit']));
      expect(both.flat().filter((it) => it === 'insert')).toHaveLength(1);
    }
    expect(labels(20_000, 0)).toEqual(labels(20_001, 1));
  });

  test('has every point on each of them, from turn to turn', () => {
    for (const half of [0, 1] as const) {
      const samples = Array.from({ length: 8 }, (_, i) => sampleOf(points, 20_000 + i, half));
      expect(new Set(samples.flat())).toEqual(new Set(points));
    }
  });
});

test('a statement is the same on both databases, whatever its values', () => {
  const label = 'update role set state = ? where id = ?';
  expect(statementLabel('update "role" set "state" = $1 where "id" = $2')).toBe(label);
  expect(statementLabel(`update "role"\n  set "state" = 'granted' where "id" = 12`)).toBe(label);
});

test('a request is named without ids', () => {
  const id = '7f951dda-4ed3-4680-a7ca-43fe172d538d';
  const registry = `/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso`;
  expect(requestLabel('PUT', 'management.azure.com', `${registry}/providers/a/roleAssignments/${id}`)).toBe(
    'PUT management.azure.com {registry}/providers/a/roleAssignments/{id}',
  );
});
