import { expect, test } from 'vitest';
import { personKey } from '../../../src/chat/person.js';
import type { Place } from '../../../src/chat/place.js';
import { dana, long, saying } from './say.js';
import { DANA, GENERAL, seat } from './seat.js';

const channel: Place = { kind: 'channel', id: GENERAL, thread: '1780000000.000001', shared: false };

test('the 1:1 chat is opened once, and kept', async () => {
  const { fake, adapter, references } = await seat();
  expect(await adapter.surface.send(dana, saying('first'), 'en')).toMatchObject({ ok: true });
  expect(await adapter.surface.send(dana, saying('second'), 'en')).toMatchObject({ ok: true });
  expect(fake.server.callsOf('conversations.open')).toHaveLength(1);
  expect(references.get(personKey(dana))).toBe('D0DANA0001');
  expect(fake.messagesTo(DANA).map(({ shown }) => shown)).toEqual(['first', 'second']);
});

test('who wrote first needs no opening', async () => {
  const { fake, adapter, next } = await seat();
  await fake.say(DANA, 'hi');
  await next();
  await adapter.surface.send(dana, saying('hello'), 'en');
  expect(fake.server.callsOf('conversations.open')).toEqual([]);
});

test('a chat that Slack does not know any more is opened anew', async () => {
  const { fake, adapter, references } = await seat();
  references.set(personKey(dana), 'D0OLDOLD01');
  expect(await adapter.surface.send(dana, saying('hello'), 'en')).toMatchObject({ ok: true });
  expect(fake.last(DANA).shown).toBe('hello');
  expect(references.get(personKey(dana))).toBe('D0DANA0001');
});

test.each(['users_not_found', 'cannot_dm_bot', 'user_disabled'])('no 1:1 chat: %s', async (error) => {
  const { fake, adapter } = await seat();
  fake.fail('conversations.open', { error });
  expect(await adapter.surface.send(dana, saying('hello'), 'en')).toEqual({ ok: false, reason: 'no-direct' });
  expect(fake.server.callsOf('chat.postMessage')).toEqual([]);
});

