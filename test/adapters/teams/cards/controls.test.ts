import { expect, test } from 'vitest';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import type { Message } from '../../../../src/chat/message.js';
import { choicesIn, partsOf, shown } from '../../../fakes/teams/shown.js';
import { samples } from '../../../support/samples.js';
import { defined } from '../defined.js';
import { lint } from './lint.js';

const all = await samples('en');

function lastOf(message: Message) {
  const card = defined(cardsOf(message, 'en').at(-1));
  expect(lint(card)).toEqual([]);
  return { card, seen: shown('m', 'c', 0, { attachments: [{ content: card }] }) };
}

test('the vote stands in the body, however many buttons there are, and says what it answers', () => {
  const outcome = defined(all['outcome']);
  const votes = [
    { id: 'helpful', verb: 'helpful', label: '👍 Yes' },
    { id: 'unhelpful', verb: 'unhelpful', label: '👎 No' },
  ] as const;
  const { card } = lastOf({ ...outcome, buttons: [...outcome.buttons, ...votes] });
  expect(JSON.stringify(card['body'])).toContain('"tooltip":"Did this help? 👍 Yes"');
  expect(JSON.stringify(card['actions'])).not.toContain('helpful');
});

test('what the label of a field says, and what sends the form, is there once', () => {
  const { seen } = lastOf(defined(all['handover-preview']));
  expect(seen.text.match(/Do you want to add something/g)).toHaveLength(1);
  expect(seen.buttons).toEqual(['Finish the handover', 'Back', 'Start over']);
});

test('wide characters count for two: what a button would cut is in a list', () => {
  const label = '字'.repeat(21);
  const question = { ...defined(all['question']), ask: { node: 'n', options: [{ id: 'o', label }] } };
  expect(lastOf(question).seen.choices).toEqual([label]);
});

test('a list takes a hundred options; what is cut of a label says so, and only what is in the list is chosen', () => {
  const options = Array.from({ length: 130 }, (_, i) => ({
    id: `o${i}`,
    label: `${i} ${'long '.repeat(20)}`,
  }));
  const list = (chosen: string) => {
    const fields = [{ kind: 'choice', id: 'x', label: 'Which?', options, chosen }] as const;
    const form = { id: 'f', title: 't', fields, submit: 'Send' };
    const { seen } = lastOf({ ...defined(all['greeting']), ask: null, form });
    return defined(partsOf(seen.activity).find(({ id }) => id === 'c:x'));
  };
  const shown = list('o99');
  expect(choicesIn(shown)).toHaveLength(100);
  for (const { title } of choicesIn(shown)) expect(title).toMatch(/^.{74}…$/);
  expect(shown['value']).toBe('o99');
  expect(list('o100')).not.toHaveProperty('value');
});
