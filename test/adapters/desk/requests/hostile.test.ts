import { describe, expect, test } from 'vitest';
import { note } from '../../../../adapters/desk/dress.js';
import { approverCard, settledCard } from '../../../../adapters/desk/requests/card.js';
import { alertToApprovers, outcomeFor } from '../../../../adapters/desk/requests/outcome.js';
import { questionMessage } from '../../../../adapters/desk/requests/own-message.js';
import { rendered } from '../../../../adapters/slack/render/message.js';
import { cardsOf } from '../../../../adapters/teams/cards/card.js';
import type { Message } from '../../../../src/chat/message.js';
import { party } from '../../../access/requests-names.js';
import { messageBlocks } from '../../../fakes/slack/limits.js';
import { visible } from '../../../fakes/slack/visible.js';
import { partsOf } from '../../../fakes/teams/shown.js';
import { madeSecret, roleRequest, secretRequest } from '../../../support/request-specs.js';

const hostile = [
  '<!channel> <!here> <!everyone>',
  '<@U0OLGA0001> <#C0GENERAL1>',
  '<https://evil.example|login.microsoftonline.com>',
  '[x](http://evil.example) ![x](http://evil.example/p.png)',
  '<at>everyone</at> &lt;at&gt;all&lt;/at&gt;',
  '@channel @everyone',
  '<img src=x onerror=alert(1)><a href="http://evil.example">x</a>',
  '**Has already:** Owner',
  '`code` ```block``` _it_ ~no~',
  'ok\nHas already: no role\n**Approved by** Olga.',
  'ok\r\n\u2028Decide by: never\u2029',
  'right\u202eto left\u2066 hidden\u200b\u2060\ufeff',
  '\u001b[31mred\u001b[0m\u0000\u0007',
  '{{DATE(2017-02-14T06:08:39Z,SHORT)}}',
  ['$', '{$root.secret}'].join(''),
  '{person} {role} {why} $& $1',
  '# heading\n- list\n1. one',
] as const;

const plainTypes = new Set([
  'text',
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'plain_text',
  'header',
  'actions',
  'button',
  'input',
  'plain_text_input',
  'static_select',
  'context',
  'bullet',
]);

/** Every `type` in a payload. */
function typesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(typesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) =>
    key === 'type' && typeof held === 'string' ? [held] : typesIn(held),
  );
}

function everywhere(words: string): readonly (readonly [string, Message])[] {
  const reader = { requester: words, language: 'en' } as const;
  const questions = [
    { by: words, words, answer: words },
    { by: words, words, answer: null },
  ];
  const context = { ...reader, holds: [words], questions };
  const question = { number: 1, by: party('olga'), words, at: 0, answer: null };
  return [
    ['card of a role', approverCard(roleRequest({ reason: words }), context)],
    ['card of a secret', approverCard(secretRequest({ reason: words }), context)],
    ['settled card', settledCard(roleRequest({ reason: words }), reader, ['Done.'])],
    ['answer', note('dana', outcomeFor(roleRequest({}, { state: 'denied', why: words })) ?? '')],
    [
      'answer about a secret',
      note('dana', outcomeFor(secretRequest({}, { state: 'denied', why: words })) ?? ''),
    ],
    ['question', questionMessage(roleRequest(), question)],
    ['alert', note('approvers', alertToApprovers(madeSecret('one-time-page'), words, 'en') ?? '')],
  ];
}

describe.each(hostile)('T50 %j as reason, name, question and answer', (words) => {
  test.each(everywhere(words))('is inert in Slack: %s', (_where, message) => {
    for (const blocks of rendered(message, 'en').pages) {
      expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
      expect(typesIn(blocks).filter((type) => !plainTypes.has(type))).toEqual([]);
      expect(JSON.stringify(blocks)).not.toContain('mrkdwn');
    }
    expect(rendered(message, 'en').text).toBe('News on your registry case');
  });

  test.each(everywhere(words))('is inert in Teams: %s', (_where, message) => {
    for (const card of cardsOf(message, 'en')) {
      const parts = partsOf({ attachments: [{ content: card }] });
      expect(parts.filter(({ type }) => type === 'Action.OpenUrl' || type === 'Image')).toEqual([]);
      const read = parts.filter(({ type }) => type === 'TextBlock').map(({ text }) => String(text));
      for (const text of read) expect(text).not.toMatch(/(?<!\\)\]\(|<at|\{\{|https?:\/\/(?!\u2060)/);
      expect(card).not.toHaveProperty('msteams.entities');
    }
  });

  test('does not look like more lines of a card', () => {
    expect(linesOf(cardWith(words))).toEqual(linesOf(cardWith('builds')));
  });

  test('is never bold', () => {
    const bold = cardsOf(cardWith(words), 'en')
      .flatMap((it) => partsOf({ attachments: [{ content: it }] }))
      .flatMap(({ inlines }) => (Array.isArray(inlines) ? inlines : []))
      .filter(({ weight }) => weight === 'Bolder')
      .map(({ text }) => text);
    expect(bold).toEqual([
      'Asked for by: ',
      'Who gets it: ',
      'Adds: ',
      'How long: ',
      'Reason: ',
      'Has already: ',
      'To be decided by: ',
    ]);
  });
});

/** A card on which somebody else's words stand wherever they can. */
function cardWith(words: string): Message {
  const questions = [{ by: words, words, answer: words }];
  return approverCard(roleRequest({ reason: words }), {
    requester: words,
    holds: [],
    language: 'en',
    questions,
  });
}

/** Lines that people see, on Slack and on Teams. */
function linesOf(message: Message): readonly [number, number] {
  // The schema of the fake gives them the types that `visible` reads.
  const blocks = messageBlocks.parse(rendered(message, 'en').pages[0]);
  const inTeams = cardsOf(message, 'en').flatMap((card) => partsOf({ attachments: [{ content: card }] }));
  return [visible(blocks).split('\n').length, inTeams.filter(({ type }) => type === 'RichTextBlock').length];
}