test('the preview is constant, in the language of the person, and nothing unfurls', async () => {
  const { fake, adapter } = await seat();
  await adapter.surface.send(dana, saying('contoso.azurecr.io'), 'de');
  await adapter.surface.line(channel, 'I am on it.');
  const [direct, line] = fake.server.callsOf('chat.postMessage');
  expect(direct?.args['text']).toBe('Neues zu Ihrem Registrierungsfall');
  for (const call of [direct, line])
    expect(call?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', parse: 'none' });
});

test('an update takes the place of a message', async () => {
  const { fake, adapter } = await seat();
  const sent = await adapter.surface.send(dana, saying('checking'), 'en');
  if (!sent.ok) throw new Error('not sent');
  expect(await adapter.surface.update(dana, sent.ref, saying('done'), 'en')).toEqual(sent);
  expect(fake.messagesTo(DANA).map(({ shown, edited }) => [shown, edited])).toEqual([['done', true]]);
});

test('replies that hold the rest are changed, added and taken away with their message', async () => {
  const { fake, adapter } = await seat();
  const sent = await adapter.surface.send(dana, long('one', 'two'), 'en');
  if (!sent.ok) throw new Error('not sent');
  const [top] = fake.messagesTo(DANA);
  expect(
    fake
      .messagesTo(DANA)
      .slice(1)
      .every(({ thread }) => thread === top?.ts),
  ).toBe(true);
  const count = fake.messagesTo(DANA).length;
  expect(count).toBeGreaterThan(1);

  await adapter.surface.update(dana, sent.ref, long('one', 'two', 'three', 'four'), 'en');
  const grown = fake.messagesTo(DANA).length;
  expect(grown).toBeGreaterThan(count);
  // The reference of the first time still stands for all of it.
  await adapter.surface.update(dana, sent.ref, long('1', '2', '3', '4'), 'en');
  expect(fake.messagesTo(DANA)).toHaveLength(grown);
  await adapter.surface.update(dana, sent.ref, saying('short'), 'en');
  expect(fake.messagesTo(DANA).map(({ shown }) => shown)).toEqual(['short']);
});

test.each(['', 'x', 'D0DANA0001:1', 'D0DANA0001:1.1+', '<!channel>:1.1', 'whispered'])(
  'an update of what is no message of ours is gone: %j',
  async (ref) => {
    const { adapter } = await seat();
    expect(await adapter.surface.update(dana, ref, saying('x'), 'en')).toEqual({ ok: false, reason: 'gone' });
  },
);

test('an update of a deleted message is gone', async () => {
  const { adapter } = await seat();
  const ref = 'D0DANA0001:1780000000.000009';
  expect(await adapter.surface.update(dana, ref, saying('x'), 'en')).toEqual({ ok: false, reason: 'gone' });
});

test('a line stands in the thread, its text escaped', async () => {
  const { fake, adapter } = await seat();
  await adapter.surface.line(channel, 'a <!channel> & b');
  const [line] = fake.inChannel(GENERAL);
  expect(line).toMatchObject({
    thread: '1780000000.000001',
    shown: 'a <!channel> & b',
    text: 'a &lt;!channel&gt; &amp; b',
  });
});

test('what is shared has nothing to press', async () => {
  const { fake, adapter } = await seat();
  const message = {
    ...saying('the cause'),
    ask: { node: 'n', options: [{ id: 'a', label: 'A' }] },
    buttons: [{ id: 'b', verb: 'back' as const, label: 'Back' }],
    form: {
      id: 'f',
      title: 't',
      fields: [{ kind: 'text' as const, id: 'x', label: 'X', multiline: false }],
      submit: 'Send',
    },
  };
  expect(await adapter.surface.share(channel, message, 'en')).toMatchObject({ ok: true });
  expect(fake.inChannel(GENERAL)).toMatchObject([
    { shown: 'the cause', buttons: [], fields: [], thread: channel.thread },
  ]);
});

test('a channel that the bot is not in', async () => {
  const { adapter } = await seat();
  const elsewhere = { ...channel, id: 'C0SECRET01' };
  expect(await adapter.surface.line(elsewhere, 'x')).toEqual({ ok: false, reason: 'gone' });
  expect(await adapter.surface.post('C0SECRET01', saying('x'), 'en')).toEqual({ ok: false, reason: 'gone' });
  expect(await adapter.surface.post(GENERAL, saying('x'), 'en')).toMatchObject({ ok: true });
});

test('the name is what others see, without what would deceive them', async () => {
  const { fake, adapter } = await seat();
  expect(await adapter.surface.nameOf(dana)).toBe('Dana – Contoso');
  const id = fake.user('U0MALLORY1', 'Ma\u202ellory');
  expect(await adapter.surface.nameOf({ ...dana, id })).toBe('Mallory – Contoso');
  expect(await adapter.surface.nameOf({ ...dana, id: 'U0NOBODY01' })).toBeNull();
});

test('a store that fails makes no exception', async () => {
  const broken = async (): Promise<never> => {
    throw new Error('store is down');
  };
  const { adapter } = await seat({ with: { references: { reference: broken, saveReference: broken } } });
  expect(await adapter.surface.send(dana, saying('x'), 'en')).toEqual({ ok: false, reason: 'failed' });
});

test('the own page is published', async () => {
  const { fake, adapter } = await seat();
  const cases = [
    {
      id: 'c',
      registry: 'contoso.azurecr.io',
      cause: 'ip-not-allowed' as const,
      resolved: false,
      updatedAt: 1_780_000_000_000,
    },
  ];
  const buttons = [
    { id: 'link', verb: 'link' as const, label: 'Link my account', url: 'https://bot.example/link' },
  ];
  expect(
    await adapter.surface.home?.(dana, { cases, requests: [], standing: 'may-link', buttons }, 'en'),
  ).toMatchObject({
    ok: true,
  });
  const page = fake.homeOf(DANA);
  expect(page).toContain(
    'contoso.azurecr.io – The firewall of the registry does not allow your address – open',
  );
  expect(page).toContain('[Link my account]');
});
