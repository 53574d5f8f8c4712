import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { Message } from '../../../../src/chat/message.js';
import { type Person, personKey } from '../../../../src/chat/person.js';
import { CHANNEL, GROUP } from '../../../fakes/teams/activities.js';
import type { Failure } from '../../../fakes/teams/connector.js';
import { directOf, TENANT, type TeamsUser } from '../../../fakes/teams/people.js';
import { samples } from '../../../support/samples.js';
import { Bot } from '../bot.js';
import { defined } from '../defined.js';

const shown = await samples('en');
const question = defined(shown['typed-question']);
const outcome = defined(shown['outcome']);

let bot: Bot;
let dana: TeamsUser;
let waited: number[];
beforeEach(async () => {
  waited = [];
  bot = await Bot.start({
    answerMs: 1500,
    wait: async (ms) => {
      waited.push(ms);
    },
  });
  dana = bot.teams.person('dana');
});
afterEach(() => bot.stop());

function personOf(who: TeamsUser): Person {
  return { platform: 'teams', tenant: TENANT, id: who.id, objectId: who.aadObjectId, guest: false };
}
function calls(method: string): readonly string[] {
  return bot.teams.connector.calls.filter((call) => call.method === method).map(({ path }) => path);
}
async function sent(message: Message): Promise<string> {
  const answer = await bot.adapter.surface.send(personOf(dana), message, 'en');
  if (!answer.ok) throw new Error(answer.reason);
  return answer.ref;
}

describe('the 1:1 chat', () => {
  test('is that of the stored reference', async () => {
    await bot.teams.say(dana, 'hello');
    await bot.events(1);
    expect(JSON.parse(defined(bot.references.get(personKey(personOf(dana)))))).toEqual({
      v: 1,
      serviceUrl: bot.teams.serviceUrl,
      conversation: directOf(dana),
    });
    await sent(question);
    expect(calls('POST').filter((path) => path === '/v3/conversations')).toEqual([]);
    expect(bot.teams.messagesTo(dana)).toHaveLength(1);
  });

  test('is opened where none is known, with the tenant, and is not stored', async () => {
    await sent(question);
    const [open] = bot.teams.connector.calls;
    expect(open).toMatchObject({
      path: '/v3/conversations',
      authorization: 'Bearer fake-connector-token',
      body: {
        isGroup: false,
        members: [{ id: dana.id }],
        tenantId: TENANT,
        channelData: { tenant: { id: TENANT } },
      },
    });
    await sent(question);
    expect(calls('POST').filter((path) => path === '/v3/conversations')).toHaveLength(1);
    expect(bot.references.size).toBe(0);
    expect(bot.teams.messagesTo(dana)).toHaveLength(2);
  });

  test('is opened anew where the stored one is gone', async () => {
    bot.references.set(
      personKey(personOf(dana)),
      JSON.stringify({ v: 1, serviceUrl: bot.teams.serviceUrl, conversation: 'a:gone' }),
    );
    bot.teams.fail(/POST .*a:gone/, { status: 404 });
    await sent(question);
    expect(bot.teams.messagesTo(dana)).toHaveLength(1);
  });

  test.each(['{', '{}', '[]', '{"v":2,"serviceUrl":"x","conversation":"y"}'])(
    'is opened where %s is stored',
    async (stored) => {
      bot.references.set(personKey(personOf(dana)), stored);
      await sent(question);
    },
  );

  test('that the person has not allowed is not replaced by the channel', async () => {
    const eve = bot.teams.person('eve', { installed: false });
    await bot.teams.mention(CHANNEL, eve, 'docker push says unauthorized');
    const { person, place } = defined((await bot.events(1))[0]);
    expect(await bot.adapter.surface.send(person, outcome, 'en')).toEqual({ ok: false, reason: 'no-direct' });
    expect(bot.teams.inChannel(CHANNEL)).toEqual([]);
    expect((await bot.adapter.surface.line(place, 'I cannot write to you.')).ok).toBe(true);
    expect(bot.teams.inChannel(CHANNEL).map(({ text }) => text)).toEqual(['I cannot write to you.']);
  });

  test('that was closed to the bot is no-direct', async () => {
    const eve = bot.teams.person('eve');
    await bot.teams.say(eve, 'hello');
    await bot.events(1);
    bot.teams.fail(/POST .*activities/, { status: 403 });
    expect(await bot.adapter.surface.send(personOf(eve), question, 'en')).toEqual({
      ok: false,
      reason: 'no-direct',
    });
  });
});

