import { describe, expect, test } from 'vitest';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import { cardActivity } from '../../../../adapters/teams/outbound/activities.js';
import { languages } from '../../../../src/knowledge/language.js';
import { textsFor } from '../../../../src/knowledge/texts/index.js';
import { partsOf, shown } from '../../../fakes/teams/shown.js';
import { samples } from '../../../support/samples.js';
import { defined } from '../defined.js';
import { lint } from './lint.js';

const inGerman = new Set(['question', 'outcome', 'handover-preview']);

describe.each(languages)('in %s', async (language) => {
  const messages = Object.entries(await samples(language));

  test.each(messages)('%s is a card without fault', (_, message) => {
    for (const card of cardsOf(message, language)) {
      expect(lint(card)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
      const parts = partsOf({ attachments: [{ content: card }] });
      const types = new Set(parts.map(({ type }) => type));
      expect(types).not.toContain('Action.Submit');
      expect(card).toMatchObject({ version: '1.5', fallbackText: textsFor(language).chat.fallback });
      const primary = [card['actions'] ?? []]
        .flat()
        .filter((action) => !JSON.stringify(action).includes('secondary'));
      expect(primary.length).toBeLessThanOrEqual(6);
    }
  });

  test.each(messages.filter(([name]) => language === 'en' || inGerman.has(name)))(
    '%s looks as it did',
    async (name, message) => {
      const activities = cardsOf(message, language).map((card) =>
        cardActivity(card, textsFor(language).chat.fallback),
      );
      const golden = `../golden/${name}.${language}.json`;
      await expect(`${JSON.stringify(activities, null, 2)}\n`).toMatchFileSnapshot(golden);
    },
  );
});

test('the linter sees what is wrong', () => {
  const body = [
    { type: 'TextBlok', text: 'x' },
    { type: 'Input.Text' },
    { type: 'TextBlock', text: 'x', size: 'Huge' },
  ];
  const actions = [{ type: 'Action.OpenUrl', title: 'x' }];
  expect(lint({ type: 'AdaptiveCard', version: '1.5', body, actions })).toHaveLength(4);
});

test('every option, button, field and fact of a message is on its cards', async () => {
  for (const [name, message] of Object.entries(await samples('en'))) {
    const all = cardsOf(message, 'en').map((card) =>
      shown('m', 'c', 0, { attachments: [{ content: card }] }),
    );
    const text = all.map((one) => one.text).join('\n');
    const labels = all.flatMap(({ buttons, choices }) => [...buttons, ...choices]);
    const plain = (label: string): string => label.replaceAll('`', '');
    for (const { label } of message.ask?.options ?? []) expect(labels, name).toContain(plain(label));
    for (const { label } of message.buttons) expect(labels, name).toContain(label);
    for (const { id, kind } of message.form?.fields ?? [])
      expect(all.at(-1)?.fields).toContain(`${kind === 'choice' ? 'c' : 'i'}:${id}`);
    for (const block of message.blocks) {
      if (block.type === 'facts') for (const { value } of block.items) expect(text).toContain(value);
      if (block.type === 'code') expect(text).toContain(block.text);
      if (block.type === 'steps')
        for (const step of block.items)
          expect(text).toContain(defined(step.text.split('`')[0]?.split('**')[0]));
    }
  }
});
