import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rendered } from '../../../adapters/slack/render/message.js';
import type { Block, Message } from '../../../src/chat/message.js';
import { charactersOf, messageBlocks } from '../../fakes/slack/limits.js';
import { visible } from '../../fakes/slack/visible.js';

const empty: Message = {
  to: 'dana',
  audience: 'private',
  id: 'm1',
  replaces: null,
  blocks: [],
  ask: null,
  buttons: [],
  form: null,
  outcome: null,
  handover: null,
};
const hostile = [
  '<!channel> <!here> <!everyone>',
  '<@U0DANA0001>',
  '<http://evil.example|login.microsoftonline.com>',
  '[login](http://evil.example)',
  '@everyone @channel @here',
  '*bold* _it_ ~no~ :smile: >quote',
  '`code` ``` fence ```',
  'a\u202egnp.exe\u2066b\u200bc',
  '\u001b[31mred\u0007',
  '&lt;!channel&gt; &amp;',
  '<!subteam^S1|@ops> <#C1|x>',
];

const everywhere = (text: string): Message => ({
  ...empty,
  blocks: [
    { type: 'heading', text },
    { type: 'text', text },
    { type: 'list', items: [text] },
    { type: 'steps', items: [{ text, code: [{ type: 'code', language: 'bash', text }] }] },
    { type: 'facts', items: [{ label: text, value: text }] },
    { type: 'code', language: 'text', text },
    { type: 'progress', items: [{ id: 'x', label: text, state: 'bad', note: text }] },
    {
      type: 'links',
      items: [
        { title: text, url: 'https://learn.microsoft.com/' },
        { title: 'x', url: text },
      ],
    },
    { type: 'source', text },
  ],
  ask: { node: 'n', options: [{ id: 'a', label: text }], input: { label: text, example: text } },
  buttons: [{ id: 'b', verb: 'back', label: text }],
  form: {
    id: 'f',
    title: text,
    fields: [{ kind: 'text', id: 'x', label: text, multiline: true }],
    submit: text,
  },
});

describe('whatever a fact holds comes out inert', () => {
  test.each(hostile)('%s', (text) => {
    const { text: fallback, pages } = rendered(everywhere(text), 'en');
    const json = JSON.stringify(pages);

    // Nothing that Slack parses: no mrkdwn object, no mention, no link but the constant one.
    expect(json).not.toContain('"mrkdwn"');
    expect(json).not.toMatch(/"type":"(?:user|usergroup|channel|broadcast|emoji|team)"/);
    expect(json.match(/"url":"[^"]*"/g)).toEqual(['"url":"https://learn.microsoft.com/"']);
    expect(json).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b-\u200f\u001b\u0007]/);
    // Code is preformatted, the preview a constant.
    expect(json).toContain('rich_text_preformatted');
    expect(fallback).toBe('News on your registry case');
    for (const blocks of pages) expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
  });
});

test.each([
  'http://evil.example/',
  'javascript:alert(1)',
  'slack://channel?id=C1',
  `https://a.example/${'x'.repeat(3_000)}`,
])('an address that nobody should open is no link: %s', (url) => {
  const { pages } = rendered({ ...empty, blocks: [{ type: 'links', items: [{ title: 'x', url }] }] }, 'en');
  expect(JSON.stringify(pages)).not.toContain('"type":"link"');
});

const words = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .integer({ min: 1, max: 9_000 })
    .map((length) => 'long text, '.repeat(Math.ceil(length / 11)).slice(0, length)),
  fc.integer({ min: 1, max: 9_000 }).map((length) => '字'.repeat(length)),
);
const someWords = words.filter((text) => text.trim() !== '' && !/^[\p{C}\s`*]+$/u.test(text));
const code = fc.record({
  type: fc.constant('code' as const),
  language: fc.constantFrom('bash' as const, 'powershell' as const, 'text' as const),
  text: someWords,
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), text: someWords }),
  fc.record({ type: fc.constant('text' as const), text: someWords }),
  fc.record({ type: fc.constant('source' as const), text: someWords }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(someWords, { minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    type: fc.constant('steps' as const),
    items: fc.array(fc.record({ text: someWords, code: fc.array(code, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 5,
    }),
  }),
  fc.record({
    type: fc.constant('facts' as const),
    items: fc.array(fc.record({ label: someWords, value: words }), { minLength: 1, maxLength: 12 }),
  }),
  code,
);
const labels = fc.array(someWords, { minLength: 1, maxLength: 40 });
const message: fc.Arbitrary<Message> = fc
  .tuple(fc.array(block, { minLength: 1, maxLength: 70 }), labels, fc.option(labels, { nil: null }))
  .map(([blocks, pressed, options]) => ({
    ...empty,
    blocks,
    buttons: pressed.slice(0, 30).map((label, i) => ({ id: `b${i}`, verb: 'back', label })),
    ask:
      options === null
        ? null
        : { node: 'node', options: options.map((label, i) => ({ id: `o${i}`, label })) },
  }));

test('every message, however long, is within the limits of Slack, and nothing of it is lost', () => {
  fc.assert(
    fc.property(message, (any) => {
      const { pages } = rendered(any, 'en');
      for (const blocks of pages) {
        expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
        expect(charactersOf(blocks)).toBeLessThan(11_000);
      }
      const squeezed = (text: string): string => text.replaceAll(/[\s\p{C}`*]/gu, '');
      const shown = squeezed(pages.map((blocks) => visible(messageBlocks.parse(blocks))).join(''));
      for (const one of any.blocks)
        if (one.type === 'text' || one.type === 'code') expect(shown).toContain(squeezed(one.text));
      for (const later of pages.slice(1)) expect(later.some(({ type }) => type === 'actions')).toBe(false);
    }),
    { numRuns: 60 },
  );
}, 120_000);