test('a stored reference to another service is not followed (security T43)', async () => {
  // That nobody answers there would look the same.
  const connects = vi.spyOn(Socket.prototype, 'connect');
  onTestFinished(() => connects.mockRestore());
  for (const serviceUrl of [
    'https://evil.example/',
    'http://169.254.169.254/',
    'https://smba.trafficmanager.net.evil/',
  ])
    for (const conversation of [directOf(dana)]) {
      bot.references.set(personKey(personOf(dana)), JSON.stringify({ v: 1, serviceUrl, conversation }));
      expect(await bot.adapter.surface.send(personOf(dana), question, 'en')).toEqual({
        ok: false,
        reason: 'failed',
      });
      const ref = JSON.stringify({ s: serviceUrl, c: conversation, a: ['m1'] });
      expect((await bot.adapter.surface.update(personOf(dana), ref, question, 'en')).ok).toBe(false);
    }
  expect(bot.teams.connector.calls).toEqual([]);
  expect(connects).not.toHaveBeenCalled();
});

describe('in a channel', () => {
  test('a line is plain text in the thread', async () => {
    await bot.teams.mention(`${CHANNEL};messageid=17`, dana, 'help');
    const { place } = defined((await bot.events(1))[0]);
    await bot.adapter.surface.line(place, "I'm on it. <at>everyone</at>");
    const [line] = bot.teams.inChannel(CHANNEL);
    expect(line?.conversation).toBe(`${CHANNEL};messageid=17`);
    expect(line?.activity).toMatchObject({
      type: 'message',
      textFormat: 'plain',
      text: "I'm on it. <at>everyone</at>",
    });
    expect(line?.activity).not.toHaveProperty('entities');
  });

  test('what is shared has nothing to press', async () => {
    await bot.teams.mention(GROUP, dana, 'help');
    const { place } = defined((await bot.events(1))[0]);
    await bot.adapter.surface.share(place, question, 'en');
    const [shared] = bot.teams.inChannel(GROUP);
    expect(shared?.text).toContain('Which registry');
    expect([shared?.buttons, shared?.choices, shared?.fields]).toEqual([[], [], []]);
  });

  test('a post goes to the channel that the operator named', async () => {
    expect((await bot.adapter.surface.post(CHANNEL, outcome, 'en')).ok).toBe(true);
    expect(bot.teams.inChannel(CHANNEL)).toHaveLength(1);
  });
});

describe('an update', () => {
  const long: Message = {
    ...outcome,
    blocks: [{ type: 'code', language: 'text', text: 'line of what was seen\n'.repeat(400) }],
  };

  test('of a message that was deleted is gone', async () => {
    const ref = await sent(question);
    bot.teams.connector.forget(defined(bot.teams.messagesTo(dana)[0]).id);
    expect(await bot.adapter.surface.update(personOf(dana), ref, outcome, 'en')).toEqual({
      ok: false,
      reason: 'gone',
    });
  });

  test('with what is no reference is gone, and asks nobody', async () => {
    for (const ref of ['', '{}', 'm1', '{"s":"x","c":"y","a":[]}'])
      expect(await bot.adapter.surface.update(personOf(dana), ref, outcome, 'en')).toEqual({
        ok: false,
        reason: 'gone',
      });
    expect(bot.teams.connector.calls).toEqual([]);
  });

  test('from one card to several and back leaves no old card', async () => {
    const one = await sent(question);
    const several = await bot.adapter.surface.update(personOf(dana), one, long, 'en');
    expect(bot.teams.messagesTo(dana).length).toBeGreaterThan(1);
    const back = await bot.adapter.surface.update(
      personOf(dana),
      several.ok ? several.ref : '',
      question,
      'en',
    );
    expect(back).toEqual({ ok: true, ref: one });
    expect(bot.teams.messagesTo(dana).map(({ updates }) => updates)).toEqual([2]);
  });

  test('is well though an old card cannot be taken away', async () => {
    const ref = await sent(long);
    bot.teams.fail(/DELETE/, { status: 501 });
    expect((await bot.adapter.surface.update(personOf(dana), ref, question, 'en')).ok).toBe(true);
  });
});

