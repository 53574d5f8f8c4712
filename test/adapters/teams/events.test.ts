import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHANNEL, direct, execute, file, GROUP, installed } from '../../fakes/teams/activities.js';
import { directOf, OTHER_TENANT, TENANT, type TeamsUser } from '../../fakes/teams/people.js';
import { Bot } from './bot.js';
import { defined } from './defined.js';

let bot: Bot;
let dana: TeamsUser;
beforeEach(async () => {
  bot = await Bot.start();
  dana = bot.teams.person('dana', { locale: 'de-DE' });
});
afterEach(() => bot.stop());

function personOf(who: TeamsUser): unknown {
  return { platform: 'teams', tenant: TENANT, id: who.id, objectId: who.aadObjectId, guest: false };
}

test('a message in the 1:1 chat', async () => {
  await bot.teams.say(dana, 'hello');
  expect((await bot.events(1))[0]).toEqual({
    kind: 'direct',
    text: 'hello',
    key: expect.stringMatching(/^teams:[\w-]{43}$/),
    person: personOf(dana),
    place: { kind: 'direct', id: directOf(dana), thread: null, shared: false },
    locale: 'de-DE',
  });
});

test('a mention in a channel, with its thread', async () => {
  await bot.teams.mention(`${CHANNEL};messageid=17`, dana, 'docker push says\nunauthorized');
  expect((await bot.events(1))[0]).toMatchObject({
    kind: 'mention',
    text: 'docker push says\nunauthorized',
    place: { kind: 'channel', id: CHANNEL, thread: '17', shared: false },
  });
});

test('a mention in a group chat, and one of nothing but the name', async () => {
  await bot.teams.mention(GROUP, dana, 'help');
  await bot.teams.mention(GROUP, dana, '');
  expect(await bot.events(2)).toMatchObject([
    { kind: 'mention', text: 'help', place: { kind: 'group', id: GROUP, thread: null } },
    { kind: 'mention', text: '' },
  ]);
});

test('"Diagnose this message" is answered with a sentence in the language of the person', async () => {
  const answer = await bot.teams.diagnose(dana, '<p>docker pull<br>unauthorized</p>');
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({
    task: { type: 'message', value: expect.stringContaining('Nachricht') },
  });
  expect((await bot.events(1))[0]).toMatchObject({ kind: 'shortcut', text: 'docker pull\nunauthorized' });
});

test('installation is one event, however often and in whichever way it is said', async () => {
  for (const activity of [...installed(dana, bot.teams.serviceUrl), ...installed(dana, bot.teams.serviceUrl)])
    expect((await bot.teams.deliver(activity)).status).toBe(200);
  await bot.adapter.stop();
  expect(bot.host.events).toMatchObject([{ kind: 'joined', person: personOf(dana) }]);
});

test('a file is told to be unreadable', async () => {
  await bot.teams.deliver(file(dana, bot.teams.serviceUrl));
  expect((await bot.events(1))[0]).toMatchObject({ kind: 'unreadable', why: 'unavailable' });
});

test('deliveries of the same activity have the same key, and no others have', async () => {
  const once = direct(dana, bot.teams.serviceUrl, 'hello');
  const press = (b: string): Readonly<Record<string, unknown>> => ({
    ...execute(dana, bot.teams.serviceUrl, 'm1', { type: 'Action.Execute', data: { v: 1, k: 'press', b } }),
    id: 'same',
  });
  for (const activity of [once, once, { ...once, id: 'other' }, press('b1'), press('b1'), press('b2')])
    await bot.teams.deliver(activity);
  const keys = (await bot.events(6)).map(({ key }) => key);
  expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 2, 3, 3, 5]);
});

test('events of a person are handed on in the order in which they came', async () => {
  await Promise.all([bot.teams.say(dana, '1')]);
  for (let i = 2; i <= 12; i += 1) await bot.teams.say(dana, String(i));
  const texts = (await bot.events(12)).map((event) => ('text' in event ? event.text : ''));
  expect(texts).toEqual(Array.from({ length: 12 }, (_, i) => String(i + 1)));
});

test('the acknowledgement does not wait for the work', async () => {
  let end = (): void => {};
  bot.host.onEvent = () =>
    new Promise((resolve) => {
      end = resolve;
    });
  expect((await bot.teams.say(dana, 'hello')).status).toBe(200);
  await bot.events(1);
  let stopped = false;
  const stop = bot.adapter.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  end();
  await stop;
});

test.each<[string, Partial<TeamsUser>]>([
  ['a guest', { role: 'guest' }],
  ['somebody anonymous', { role: 'anonymous' }],
  ['somebody of another tenant', { tenant: OTHER_TENANT }],
])('%s is a guest without an object id', async (_, more) => {
  const rosters = bot.teams.person('gina', more);
  // In our tenant's conversation: that is what the activity says.
  await bot.teams.say({ ...rosters, tenant: TENANT }, 'hello');
  expect((await bot.events(1))[0]).toMatchObject({
    person: { id: '29:gina', objectId: null, guest: true },
    place: { shared: true },
  });
});

test('who cannot be looked up is taken for a guest, until they can', async () => {
  bot.teams.fail(/members/, { status: 500, times: 4 });
  await bot.teams.say(dana, 'hello');
  await bot.events(1);
  await bot.teams.say(dana, 'again');
  expect(await bot.events(2)).toMatchObject([{ person: { guest: true } }, { person: personOf(dana) }]);
});

test('an object id that is not that of the roster is not believed', async () => {
  await bot.teams.say({ ...dana, aadObjectId: '44444444-4444-4444-8444-444444444444' }, 'hello');
  expect((await bot.events(1))[0]).toMatchObject({ person: { objectId: null, guest: true } });
});

test('a form and a list come back with what was entered', async () => {
  const { samples } = await import('../../support/samples.js');
  const shown = await samples('en');
  bot.host.onEvent = async (event) => {
    if (event.kind !== 'direct') return;
    await bot.adapter.surface.send(event.person, defined(shown['handover-preview']), 'en');
    await bot.adapter.surface.send(event.person, defined(shown['question']), 'en');
  };
  await bot.teams.say(dana, 'hello');
  await bot.teams.connector.until(() => bot.teams.messagesTo(dana).length === 2);
  const [form, question] = bot.teams.messagesTo(dana).map(defined);
  await bot.teams.submitForm(dana, defined(form), { note: 'please\nsoon' });
  await bot.teams.choose(dana, defined(question), 'With a managed identity of an Azure resource');
  await bot.teams.execute(dana, defined(question), 'Back');
  expect((await bot.events(4)).slice(1)).toMatchObject([
    { kind: 'form', id: 'handover-note', values: { note: 'please\nsoon' } },
    { kind: 'answer', node: 'auth-method', option: 'managed-identity' },
    { kind: 'press', button: 'b2' },
  ]);
});

test('somebody else who presses, and somebody late, reach the desk as themselves', async () => {
  const ari = bot.teams.person('ari');
  const action = { type: 'Action.Execute', data: { v: 1, k: 'press', b: 'b1' } };
  await bot.teams.deliver(execute(ari, bot.teams.serviceUrl, 'long-gone', action));
  expect((await bot.events(1))[0]).toMatchObject({ kind: 'press', button: 'b1', person: personOf(ari) });
});
