import { expect, test } from 'vitest';
import { entered } from '../../src/chat/form.js';
import type { Field } from '../../src/chat/message.js';

const fields: readonly Field[] = [
  {
    kind: 'choice',
    id: 'slot',
    label: 'Which password?',
    options: [
      { id: 'one', label: 'password' },
      { id: 'two', label: 'password2' },
    ],
    chosen: 'one',
  },
  { kind: 'text', id: 'reason', label: 'What for?', multiline: true },
];

test.each([
  [
    { slot: 'two', reason: 'lost' },
    { slot: 'two', reason: 'lost' },
  ],
  [
    { slot: 'three', reason: 'lost' },
    { slot: '', reason: 'lost' },
  ],
  [{ slot: 'password2' }, { slot: '', reason: '' }],
  [
    { reason: 'one', role: 'Owner' },
    { slot: '', reason: 'one' },
  ],
  [{}, { slot: '', reason: '' }],
])('of %j comes %j', (values, what) => {
  expect(entered({ fields }, values)).toEqual(what);
});

test('a name that everything has is no value of a field', () => {
  const field: Field = { kind: 'text', id: 'toString', label: 'x', multiline: false };
  expect(entered({ fields: [field] }, {})).toEqual({ toString: '' });
});