test('what has no room stands in replies, and the message says so', () => {
  const text = 'word '.repeat(1_000);
  const { pages } = rendered(
    { ...empty, blocks: Array.from({ length: 5 }, () => ({ type: 'text', text })) },
    'en',
  );
  expect(pages.length).toBeGreaterThan(1);
  expect(visible(messageBlocks.parse(pages[0]))).toContain('The rest of this answer is in the thread');
});

test('many short blocks are no more than Slack takes', () => {
  const one: Message = {
    ...empty,
    blocks: Array.from({ length: 120 }, (_, i) => ({ type: 'text', text: `t${i}` })),
    buttons: [{ id: 'b', verb: 'back', label: 'Back' }],
  };
  const { pages } = rendered(one, 'en');
  for (const blocks of pages) expect(messageBlocks.safeParse(blocks).error).toBeUndefined();
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 22]);
});

test('long code is broken between lines only, so that each part can be copied', () => {
  const lines = Array.from({ length: 200 }, (_, i) => `line ${i} of what was printed, with blanks in it`);
  const { pages } = rendered(
    { ...empty, blocks: [{ type: 'code', language: 'text', text: lines.join('\n') }] },
    'en',
  );
  const parts = pages
    .flatMap((blocks) => messageBlocks.parse(blocks))
    .flatMap((block) => (block.type === 'rich_text' ? block.elements : []))
    .flatMap((element) => (element.type === 'rich_text_preformatted' ? element.elements : []));
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.flatMap(({ text }) => text.split('\n'))).toEqual(lines);
});

test('a heading never ends a page', () => {
  const filled: Block = { type: 'text', text: 'x'.repeat(2_900) };
  const blocks: readonly Block[] = Array.from(
    { length: 12 },
    (_, i): Block => (i % 3 === 2 ? { type: 'heading', text: `h${i}` } : filled),
  );
  for (const page of rendered({ ...empty, blocks: [...blocks, filled] }, 'en').pages) {
    const said = page.filter(({ type }) => type !== 'actions');
    expect(said.at(-1)?.type).not.toBe('header');
  }
});

describe('options', () => {
  const ask = (...labels: readonly string[]): Message => ({
    ...empty,
    ask: { node: 'n', options: labels.map((label, i) => ({ id: `o${i}`, label })) },
  });
  const shown = (one: Message): string =>
    rendered(one, 'en')
      .pages.map((page) => visible(messageBlocks.parse(page)))
      .join('\n');

  test('few short ones are buttons', () => {
    expect(shown(ask('Yes (`true`)', 'No'))).toBe('[Yes (true)] [No]');
  });
  test('many are a list', () => {
    expect(shown(ask('a', 'b', 'c', 'd', 'e', 'f'))).toContain('[Choose an answer]\n  ( ) a');
  });
  test('long ones stand whole above the list, numbered in both', () => {
    const long = `With a very long label ${'that goes on '.repeat(10)}to its end`;
    const text = shown(ask(long, 'Short'));
    expect(text).toContain(`1. ${long}\n2. Short\n[Choose an answer]\n  ( ) 1. With a very long`);
    expect(text).toContain('( ) 2. Short');
  });
  test('a button that repeats an option, or what sends the form, is left out', () => {
    const one: Message = {
      ...ask("I don't know", 'Yes'),
      buttons: [
        { id: 'b1', verb: 'dont-know', label: "I don't know" },
        { id: 'b2', verb: 'send-handover', label: 'Send' },
        { id: 'b3', verb: 'back', label: 'Back' },
      ],
      form: {
        id: 'f',
        title: 't',
        fields: [{ kind: 'text', id: 'note', label: 'Note', multiline: true }],
        submit: 'Send',
      },
    };
    expect(shown(one)).toBe("[I don't know] [Yes]\nNote: ____\n[Send]\n[Back]");
  });
  test('a button with an address opens it', () => {
    const one: Message = {
      ...empty,
      buttons: [{ id: 'link', verb: 'link', label: 'Link', url: 'https://bot.example/link' }],
    };
    expect(JSON.stringify(rendered(one, 'en').pages)).toContain('"action_id":"open/link"');
  });
  test('the vote says to a screen reader what it answers', () => {
    const one: Message = { ...empty, buttons: [{ id: 'helpful', verb: 'helpful', label: '👍 Yes' }] };
    expect(JSON.stringify(rendered(one, 'en').pages)).toContain(
      '"accessibility_label":"Did this help? 👍 Yes"',
    );
  });
});

test('two commands side by side name their shells', () => {
  const blocks: readonly Block[] = [
    { type: 'code', language: 'bash', text: 'a' },
    { type: 'code', language: 'powershell', text: 'b' },
  ];
  const [page] = rendered({ ...empty, blocks }, 'en').pages;
  expect(visible(messageBlocks.parse(page))).toBe('bash:\na\nPowerShell:\nb');
});
