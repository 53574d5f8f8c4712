import { expect, test } from 'vitest';
import { rendered } from '../../../adapters/slack/render/message.js';
import type { Message } from '../../../src/chat/message.js';
import { messageBlocks } from '../../fakes/slack/limits.js';
import { samples } from '../../support/samples.js';

const all = await samples('en');
const sample = (name: string): Message => {
  const message = all[name];
  if (message === undefined) throw new Error(`no sample of ${name}`);
  return message;
};

test('the vote comes right beneath what is said, before all other buttons', () => {
  const outcome = sample('outcome');
  const vote = { id: 'helpful', verb: 'helpful', label: '👍 Yes' } as const;
  const [page = []] = rendered({ ...outcome, buttons: [...outcome.buttons, vote] }, 'en').pages;
  const [first, second] = page.filter(({ type }) => type === 'actions');
  expect(JSON.stringify(first)).toContain('press/helpful');
  expect(JSON.stringify(second)).toContain('Check again');
});

test('what the label of a field says is there once', () => {
  const { pages } = rendered(sample('handover-preview'), 'en');
  expect(JSON.stringify(pages).match(/Do you want to add something/g)).toHaveLength(1);
});

test('wide characters count for two: what a list would cut stands whole above it', () => {
  const label = '字'.repeat(21);
  const { pages } = rendered(
    { ...sample('question'), ask: { node: 'n', options: [{ id: 'o', label }] } },
    'en',
  );
  expect(JSON.stringify(pages)).toContain(`"text":"1. ${label}"}]`);
});

test('a list takes a hundred options; what is cut of a label says so, and only what is in the list is chosen', () => {
  const options = Array.from({ length: 130 }, (_, i) => ({
    id: `o${i}`,
    label: `${i} ${'long '.repeat(20)}`,
  }));
  const list = (chosen: string) => {
    const fields = [{ kind: 'choice', id: 'x', label: 'Which?', options, chosen }] as const;
    const form = { id: 'f', title: 't', fields, submit: 'Send' };
    const [page = []] = rendered({ ...sample('greeting'), ask: null, form }, 'en').pages;
    expect(messageBlocks.safeParse(page).error).toBeUndefined();
    const input = page.find(({ type }) => type === 'input');
    return input?.type === 'input' && input.element.type === 'static_select' ? input.element : null;
  };
  const shown = list('o99');
  expect(shown?.options).toHaveLength(100);
  for (const { text } of shown?.options ?? []) expect(text.text).toMatch(/^.{74}…$/);
  expect(shown?.initial_option).toEqual(shown?.options?.[99]);
  expect(list('o100')).not.toHaveProperty('initial_option');
});

test('a choice of nothing is not shown: Slack would refuse the whole message', () => {
  const fields = [{ kind: 'choice', id: 'x', label: 'Which?', options: [] }] as const;
  const form = { id: 'f', title: 't', fields, submit: 'Send' };
  const [page = []] = rendered({ ...sample('greeting'), ask: null, form }, 'en').pages;
  expect(messageBlocks.safeParse(page).error).toBeUndefined();
  expect(page.map(({ type }) => type)).not.toContain('input');
});
