import { expect, test } from 'vitest';
import { isTooDeep } from '../../src/http/nesting.js';

const nested = (levels: number) => `${'[{"a":'.repeat(levels / 2)}1${'}]'.repeat(levels / 2)}`;

test('64 levels are read, one more is not', () => {
  expect(isTooDeep(nested(64))).toBe(false);
  expect(isTooDeep(`[${nested(64)}]`)).toBe(true);
});

test('side by side is not in each other', () => {
  expect(isTooDeep(`[${'[],{},'.repeat(1_000)}1]`)).toBe(false);
});

test('brackets in texts are words, also behind an escaped quote', () => {
  expect(isTooDeep(JSON.stringify(['['.repeat(100), `"${'{'.repeat(100)}`, `\\${'['.repeat(100)}`]))).toBe(
    false,
  );
});
