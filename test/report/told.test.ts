import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FEWEST, told, toldBy } from '../../src/report/told.js';

describe('counts that are told', () => {
  test('none is so small that it could show whose it was', () => {
    expect(told([5, 0, 9], false)).toEqual([5, 0, 9]);
    expect(told([5, 1, 2, 9], false)).toEqual([5, null, null, 9]);
    expect(told([2], false)).toEqual([null]);
    expect(told([2, 1], true)).toEqual([2, 1]);
  });

  test('one that the sum would give away takes the smallest of the others with it', () => {
    expect(told([7, 1, 4, 0], false)).toEqual([7, null, null, 0]);
    expect(toldBy({ a: 7, b: 1, c: 4 }, false)).toEqual({ a: 7, b: null, c: null });
  });

  test('ones that the sum would give away, likewise', () => {
    expect(told([7, 1, 1, 4], false)).toEqual([7, null, null, null]);
    expect(told([7, 2, 1, 4], false)).toEqual([7, null, null, 4]);
    expect(told([0, 0], false)).toEqual([0, 0]);
  });

  test('whoever knows the sum cannot work out a small one', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 2, maxLength: 9 }), (parts) => {
        const shown = told(parts, false);
        for (const [i, count] of shown.entries()) if (count !== null) expect(count).toBe(parts[i]);
        expect(shown.every((count) => count === null || count === 0 || count >= FEWEST)).toBe(true);
        const others = parts.filter((part) => part > 0).length;
        const hidden = shown.filter((count) => count === null).length;
        if (others > 1) expect(hidden).not.toBe(1);
      }),
    );
  });
});
