import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SIGNING_SECRET } from '../../fakes/slack/fake-slack.js';
import {
  blockSuggestion,
  botMessage,
  directMessage,
  eventCallback,
  messageChanged,
  messageDeleted,
  TEAM,
  viewClosed,
} from '../../fakes/slack/payloads.js';
import { signed } from '../../fakes/slack/sign.js';
import { DANA, seat } from './seat.js';

const NOW = 1_780_000_000_000;
const now = () => NOW;
const json = { 'content-type': 'application/json' };
const body = JSON.stringify(eventCallback('Ev1', directMessage(DANA, 'D0DANA0001', '1.1', 'hello')));
const stamped = (seconds: number | string) => ({ ...json, ...signed(SIGNING_SECRET, body, seconds) });

describe('refuses, without a word', () => {
  const good = signed(SIGNING_SECRET, body, NOW / 1000);
  test.each<[string, Record<string, string>, string]>([
    ['no signature', { ...json, 'x-slack-signature': '', 'x-slack-request-timestamp': '' }, body],
    ['a signature of another secret', { ...json, ...signed('another-secret', body, NOW / 1000) }, body],
    [
      'a signature of another time',
      { ...json, ...good, 'x-slack-request-timestamp': String(NOW / 1000 - 1) },
      body,
    ],
    ['a changed byte', { ...json, ...good }, body.replace('hello', 'hellp')],
    [
      'an upper case signature',
      { ...json, ...good, 'x-slack-signature': good['x-slack-signature']?.toUpperCase() ?? '' },
      body,
    ],
    [
      'a cut signature',
      { ...json, ...good, 'x-slack-signature': good['x-slack-signature']?.slice(0, -2) ?? '' },
      body,
    ],
    ['a request of 301 seconds ago', stamped(NOW / 1000 - 301), body],
    ['a request of 301 seconds ahead', stamped(NOW / 1000 + 301), body],
    ['a time that is no number', stamped('abc'), body],
    ['a time with a fraction', stamped(`${NOW / 1000}.0`), body],
    ['a time in another notation', stamped(`0x${(NOW / 1000).toString(16)}`), body],
    ['a body that is no JSON, unsigned', { ...json, 'x-slack-signature': 'v0=00' }, '{"a":'],
  ])('%s', async (_what, headers, sent) => {
    const { fake, events, logged } = await seat({ now });
    const { status, body: said } = await fake.post(sent, headers);

    expect({ status, said, events }).toEqual({ status: 401, said: '', events: [] });
    expect(logged.filter(({ event }) => event === 'slack.refused')).toHaveLength(1);
  });
});

test.each([-300, 0, 300])('takes a signed request of %d seconds from now', async (seconds) => {
  const { fake, next } = await seat({ now });
  expect((await fake.post(body, stamped(NOW / 1000 + seconds))).status).toBe(200);
  expect(await next()).toMatchObject({ text: 'hello' });
});

test('a body over 256 KB is not read', async () => {
  const { fake, events } = await seat();
  const { status } = await fake.post('x'.repeat(256 * 1024 + 1), json);
  expect(status).toBe(413);
  expect(events).toEqual([]);
});

test('a body of 256 KB is', async () => {
  const { fake } = await seat();
  const frame = JSON.stringify(eventCallback('Ev1', directMessage(DANA, 'D0DANA0001', '1.1', '')));
  const filled = frame.replace('"text":""', `"text":"${'y'.repeat(256 * 1024 - frame.length)}"`);
  expect(filled).toHaveLength(256 * 1024);
  expect((await fake.post(filled, json)).status).toBe(200);
});

test('a body that breaks off leads to nothing', async () => {
  const { fake, events, url } = await seat();
  const socket = new Socket();
  await new Promise<void>((resolve) => socket.connect(Number(new URL(url).port), '127.0.0.1', resolve));
  socket.write(
    `POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 40)}`,
  );
  socket.destroy();
  expect((await fake.say(DANA, 'still there')).status).toBe(200);
  expect(events.filter(({ kind }) => kind !== 'direct')).toEqual([]);
});

test.each([
  ['JSON that breaks off', json, body.slice(0, -5)],
  ['JSON that is no object', json, '[1]'],
  ['JSON that is a word', json, 'null'],
  ['a form whose payload is no JSON', { 'content-type': 'application/x-www-form-urlencoded' }, 'payload=%7B'],
  ['another type of content', { 'content-type': 'text/plain' }, body],
])('what is signed but malformed is refused: %s', async (_what, headers, sent) => {
  const { fake, events } = await seat();
  expect((await fake.post(sent, headers)).status).toBe(400);
  expect(events).toEqual([]);
});

test('answers the challenge, signed only', async () => {
  const { fake } = await seat();
  const challenge = JSON.stringify({ type: 'url_verification', token: 'fake', challenge: 'c-123' });
  expect(await fake.post(challenge, json)).toMatchObject({ status: 200, body: { challenge: 'c-123' } });
  expect((await fake.post(challenge, { ...json, 'x-slack-signature': 'v0=00' })).status).toBe(401);
});

test('answers the check of the certificate, from which nothing follows', async () => {
  const { fake, events } = await seat();
  const unsigned = { 'content-type': 'application/x-www-form-urlencoded', 'x-slack-signature': 'none' };
  expect((await fake.post('ssl_check=1&token=abc', unsigned)).status).toBe(200);
  expect((await fake.post('ssl_check=1&token=abc&command=/acr-help&text=x', unsigned)).status).toBe(401);
  expect(events).toEqual([]);
});

