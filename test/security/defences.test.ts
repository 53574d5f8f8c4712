import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../support/temp.js';
import { defences } from './defences/index.js';
import { chosen } from './sample.js';
import { securityPage } from './security-page.js';

const all = chosen({ all: true, count: 1, seed: 0, only: [] });

test('every threat has a row, and each that is defended a removal', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`);
  expect(Object.keys(defences)).toEqual(ids);
  expect(all.map(([id]) => id)).toEqual(ids.filter((id) => id !== 'T52'));
});

describe.each(all)('%s', (_, { file, from, to, test: named }) => {
  test('its defence stands in the code, once, and its test is there', () => {
    const source = readFileSync(join(repository, file), 'utf8');
    expect(source.split(from)).toHaveLength(2);
    expect(to).not.toBe(from);
    expect(existsSync(join(repository, named))).toBe(true);
  });
});

test('a sample is the same for the same seed, and another for another', () => {
  const ids = (seed: number) => chosen({ all: false, count: 4, seed, only: [] }).map(([id]) => id);
  expect(ids(7)).toEqual(ids(7));
  const drawn = new Set(Array.from({ length: 200 }, (_, seed) => ids(seed)).flat());
  expect(drawn.size).toBe(all.length);
});

/** `npx vitest run test/security -u` writes the page anew. */
test('docs/security.md says what the table says', async () => {
  await expect(securityPage()).toMatchFileSnapshot('../../docs/security.md');
});