describe('a new message', () => {
  test.each([412, 429, 502, 504])('is sent again after %i', async (status) => {
    bot.teams.fail(/POST .*activities/, { status, times: 2 });
    await sent(question);
    expect(
      calls('POST').filter((path) => path.endsWith('activities') || path.includes('/activities/')),
    ).toHaveLength(3);
    expect(bot.teams.messagesTo(dana)).toHaveLength(1);
    expect(waited).toEqual([500, 1000]);
  });

  test('waits as long as it is asked to', async () => {
    bot.teams.fail(/POST .*activities/, { status: 429, headers: { 'retry-after': '3' }, times: 1 });
    await sent(question);
    expect(waited).toEqual([3250]);
  });

  test('that would have to wait for long has failed', async () => {
    bot.teams.fail(/POST .*activities/, { status: 429, headers: { 'retry-after': '3600' } });
    expect(await bot.adapter.surface.send(personOf(dana), question, 'en')).toEqual({
      ok: false,
      reason: 'failed',
    });
    expect(waited).toEqual([]);
  });

  test('is given up after a few attempts', async () => {
    bot.teams.fail(/POST .*activities/, { status: 429 });
    expect(await bot.adapter.surface.send(personOf(dana), question, 'en')).toEqual({
      ok: false,
      reason: 'failed',
    });
    expect(waited).toEqual([500, 1000, 2000]);
  });

  test.each<[string, Failure]>([
    ['500', { status: 500 }],
    ['503', { status: 503 }],
    ['503 with a time to wait', { status: 503, headers: { 'retry-after': '1' } }],
    ['no answer', { silent: true }],
    ['a redirect', { status: 307, headers: { location: 'https://evil.example/' } }],
    ['413', { status: 413 }],
  ])('is sent once where the answer is %s: it may have been read already', async (_, failure) => {
    bot.teams.fail(/POST .*activities/, failure);
    expect(await bot.adapter.surface.send(personOf(dana), question, 'en')).toEqual({
      ok: false,
      reason: 'failed',
    });
    expect(calls('POST').filter((path) => path.includes('activities'))).toHaveLength(1);
  });

  test('is sent again where nobody listened', async () => {
    const { teams } = bot;
    await teams.connector.close();
    expect(await bot.adapter.surface.send(personOf(dana), question, 'en')).toEqual({
      ok: false,
      reason: 'failed',
    });
    expect(waited).toHaveLength(3);
    await teams.connector.listen();
  });
});

test.each<[string, Failure]>([
  ['500', { status: 500, times: 2 }],
  ['no answer', { silent: true, times: 1 }],
  ['429', { status: 429, times: 3 }],
])('an update is repeated after %s: it does not matter how often', async (_, failure) => {
  const ref = await sent(question);
  bot.teams.fail(/PUT/, failure);
  expect(await bot.adapter.surface.update(personOf(dana), ref, outcome, 'en')).toEqual({ ok: true, ref });
});

test('what a failure says is neither logged nor told', async () => {
  bot.teams.fail(/POST/, { status: 400, body: '{"error":{"code":"x","message":"canary-secret"}}' });
  const answer = await bot.adapter.surface.send(personOf(dana), question, 'en');
  expect(JSON.stringify([answer, bot.lines])).not.toContain('canary');
  expect(bot.lines).toEqual([{ event: 'teams.not-sent', fields: { reason: 'failed', status: 400 } }]);
});

test('the name of somebody is that of the roster', async () => {
  await bot.teams.say(dana, 'hello');
  await bot.events(1);
  expect(await bot.adapter.surface.nameOf(personOf(dana))).toBe('dana');
  expect(await bot.adapter.surface.nameOf(personOf(bot.teams.person('nobody')))).toBeNull();
});
