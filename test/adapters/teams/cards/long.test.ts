import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import type { Block, Message } from '../../../../src/chat/message.js';
import { partsOf, shown } from '../../../fakes/teams/shown.js';
import { samples } from '../../../support/samples.js';
import { defined } from '../defined.js';
import { lint } from './lint.js';

const base = defined((await samples('en'))['outcome']);

function messageOf(blocks: readonly Block[]): Message {
  return { ...base, blocks };
}
function textOf(message: Message): string {
  return cardsOf(message, 'en')
    .map((card) => shown('m', 'c', 0, { attachments: [{ content: card }] }).text)
    .join('\n');
}

test('long evidence is folded, and the button says what it shows', () => {
  const text = Array.from({ length: 80 }, (_, i) => `line ${i} of what was seen`).join('\n');
  const message = messageOf([
    { type: 'heading', text: 'What was seen' },
    { type: 'code', language: 'text', text },
  ]);
  const [card, ...more] = cardsOf(message, 'en');
  expect(more).toEqual([]);
  const parts = partsOf({ attachments: [{ content: card }] });
  expect(parts).toContainEqual(
    expect.objectContaining({
      type: 'Action.ToggleVisibility',
      title: 'Details',
      tooltip: 'Details: What was seen',
      targetElements: ['details-1'],
    }),
  );
  expect(parts).toContainEqual(expect.objectContaining({ id: 'details-1', isVisible: false }));
});

test('what to do is never folded', () => {
  const text = Array.from({ length: 80 }, (_, i) => `az something --number ${i}`).join('\n');
  const [card] = cardsOf(messageOf([{ type: 'code', language: 'bash', text }]), 'en');
  expect(JSON.stringify(card)).not.toContain('ToggleVisibility');
});

test('what does not fit into one card goes into another, the buttons on the last', () => {
  const text = Array.from({ length: 300 }, (_, i) => `line ${i} of what was seen`).join('\n');
  const cards = cardsOf(messageOf([{ type: 'code', language: 'json', text }]), 'en');
  expect(cards.length).toBeGreaterThan(1);
  expect(cards.map((card) => 'actions' in card)).toEqual(cards.map((_, i) => i === cards.length - 1));
  const all = textOf(messageOf([{ type: 'code', language: 'json', text }]));
  for (const line of text.split('\n')) expect(all).toContain(line);
});

test('a message without measure ends, and says that something is missing', () => {
  const text = 'x'.repeat(400_000);
  const cards = cardsOf(messageOf([{ type: 'text', text }]), 'en');
  expect(cards.length).toBe(6);
  expect(JSON.stringify(cards.at(-1))).toContain('could not be delivered');
});

const text = fc.string({ unit: 'grapheme', maxLength: 4000 });
const block = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({ type: fc.constant('heading' as const), text: fc.string({ maxLength: 200 }) }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 8 }) }),
  fc.record({
    type: fc.constant('code' as const),
    language: fc.constantFrom('text' as const, 'bash' as const),
    text,
  }),
  fc.record({
    type: fc.constant('facts' as const),
    items: fc.array(fc.record({ label: fc.string({ maxLength: 40 }), value: text }), { maxLength: 8 }),
  }),
);

test('whatever a message says, each card is below 20 kB and without fault', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      for (const card of cardsOf(messageOf(blocks), 'en')) {
        expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
        expect(lint(card)).toEqual([]);
      }
    }),
    { numRuns: 60 },
  );
});