test('a delivery that comes again carries the same key', async () => {
  const { fake, next, logged } = await seat({ now });
  await fake.post(body, stamped(NOW / 1000));
  await fake.post(body, {
    ...stamped(NOW / 1000),
    'x-slack-retry-num': '1',
    'x-slack-retry-reason': 'http_timeout',
  });
  const [first, second] = [await next(), await next()];
  expect(second.key).toBe(first.key);
  expect(first.key).toBe('slack:event:Ev1');
  expect(logged).toContainEqual({ event: 'slack.retry', fields: { retry: 1 } });
});

test('Slack is answered before anything follows', async () => {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { fake, events, next } = await seat({ take: () => held });
  fake.fail('users.info', { hang: true }, { hang: true }, { hang: true });
  // Who it is takes three calls that are not answered: 1.5 seconds.
  expect((await fake.say(DANA, 'hello')).status).toBe(200);
  expect(events).toEqual([]);
  await next();
  release();
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['an event of an unknown type', { type: 'reaction_added', user: DANA }, {}],
  ['a deleted message', messageDeleted('D0DANA0001', '1.1'), {}],
  ['a changed message', messageChanged('D0DANA0001', '1.1', 'changed'), {}],
  ['a message of another bot', botMessage('D0DANA0001', 'hi'), {}],
  ['a message with a bot id', directMessage(DANA, 'D0DANA0001', '1.1', 'hi', { bot_id: 'B0OTHERBOT' }), {}],
  ['a message of its own', directMessage('U0ACRHELP1', 'D0DANA0001', '1.1', 'hi'), {}],
  ['a message in a channel', directMessage(DANA, 'C0GENERAL1', '1.1', 'hi', { channel_type: 'channel' }), {}],
  [
    'an edited message',
    directMessage(DANA, 'D0DANA0001', '1.1', 'hi', { edited: { user: DANA, ts: '1.2' } }),
    {},
  ],
  ['a message of somebody without an id', directMessage('<@U1>', 'D0DANA0001', '1.1', 'hi'), {}],
  [
    'an event of another workspace',
    directMessage(DANA, 'D0DANA0001', '1.1', 'hi'),
    { team_id: 'T0FABRIKAM' },
  ],
  ['an event of no workspace', directMessage(DANA, 'D0DANA0001', '1.1', 'hi'), { team_id: undefined }],
  [
    'an event of a workspace that is a number',
    directMessage(DANA, 'D0DANA0001', '1.1', 'hi'),
    { team_id: 5 },
  ],
])('%s is acknowledged and ignored, with a line in the log', async (_what, event, envelope) => {
  const { fake, adapter, events, logged } = await seat();
  expect((await fake.event(event, envelope)).status).toBe(200);
  await adapter.stop();
  expect(events).toEqual([]);
  const lines = logged.filter(({ event: name }) => name === 'slack.ignored' || name === 'slack.refused');
  expect(lines.length + (event['user'] === 'U0ACRHELP1' ? 1 : 0)).toBeGreaterThan(0);
});

test.each<[string, Record<string, unknown>]>([
  ['nothing', {}],
  ['an interaction of an unknown type', { type: 'workflow_step', team: { id: TEAM }, user: { id: DANA } }],
  ['a request for options', blockSuggestion(DANA)],
  ['a form that was closed', viewClosed(DANA)],
  ['a press without actions', { type: 'block_actions', team: { id: TEAM }, user: { id: DANA }, actions: [] }],
  [
    'a press of an old card',
    {
      type: 'block_actions',
      trigger_id: '1',
      team: { id: TEAM },
      user: { id: DANA },
      actions: [{ action_id: 'old-card', value: '{"a":1}' }],
    },
  ],
  [
    'a press of a card with markup',
    {
      type: 'block_actions',
      trigger_id: '1',
      team: { id: TEAM },
      user: { id: DANA },
      actions: [{ action_id: 'press/<@U1>', value: 'x' }],
    },
  ],
  [
    'a press without a workspace',
    {
      type: 'block_actions',
      trigger_id: '1',
      user: { id: DANA },
      actions: [{ action_id: 'press/b1', value: 'b1' }],
    },
  ],
  [
    'a shortcut that is none',
    { type: 'message_action', callback_id: 'other', team: { id: TEAM }, user: { id: DANA } },
  ],
  [
    'a form that is none',
    { type: 'view_submission', team: { id: TEAM }, user: { id: DANA }, view: { callback_id: 'other' } },
  ],
  ['an event that is a text', { type: 'event_callback', event: 'text', team_id: TEAM }],
  ['an event of no type', { type: 'event_callback', event: { user: DANA }, team_id: TEAM }],
  ['a null event', { type: 'event_callback', event: null, team_id: TEAM }],
])('%s is acknowledged and ignored', async (_what, payload) => {
  const { fake, adapter, events } = await seat();
  expect((await fake.interact(payload)).status).toBe(200);
  expect((await fake.say(DANA, 'still there')).status).toBe(200);
  await adapter.stop();
  expect(events).toHaveLength(1);
});

test('while it is not started, Slack is told to come again', async () => {
  const { fake, adapter } = await seat();
  await adapter.stop();
  expect(adapter.ready()).toBe(false);
  expect((await fake.say(DANA, 'hello')).status).toBe(503);
});
