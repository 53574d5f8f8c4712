import { describe, expect, test } from 'vitest';
import { TEAM } from '../../fakes/slack/payloads.js';
import { DANA, GENERAL, seat } from './seat.js';

const OTHER = 'T0FABRIKAM';

describe('a guest', () => {
  test.each<[string, Record<string, unknown>]>([
    ['restricted', { is_restricted: true }],
    ['of a single channel', { is_ultra_restricted: true }],
    ['a stranger', { is_stranger: true }],
    ['of another workspace', { team_id: OTHER }],
    ['of no workspace', { team_id: undefined }],
    ['deactivated', { deleted: true }],
  ])('%s', async (_what, more) => {
    const { fake, next } = await seat();
    fake.user('U0GUEST001', 'Guest', 'en-US', more);
    await fake.say('U0GUEST001', 'hi');
    expect((await next()).person).toMatchObject({ guest: true, tenant: TEAM, id: 'U0GUEST001' });
  });

  test.each(['team', 'user_team', 'source_team'])('whose event says so: %s', async (field) => {
    const { fake, next } = await seat();
    await fake.mention(DANA, GENERAL, 'hi', { [field]: OTHER });
    expect(await next()).toMatchObject({ person: { guest: true }, place: { kind: 'channel', shared: true } });
  });

  test('is who cannot be looked up now; the next time is another', async () => {
    const { fake, next } = await seat();
    fake.fail('users.info', { status: 500 }, { status: 500 }, { status: 500 });
    await fake.say(DANA, 'hi');
    expect(await next()).toMatchObject({ person: { guest: true }, locale: null });
    await fake.say(DANA, 'hi');
    expect(await next()).toMatchObject({ person: { guest: false }, locale: 'en-US' });
  });
});

test('a member of a workspace of the own organisation is no guest', async () => {
  const { fake, next } = await seat({ config: { enterprises: ['E0CONTOSO1'] } });
  fake.user('U0SISTER01', 'Lee', 'en-US', {
    team_id: OTHER,
    enterprise_user: { enterprise_id: 'E0CONTOSO1' },
  });
  await fake.mention('U0SISTER01', GENERAL, 'hi', { user_team: OTHER });
  expect(await next()).toMatchObject({ person: { guest: false }, place: { shared: false } });
});

test('a bot is ignored', async () => {
  const { fake, adapter, events } = await seat();
  fake.user('U0ROBOT001', 'Robot', 'en-US', { is_bot: true });
  await fake.say('U0ROBOT001', 'hi');
  await adapter.stop();
  expect(events).toEqual([]);
});

test('a channel that is shared with another organisation says so', async () => {
  const { fake, next } = await seat();
  await fake.mention(DANA, GENERAL, 'hi', {}, { is_ext_shared_channel: true });
  expect(await next()).toMatchObject({ person: { guest: false }, place: { shared: true } });
});

test('people are looked up once an hour', async () => {
  let time = 1_780_000_000_000;
  const { fake, next } = await seat({ now: () => time });
  for (const minutes of [0, 59, 62]) {
    time = 1_780_000_000_000 + minutes * 60_000;
    await fake.say(DANA, 'hi');
    await next();
  }
  expect(fake.server.callsOf('users.info')).toHaveLength(2);
  expect(fake.server.callsOf('users.info')[0]?.args).toMatchObject({ user: DANA, include_locale: 'true' });
});

test('a crowd is looked up one by one, and events of one person stay in order', async () => {
  const { fake, adapter, events } = await seat();
  const lee = fake.user('U0LEE00001', 'Lee', 'de-DE');
  await Promise.all([...Array(20).keys()].map((i) => fake.say(i % 2 === 0 ? DANA : lee, `text ${i}`)));
  await adapter.stop();
  expect(fake.server.callsOf('users.info')).toHaveLength(2);
  expect(events).toHaveLength(20);
  expect(new Set(events.map(({ key }) => key)).size).toBe(20);
});

test('in a channel, a mention carries its thread', async () => {
  const { fake, next } = await seat();
  await fake.mention(DANA, GENERAL, 'docker login contoso.azurecr.io failed', {
    thread_ts: '1780000000.000100',
  });
  expect(await next()).toMatchObject({
    kind: 'mention',
    text: 'docker login contoso.azurecr.io failed',
    place: { kind: 'channel', id: GENERAL, thread: '1780000000.000100', shared: false },
  });
  await fake.mention(DANA, GENERAL, 'again', { ts: '1780000001.000200' });
  expect(await next()).toMatchObject({ place: { thread: '1780000001.000200' } });
});
