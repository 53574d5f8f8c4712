import { expect, test } from 'vitest';
import { blockActions, messageAction } from '../../fakes/slack/payloads.js';
import { dana, saying } from './say.js';
import { DANA, seat } from './seat.js';

const withForm = {
  ...saying('Anything to add?'),
  buttons: [
    { id: 'T1:b2', verb: 'back' as const, label: 'Back' },
    { id: 'link', verb: 'link' as const, label: 'Link', url: 'https://bot.example/link' },
  ],
  form: {
    id: 'T1:handover-note',
    title: 'Note',
    fields: [
      { kind: 'text' as const, id: 'note', label: 'Your note', multiline: true },
      { kind: 'text' as const, id: 'ticket', label: 'Ticket', multiline: false },
    ],
    submit: 'Send',
  },
};

test('a form comes back with its id and values, as they were typed', async () => {
  const { fake, adapter, next } = await seat();
  await adapter.surface.send(dana, withForm, 'en');
  await fake.submitForm(DANA, fake.last(DANA), { 'Your note': ' a & <b>\n`c` ' }, 'Send');
  expect(await next()).toMatchObject({
    kind: 'form',
    id: 'T1:handover-note',
    values: { note: ' a & <b>\n`c` ', ticket: '' },
  });
});

test.each([
  ['none', null, ''],
  ['an id', 'T1:slot.2', 'T1:slot.2'],
  ['what is no id', '<@U1> said so', ''],
  ['what is too long', 'a'.repeat(121), ''],
])('of a choice %s comes back as an id, or as nothing', async (_what, value, given) => {
  const { fake, next } = await seat();
  const values = { 'field/slot': { value: { type: 'static_select', selected_option: value && { value } } } };
  const action = { type: 'button', action_id: 'form/T1:f', value: 'T1:f' };
  const message = { ts: '1780000000.000001', text: 'x' };
  await fake.interact(
    blockActions(DANA, { channel: 'D0DANA0001', message }, action, { trigger_id: 't', state: { values } }),
  );
  expect(await next()).toMatchObject({ kind: 'form', id: 'T1:f', values: { slot: given } });
});

test('a press gives its id back unchanged; each press is an event of its own', async () => {
  const { fake, adapter, next } = await seat();
  await adapter.surface.send(dana, withForm, 'en');
  await fake.press(DANA, fake.last(DANA), 'Back');
  await fake.press(DANA, fake.last(DANA), 'Back');
  const [first, second] = [await next(), await next()];
  expect(first).toMatchObject({ kind: 'press', button: 'T1:b2' });
  expect(second.key).not.toBe(first.key);
});

test('a press of somebody else is handed on as theirs', async () => {
  const { fake, adapter, next } = await seat();
  const lee = fake.user('U0LEE00001', 'Lee');
  await adapter.surface.send(dana, withForm, 'en');
  await fake.press(lee, fake.last(DANA), 'Back');
  expect((await next()).person.id).toBe(lee);
});

test('a button that opens a page is no event', async () => {
  const { fake, adapter, events } = await seat();
  await adapter.surface.send(dana, withForm, 'en');
  expect((await fake.press(DANA, fake.last(DANA), 'Link')).status).toBe(200);
  await adapter.stop();
  expect(events).toEqual([]);
});

test.each([
  { action_id: 'press/a/b', value: 'x' },
  { action_id: 'press/', value: 'x' },
  { action_id: 'answer/n/0', value: '<@U1>' },
  { action_id: 'answer/n' },
  { action_id: `press/${'a'.repeat(121)}` },
  { action_id: 'form' },
  { action_id: '__proto__/x' },
])('an action of another make is ignored: %j', async (action) => {
  const { fake, adapter, events, logged } = await seat();
  const message = { ts: '1780000000.000001', text: 'old' };
  const body = blockActions(
    DANA,
    { channel: 'D0DANA0001', message },
    { type: 'button', ...action },
    { trigger_id: 't' },
  );
  expect((await fake.interact(body)).status).toBe(200);
  await adapter.stop();
  expect(events).toEqual([]);
  expect(logged).toContainEqual({ event: 'slack.ignored', fields: { reason: 'unknown-action' } });
});

test('a shortcut of another name is acknowledged and ignored', async () => {
  const { fake, adapter, events } = await seat();
  const body = messageAction(DANA, 'C0GENERAL1', { ts: '1.1', text: 'x' }, { callback_id: 'old' });
  expect((await fake.interact(body)).status).toBe(200);
  await adapter.stop();
  expect(events).toEqual([]);
});
