import { afterAll, beforeAll, expect, test } from 'vitest';
import { Copy, type Told } from './copy.js';
import type { Removal } from './defences/row.js';
import { chosen, wantedIn } from './sample.js';

const removals = chosen(wantedIn(process.env['DEFENCES']));
let copy: Copy;
/** As it is now, tests that pass: else a failure would show nothing. */
const before = new Map<Removal, Told>();

beforeAll(async () => {
  copy = new Copy();
  for (const named of [true, false]) {
    const some = removals.map(([, it]) => it).filter((it) => (it.named !== undefined) === named);
    if (some.length === 0) continue;
    const told = await copy.tests(some);
    for (const it of some) before.set(it, told(it));
  }
});
afterAll(() => copy?.close());

test.each(removals)('%s: without its defence a test fails', async (_, removal) => {
  expect(before.get(removal)?.failed).toEqual([]);
  expect(before.get(removal)?.passed).toBeGreaterThan(0);
  const told = await copy.without(removal, () => copy.tests([removal]));
  expect(told(removal).failed).not.toEqual([]);
});
