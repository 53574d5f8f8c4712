import { expect, test } from 'vitest';
import { rendered } from '../../../adapters/slack/render/message.js';
import type { Message } from '../../../src/chat/message.js';
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
