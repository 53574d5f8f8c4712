import { describe, expect, test } from 'vitest';
import type { Fault } from '../../fakes/slack/server.js';
import { dana, saying } from './say.js';
import { DANA, GENERAL, seat } from './seat.js';

const three = (fault: Fault): readonly Fault[] => [fault, fault, fault];
const limited = (seconds: string): Fault => ({ status: 429, headers: { 'retry-after': seconds } });

describe('a message to Dana, when chat.postMessage', () => {
  const send = async (...faults: readonly Fault[]) => {
    const it = await seat();
    it.fake.fail('chat.postMessage', ...faults);
    const sent = await it.adapter.surface.send(dana, saying('hello'), 'en');
    const failed = it.logged
      .filter(({ event }) => event === 'slack.call-failed')
      .map(({ fields }) => fields['reason']);
    return { sent, seen: it.fake.messagesTo(DANA).length, failed, ...it };
  };

  test('asks to wait, arrives once after as long as Slack says', async () => {
    const { sent, seen, pauses } = await send(limited('2'));
    expect({ sent: sent.ok, seen, pauses }).toEqual({ sent: true, seen: 1, pauses: [2_000] });
  });
  test('asks to wait again and again, fails', async () => {
    const { sent, seen, failed } = await send(...three(limited('1')));
    expect({ sent, seen, failed }).toEqual({
      sent: { ok: false, reason: 'failed' },
      seen: 0,
      failed: ['ratelimited'],
    });
  });
  test('asks to wait for an hour, fails at once', async () => {
    const { sent, pauses, fake } = await send(limited('3600'));
    expect({ sent, pauses }).toEqual({ sent: { ok: false, reason: 'failed' }, pauses: [] });
    expect(fake.server.callsOf('chat.postMessage')).toHaveLength(1);
  });
  test('asks to wait without saying how long, arrives once', async () => {
    const { sent, seen } = await send({ status: 429 });
    expect({ sent: sent.ok, seen }).toEqual({ sent: true, seen: 1 });
  });
  test('answers 500 and did nothing, arrives once', async () => {
    const { sent, seen, failed } = await send({ status: 500 });
    expect({ sent: sent.ok, seen, failed }).toEqual({ sent: true, seen: 1, failed: ['http_500'] });
  });
  test('answers 500 but posted, is there once', async () => {
    const { sent, seen } = await send({ lost: 500 });
    expect({ sent: sent.ok, seen }).toEqual({ sent: true, seen: 1 });
  });
  test('answers 500 throughout, fails after two attempts', async () => {
    const { sent, seen, fake } = await send(...three({ status: 500 }));
    expect({ sent, seen }).toEqual({ sent: { ok: false, reason: 'failed' }, seen: 0 });
    expect(fake.server.callsOf('chat.postMessage')).toHaveLength(2);
  });
  test('says that it may have failed, but posted, is there once', async () => {
    const { sent, seen } = await send({ error: 'fatal_error' });
    expect({ sent: sent.ok, seen }).toEqual({ sent: true, seen: 1 });
  });
  test('never answers but posted, is there once', async () => {
    const { sent, seen } = await send({ lost: 'silence' });
    expect({ sent: sent.ok, seen }).toEqual({ sent: true, seen: 1 });
  });
  test('never answers, is not posted a second time: the first may be on its way', async () => {
    const { sent, seen, fake } = await send({ hang: true });
    expect({ sent, seen }).toEqual({ sent: { ok: false, reason: 'failed' }, seen: 0 });
    expect(fake.server.callsOf('chat.postMessage')).toHaveLength(1);
  });
  test('refuses, fails at once', async () => {
    const { sent, fake } = await send({ error: 'invalid_blocks' });
    expect(sent).toEqual({ ok: false, reason: 'failed' });
    expect(fake.server.callsOf('chat.postMessage')).toHaveLength(1);
  });
  test('refuses with words that are no code, does not log them', async () => {
    const { sent, failed } = await send({ error: 'Hunter2 <secret>' });
    expect({ sent, failed }).toEqual({ sent: { ok: false, reason: 'failed' }, failed: ['unknown_error'] });
  });
});

test('a line in a channel, whose effect is unknown, is never repeated', async () => {
  const { fake, adapter } = await seat();
  fake.fail('chat.postMessage', { lost: 500 });
  const place = { kind: 'channel', id: GENERAL, thread: null, shared: false } as const;
  expect(await adapter.surface.line(place, 'x')).toEqual({ ok: false, reason: 'failed' });
  expect(fake.inChannel(GENERAL)).toHaveLength(1);
});

test.each<[string, Fault]>([
  ['429', limited('1')],
  ['500', { status: 500 }],
  ['nothing', { hang: true }],
  ['500 after the effect', { lost: 500 }],
])('an update is repeated where Slack answers %s', async (_what, fault) => {
  const { fake, adapter } = await seat();
  const sent = await adapter.surface.send(dana, saying('before'), 'en');
  fake.fail('chat.update', fault);
  const ref = sent.ok ? sent.ref : '';
  expect(await adapter.surface.update(dana, ref, saying('after'), 'en')).toEqual(sent);
  expect(fake.last(DANA).shown).toBe('after');
});

test('an update fails after three attempts', async () => {
  const { fake, adapter } = await seat();
  const sent = await adapter.surface.send(dana, saying('before'), 'en');
  fake.fail('chat.update', ...three({ status: 500 }));
  const ref = sent.ok ? sent.ref : '';
  expect(await adapter.surface.update(dana, ref, saying('after'), 'en')).toEqual({
    ok: false,
    reason: 'failed',
  });
  expect(fake.server.callsOf('chat.update')).toHaveLength(3);
});

test('a Slack that is not there makes no exception', async () => {
  const { fake, adapter, logged } = await seat();
  await fake.close();
  expect(await adapter.surface.send(dana, saying('x'), 'en')).toEqual({ ok: false, reason: 'failed' });
  expect(logged).toContainEqual({
    event: 'slack.call-failed',
    fields: { method: 'conversations.open', reason: 'no_answer', attempts: 3 },
  });
});

test('nothing of a message, a name or a token is logged, whatever fails', async () => {
  const canary = 'Zx9-CANARY-text';
  const { fake, adapter, logged, next } = await seat({
    take: async () => {
      throw new Error(canary);
    },
  });
  for (const method of ['chat.postMessage', 'conversations.open', 'users.info'])
    fake.fail(method, { error: canary }, { status: 500 }, { hang: true });
  await fake.say(DANA, canary);
  await next();
  await adapter.surface.send(dana, saying(canary), 'en');
  await fake.interact({ type: canary, team: { id: canary }, actions: [{ action_id: canary }] });
  await fake.post(canary, { 'content-type': 'application/json' });
  await adapter.stop();
  expect(logged.length).toBeGreaterThan(2);
  expect(JSON.stringify(logged)).not.toMatch(/canary|xoxb|fake-signing/i);
});
