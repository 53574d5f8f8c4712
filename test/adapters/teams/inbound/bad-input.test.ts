import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { direct, execute, installed, mention } from '../../../fakes/teams/activities.js';
import { BOT, OTHER_TENANT, type TeamsUser } from '../../../fakes/teams/people.js';
import { Bot } from '../bot.js';

let bot: Bot;
let dana: TeamsUser;
beforeEach(async () => {
  bot = await Bot.start();
  dana = bot.teams.person('dana');
});
afterEach(() => bot.stop());

const json = { 'content-type': 'application/json' };
function bearer(): Record<string, string> {
  return { ...json, authorization: `Bearer ${bot.teams.token}` };
}
function hello(more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { ...direct(dana, bot.teams.serviceUrl, 'hello'), ...more };
}
function reasons(): readonly unknown[] {
  return bot.lines.filter(({ event }) => event === 'teams.refused').map(({ fields }) => fields['reason']);
}
/** Nothing came of it: no event, no call. */
async function expectNothing(): Promise<void> {
  await bot.adapter.stop();
  expect(bot.host.events).toEqual([]);
  expect(bot.teams.connector.calls).toEqual([]);
}

describe('a body is refused that', () => {
  test.each([
    ['is no JSON', 'hello'],
    ['is cut off', '{"type":"message","text":"hel'],
    ['is no object', '[]'],
    ['is null', 'null'],
    ['has no type', JSON.stringify({ text: 'hello' })],
    ['has a type that is no text', JSON.stringify({ type: 7, channelId: 'msteams', serviceUrl: 'x' })],
    ['is empty', ''],
  ])('%s', async (_, body) => {
    expect(await bot.teams.post(body, bearer())).toEqual({ status: 400, body: '' });
    expect(reasons()).toEqual(['body']);
    await expectNothing();
  });

  test('is larger than 256 KB, by what it says and by what it is', async () => {
    const body = JSON.stringify(hello({ text: 'x'.repeat(300_000) }));
    expect((await bot.teams.post(body, bearer())).status).toBe(413);
    const chunks = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 40; i += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)));
        controller.close();
      },
    });
    const status = await bot.teams.post(chunks, bearer()).then(
      (answer) => answer.status,
      () => 'closed',
    );
    expect([413, 'closed']).toContain(status);
    await expectNothing();
  });

  test('is of another content type', async () => {
    const headers = { ...bearer(), 'content-type': 'text/plain' };
    expect((await bot.teams.post(JSON.stringify(hello()), headers)).status).toBe(415);
    await expectNothing();
  });
});

test('who is not authenticated is not told what is wrong with a body', async () => {
  expect((await bot.teams.post('hello', json)).status).toBe(401);
  await expectNothing();
});

describe('an activity is refused', () => {
  test.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['of another channel', 'channel', { channelId: 'directline' }],
    ['of another tenant', 'tenant', { channelData: { tenant: { id: OTHER_TENANT } } }],
    [
      'of a conversation of another tenant',
      'tenant',
      { conversation: { conversationType: 'personal', id: 'a:1', tenantId: OTHER_TENANT } },
    ],
    [
      'of no tenant',
      'tenant',
      { channelData: {}, conversation: { conversationType: 'personal', id: 'a:1' } },
    ],
    [
      'of a person of another tenant',
      'tenant',
      { from: { id: '29:x', aadObjectId: '33333333-3333-4333-8333-333333333333', tenantId: OTHER_TENANT } },
    ],
    ['of a person without an object id', 'person', { from: { id: '29:x', name: 'X' } }],
    ['of a person whose object id is none', 'person', { from: { id: '29:x', aadObjectId: 'dana@contoso' } }],
    ['of nobody', 'person', { from: undefined }],
  ])('%s', async (_, reason, more) => {
    expect(await bot.teams.deliver(hello(more))).toEqual({ status: 403, body: '' });
    expect(reasons()).toEqual([reason]);
    await expectNothing();
  });

  test.each([
    'https://smba.trafficmanager.net.evil.example/',
    'https://evil.example/smba.trafficmanager.net/',
    'https://smba.trafficmanager.net@evil.example/',
    'https://smba.trafficmanager.net:8443/teams/',
    'http://smba.trafficmanager.net/teams/',
    'https://evil.example\\@smba.trafficmanager.net/',
    'https://169.254.169.254/',
    'file:///etc/passwd',
    'wss://smba.trafficmanager.net/',
    'urn:botframework:websocket:x',
    '',
  ])('whose answers would go to %s', async (serviceUrl) => {
    expect((await bot.teams.deliver(hello({ serviceUrl }))).status).toBe(403);
    expect(reasons()).toEqual(['service-url']);
    await expectNothing();
  });
});

