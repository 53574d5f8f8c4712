import { describe, expect, test } from 'vitest';
import { causeIds } from '../../src/knowledge/causes.js';
import { tell } from '../support/figures.js';
import { median, type PlayedWorld, playOtherChanges, playWorld, worldFiles } from './play.js';
import { tableOf } from './table.js';

/** DESIGN §6: a person answers at most three questions, half of them at most one. */
const MOST_ANSWERS = 3;
const MEDIAN_ANSWERS = 1;

const played: PlayedWorld[] = [];
for (const file of worldFiles()) played.push(await playWorld(file));

const others = [];
for (const file of worldFiles()) {
  for (const it of await playOtherChanges(file)) others.push({ file, ...it });
}

test('every cause has one world', () => {
  expect(played.map(({ truth }) => truth).toSorted()).toEqual([...causeIds].toSorted());
});

describe.each(played.map((it) => [it.truth, it] as const))('%s', (_cause, world) => {
  test('the true cause is told', () => {
    expect(world.first.cause, world.path).toBe(world.truth);
  });

  test('few questions are asked', () => {
    expect(world.first.asked.length, world.first.asked.join(', ')).toBeLessThanOrEqual(MOST_ANSWERS);
  });

  test('the decoy is not told, nor is it left standing beside the cause', () => {
    expect(world.decoyRuledOut).not.toBe('named');
    expect(world.decoyRuledOut).not.toBe('standing');
  });

  test('once it is repaired, "check again" finds it resolved', () => {
    expect(world.repaired.resolved, `still ${world.repaired.cause}`).toBe(true);
  });

  test('no finding is without its reason', () => {
    for (const finding of world.first.findings) {
      if (finding.verdict === 'unknown') expect(finding.why, finding.check).not.toBe('');
    }
  });
});

test.each(others.map((it) => [it.file, it.change, it.after] as const))(
  '%s, %s: what does not help is not called resolved',
  (_file, _change, after) => {
    expect(after.resolved).toBe(false);
  },
);

test('what a check decides was checked', () => {
  const idle = played.filter(({ decidedBy, checks }) => decidedBy === 'check' && checks.length === 0);
  expect(idle.map(({ truth }) => truth)).toEqual([]);
});

test('half of the people answer one question at most', ({ task }) => {
  const asked = played.map(({ first }) => first.asked.length);
  tell(task, { worlds: played.length, most: Math.max(...asked), median: median(asked) });
  expect(median(asked)).toBeLessThanOrEqual(MEDIAN_ANSWERS);
});

test('the table of all worlds', () => {
  console.log(tableOf(played));
  expect(tableOf(played).split('\n')).toHaveLength(played.length + 4);
});
