import { expect, test } from 'vitest';
import { Refusals } from '../../src/http/refusals.js';

function noting() {
  const lines: unknown[] = [];
  const line = (event: string, fields?: object) => void lines.push([event, fields]);
  let now = 0;
  const refusals = new Refusals('door.refused', { info: line, warn: line, error: line }, () => now);
  return {
    lines,
    refusals,
    later: (ms: number) => {
      now += ms;
    },
  };
}

test('a flood writes five lines a minute, and the next one tells how many were left out', () => {
  const { lines, refusals, later } = noting();
  for (let i = 0; i < 1_000; i++) refusals.note('signature');
  expect(lines).toEqual(Array.from({ length: 5 }, () => ['door.refused', { reason: 'signature' }]));
  later(60_000);
  refusals.note('signature');
  expect(lines.at(-1)).toEqual(['door.refused', { reason: 'signature', omitted: 995 }]);
});

test('one reason does not hide another', () => {
  const { lines, refusals } = noting();
  for (let i = 0; i < 1_000; i++) refusals.note('signature');
  refusals.note('body');
  expect(lines.at(-1)).toEqual(['door.refused', { reason: 'body' }]);
});