describe('an activity is acknowledged, and nothing comes of it,', () => {
  test.each<[string, () => Readonly<Record<string, unknown>>]>([
    ['of a type that nobody knows', () => hello({ type: 'surprise' })],
    ['a reaction', () => hello({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] })],
    ['somebody who types', () => hello({ type: 'typing' })],
    ['of another bot', () => hello({ from: { id: '28:other', role: 'bot' } })],
    ['of a bot with the id of a person', () => hello({ from: { ...dana, role: 'bot' } })],
    ['of the bot itself', () => hello({ from: BOT })],
    ['an empty message', () => hello({ text: ' ' })],
    [
      'the bot in a channel',
      () => ({ ...mention(dana, bot.teams.serviceUrl, ''), type: 'installationUpdate', action: 'add' }),
    ],
    ['the bot taken away', () => ({ ...installed(dana, bot.teams.serviceUrl)[1], action: 'remove' })],
  ])('%s', async (_, make) => {
    expect((await bot.teams.deliver(make())).status).toBe(200);
    await expectNothing();
  });
});

describe('an invoke', () => {
  test.each(['', 'task/fetch', 'surprise', 'signin/tokenExchange', 'config/fetch', 'application/search'])(
    'called "%s" is not implemented',
    async (name) => {
      const { status } = await bot.teams.deliver(hello({ type: 'invoke', name, value: { x: 1 } }));
      expect(status).toBe(501);
      await expectNothing();
    },
  );

  test.each([
    [undefined],
    [null],
    [7],
    ['x'],
    [[]],
    [{}],
    [{ action: null }],
    [{ action: { type: 'Action.Submit' } }],
  ])('of a card with the value %j is refused', async (value) => {
    const invoke = { ...hello({ type: 'invoke', name: 'adaptiveCard/action' }), value };
    const { status } = await bot.teams.deliver(invoke);
    expect(status).toBe(400);
    await expectNothing();
  });

  test.each([
    undefined,
    null,
    'x',
    {},
    { v: 0, k: 'press', b: 'b1' },
    { v: 1, k: 'grant', b: 'b1' },
    { v: 1, k: 'press', b: 'b1', role: 'Owner' },
    { v: 1, k: 'press', b: ['b1'] },
    { v: 1, k: 'press', b: '<script>' },
    { v: 1, k: 'answer', n: 'x'.repeat(121), o: 'y' },
  ])('of an older or another card, %j, is acknowledged with a sentence', async (data) => {
    const action = { type: 'Action.Execute', verb: 'acr-help', data };
    const invoke = execute(dana, bot.teams.serviceUrl, 'm1', action);
    const { status, body } = await bot.teams.deliver(invoke);
    expect(status).toBe(200);
    expect(body).toMatchObject({ value: 'This question is no longer open.' });
    expect(bot.lines).toEqual([{ event: 'teams.ignored', fields: { reason: 'card' } }]);
    await expectNothing();
  });
});

test('nothing that an error says comes out of the endpoint', async () => {
  bot.host.languageOf = async () => {
    throw new Error('secret detail');
  };
  const action = { type: 'Action.Execute', data: { v: 1, k: 'press', b: 'b1' } };
  const answer = await bot.teams.deliver(execute(dana, bot.teams.serviceUrl, 'm1', action));
  expect(answer).toMatchObject({ status: 200, body: { value: 'One moment …' } });
  expect(JSON.stringify([answer, bot.lines])).not.toContain('secret');
});

test('once it is stopped, it takes nothing', async () => {
  await bot.adapter.stop();
  expect(bot.adapter.ready()).toBe(false);
  expect((await bot.teams.deliver(hello())).status).toBe(503);
});
