import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pressedOf } from '../../../../adapters/teams/cards/data.js';

test('what a card says comes back as it was', () => {
  expect(pressedOf({ v: 1, k: 'press', b: 'b7' })).toEqual({ kind: 'press', button: 'b7' });
  expect(pressedOf({ v: 1, k: 'answer', n: 'auth-method', o: 'admin-user' })).toEqual({
    kind: 'answer',
    node: 'auth-method',
    option: 'admin-user',
  });
  expect(pressedOf({ v: 1, k: 'choice', n: 'x', 'i:choice': 'y' })).toEqual({
    kind: 'answer',
    node: 'x',
    option: 'y',
  });
  expect(pressedOf({ v: 1, k: 'form', f: 'f1', 'i:note': 'a\nb', 'i:v': '2' })).toEqual({
    kind: 'form',
    id: 'f1',
    values: { note: 'a\nb', v: '2' },
  });
});

test('a list in which nothing is chosen is no answer', () => {
  expect(pressedOf({ v: 1, k: 'choice', n: 'x' })).toBeNull();
  expect(pressedOf({ v: 1, k: 'choice', n: 'x', 'i:choice': '' })).toBeNull();
});

test.each([
  ['slot.2', 'slot.2'],
  ['', ''],
  ['**all** of them', ''],
  ['a'.repeat(121), ''],
])('of a choice in a form an id comes back, or nothing: %j', (value, given) => {
  expect(pressedOf({ v: 1, k: 'form', f: 'f1', 'c:slot': value })).toEqual({
    kind: 'form',
    id: 'f1',
    values: { slot: given },
  });
});

test('changed in any byte, it is refused or another id, and never more (security T25)', () => {
  const whole = JSON.stringify({ v: 1, k: 'answer', n: 'auth-method', o: 'admin-user' });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 32, max: 126 }), (at, code) => {
      const changed = whole.slice(0, at) + String.fromCharCode(code) + whole.slice(at + 1);
      let data: unknown;
      try {
        data = JSON.parse(changed);
      } catch {
        return;
      }
      const pressed = pressedOf(data);
      if (pressed === null) return;
      expect(Object.keys(pressed).sort()).toEqual(['kind', 'node', 'option']);
      for (const value of Object.values(pressed)) expect(value).toMatch(/^[A-Za-z0-9_.:-]{1,120}$/);
    }),
    { numRuns: 2000 },
  );
});

test('anything at all is taken without an error', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(pressedOf(data)).toBeNull();
    }),
  );
});
