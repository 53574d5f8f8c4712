import { describe, expect, test } from 'vitest';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import type { Message } from '../../../../src/chat/message.js';
import { partsOf } from '../../../fakes/teams/shown.js';
import { samples } from '../../../support/samples.js';
import { defined } from '../defined.js';
import { lint } from './lint.js';

const base = defined((await samples('en'))['handover-preview']);

const hostile = [
  '[x](http://evil.example)',
  '![x](http://evil.example/pixel.png)',
  '[x]: http://evil.example',
  'http://evil.example',
  'www.evil.example',
  '<at>everyone</at>',
  '<at id="0">dana</at>',
  '&lt;at&gt;everyone&lt;/at&gt;',
  '<img src=x onerror=alert(1)>',
  '<a href="http://evil.example">x</a>',
  '**bold** _it_ `code`',
  '1. first\n- second',
  'right\u202eto left\u2066 and hidden\u200b\u2060',
  '\u001b[31mred\u001b[0m\u0000',
  '{{DATE(2017-02-14T06:08:39Z,SHORT)}}',
  ['$', '{$root.secret}'].join(''),
  '\\[x\\](http://evil.example)',
  '`](http://evil.example)`',
];

/** The text in every place where a message has one. */
function everywhere(text: string): Message {
  return {
    ...base,
    blocks: [
      { type: 'heading', text },
      { type: 'text', text },
      { type: 'steps', items: [{ text, code: [{ type: 'code', language: 'bash', text }] }] },
      { type: 'list', items: [text] },
      { type: 'facts', items: [{ label: text, value: text }] },
      { type: 'code', language: 'json', text },
      { type: 'progress', items: [{ id: text, label: text, state: 'bad', note: text }] },
      { type: 'links', items: [{ title: text, url: 'https://learn.microsoft.com/x' }] },
      { type: 'links', items: [{ title: 'x', url: text }] },
      { type: 'source', text },
    ],
    ask: { node: 'n', options: [{ id: 'o', label: text }], input: { label: text, example: text } },
    buttons: [
      { id: 'b1', verb: 'back', label: text },
      { id: 'b2', verb: 'back', label: 'x', url: text },
    ],
    form: {
      id: 'f',
      title: text,
      submit: text,
      fields: [{ kind: 'text', id: 'x', label: text, multiline: false }],
    },
  };
}

describe.each(hostile)('%j', (text) => {
  const cards = cardsOf(everywhere(text), 'en');
  const parts = cards.flatMap((card) => partsOf({ attachments: [{ content: card }] }));

  test('is no link, mention or markup where markdown is read', () => {
    for (const { type, text: shown } of parts) {
      if (type !== 'TextBlock') continue;
      const read = String(shown)
        .replaceAll(/\\[\\`*_[\]]/g, '')
        .replace('](https://learn.microsoft.com/x)', '');
      expect(read).not.toMatch(/<|>|&[#a-z]|\]\(|:\/\/|www\.|\*|_|`/i);
    }
  });

  test('is shown as it is everywhere else, without what drives a screen', () => {
    const json = JSON.stringify(cards);
    // No mention without an entity, and none is made.
    expect(json).not.toContain('"entities"');
    expect(json).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\\u001b|\\u0000/);
    for (const card of cards) expect(lint(card)).toEqual([]);
  });

  test('opens nothing', () => {
    const urls = parts.flatMap(({ url, selectAction, type }) =>
      type === 'Image' || selectAction ? ['!'] : url ? [url] : [],
    );
    expect(urls).toEqual([]);
  });
});

test('a button opens only pages over HTTPS', () => {
  const urls = [
    'https://bot.example/link',
    'http://evil.example',
    'javascript:alert(1)',
    'msteams:/x',
    'https:evil',
  ];
  const buttons = urls.map((url, i) => ({ id: `b${i}`, verb: 'link' as const, label: 'x', url }));
  const [card] = cardsOf({ ...base, form: null, buttons }, 'en');
  expect([defined(card)['actions']].flat()).toEqual([
    { type: 'Action.OpenUrl', title: 'x', url: 'https://bot.example/link' },
  ]);
});
