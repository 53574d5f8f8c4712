import { expect, test } from 'vitest';
import { APP_TOKEN } from '../../fakes/slack/fake-slack.js';
import { dana, saying } from './say.js';
import { DANA, seat } from './seat.js';

test('takes no HTTP, and opens its connection with the app-level token', async () => {
  const { fake, adapter } = await seat({ mode: 'socket' });
  expect(adapter.routes).toEqual([]);
  expect(adapter.ready()).toBe(true);
  expect(fake.server.callsOf('apps.connections.open')).toMatchObject([{ token: APP_TOKEN }]);
});

test('commands, forms and presses come and are acknowledged', async () => {
  const { fake, adapter, next } = await seat({ mode: 'socket' });
  await fake.command(DANA, 'help');
  expect(await next()).toMatchObject({ kind: 'command', text: 'help' });

  await fake.command(DANA, '');
  await fake.until(() => fake.workspace.modal !== null);
  expect((await fake.submitPaste(DANA, ' ')).body).toMatchObject({ response_action: 'errors' });
  await fake.submitPaste(DANA, 'denied');
  expect(await next()).toMatchObject({ kind: 'command', text: 'denied' });

  await adapter.surface.send(
    dana,
    { ...saying('x'), buttons: [{ id: 'b', verb: 'back', label: 'Back' }] },
    'en',
  );
  await fake.press(DANA, fake.last(DANA), 'Back');
  expect(await next()).toMatchObject({ kind: 'press', button: 'b' });
});

test('is acknowledged before the work', async () => {
  const { fake, events, next } = await seat({ mode: 'socket' });
  fake.fail('users.info', { hang: true }, { hang: true }, { hang: true });
  await fake.say(DANA, 'hi');
  expect(events).toEqual([]);
  await next();
});

test.each<[string, string]>([
  ['no JSON', '{"type":'],
  ['no object', 'null'],
  ['an event without a payload', '{"type":"events_api","envelope_id":"e"}'],
  ['an event without an event', '{"type":"events_api","envelope_id":"e","payload":{}}'],
  ['a command that is a text', '{"type":"slash_commands","envelope_id":"e","payload":"x"}'],
  ['something else', '{"type":"surprise","envelope_id":"e","payload":{"a":1}}'],
])('an envelope with %s does no harm', async (_what, text) => {
  const { fake, next } = await seat({ mode: 'socket' });
  fake.server.socket.raw(text);
  await fake.say(DANA, 'still there');
  expect(await next()).toMatchObject({ text: 'still there' });
});

test.each(['refresh', 'drop'] as const)('connects anew after a %s', async (how) => {
  const { fake, adapter, next } = await seat({ mode: 'socket' });
  const { socket } = fake.server;
  const again = new Promise<void>((resolve) => {
    socket.onConnected = resolve;
  });
  socket[how]();
  await again;
  await expect.poll(() => adapter.ready()).toBe(true);
  await fake.say(DANA, 'back');
  expect(await next()).toMatchObject({ text: 'back' });
});

test('connects anew although Slack cannot be reached for a while', async () => {
  const { fake, adapter, logged, pauses } = await seat({ mode: 'socket' });
  fake.fail(
    'apps.connections.open',
    { status: 500 },
    { error: 'internal_error' },
    { status: 429, headers: { 'retry-after': '1' } },
    { hang: true },
  );
  fake.server.socket.drop();
  await expect
    .poll(() => adapter.ready() && fake.server.socket.connections === 2, { timeout: 5_000 })
    .toBe(true);
  expect(logged.filter(({ event }) => event === 'slack.not-connected')).toHaveLength(4);
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
});

test('after the end it does not connect again', async () => {
  const { fake, adapter } = await seat({ mode: 'socket' });
  await adapter.stop();
  expect(adapter.ready()).toBe(false);
  expect(fake.server.socket.connections).toBe(1);
});

test('nor where it was waiting to connect', async () => {
  let resume = (): void => {};
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      resume = resolve;
    });
  const { fake, adapter, logged } = await seat({ mode: 'socket', with: { pause } });
  fake.fail('apps.connections.open', { error: 'internal_error' });
  fake.server.socket.drop();
  await fake.until(() => logged.some(({ event }) => event === 'slack.not-connected'));
  await adapter.stop();
  resume();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(fake.server.callsOf('apps.connections.open')).toHaveLength(2);
  expect(fake.server.socket.connections).toBe(1);
});
