import { expect, test } from 'vitest';
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

test('a sample has every kind of call, and all samples together have every point', () => {
  const points = pointsOf(calls);
  const samples = [20_000, 20_001, 20_002, 20_003].map((turn) => sampleOf(points, turn));
  for (const sample of samples) {
    expect(sample.map(({ label }) => label)).toEqual(['begin', 'insert', 'commit']);
  }
  expect(new Set(samples.flat())).toEqual(new Set(points));
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
