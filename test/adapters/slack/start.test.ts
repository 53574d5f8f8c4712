import { describe, expect, onTestFinished, test } from 'vitest';
import { createSlackAdapter } from '../../../adapters/slack/adapter.js';
import type { AdapterError } from '../../../src/chat/adapter.js';
import { silent } from '../../../src/observe/log.js';
import { FakeSlack } from '../../fakes/slack/fake-slack.js';
import { DANA, seat } from './seat.js';

const make = (config: Record<string, unknown>) =>
  createSlackAdapter({
    // What is tested is that it is checked.
    config: config as never,
    host: {
      arrive: async () => {},
      drop: async () => {},
      take: async () => {},
      languageOf: async () => 'en',
    },
    references: { reference: async () => null, saveReference: async () => {} },
    log: silent,
    now: Date.now,
    pause: async () => {},
    callMs: 300,
  });

const started = async (mode: 'http' | 'socket', prepare: (fake: FakeSlack) => Record<string, unknown>) => {
  const fake = await FakeSlack.start();
  onTestFinished(() => fake.close());
  const more = prepare(fake);
  const adapter = make({ ...fake.config(mode), ...more });
  onTestFinished(() => adapter.stop());
  return adapter.start().then(
    () => 'started',
    (error: AdapterError) => error.code,
  );
};

describe('refuses a configuration', () => {
  const good = {
    mode: 'http',
    botToken: 'xoxb-fake-bot-token',
    teams: ['T0CONTOSO1'],
    signingSecret: 'fake-signing-secret-0000',
  };
  test.each<[string, Record<string, unknown>]>([
    ['without a signing secret', { ...good, signingSecret: undefined }],
    ['with an empty signing secret', { ...good, signingSecret: '' }],
    ['with a blank signing secret', { ...good, signingSecret: '                ' }],
    ['that would switch signatures off', { ...good, signatureVerification: false }],
    ['without a token', { ...good, botToken: '' }],
    ['with a token of a person', { ...good, botToken: 'xoxp-fake-user-token' }],
    ['without workspaces', { ...good, teams: [] }],
    ['with a workspace that is a name', { ...good, teams: ['contoso'] }],
    ['without a mode', { ...good, mode: undefined }],
    ['with an API over plain HTTP', { ...good, apiUrl: 'http://slack.example/api/' }],
    ['for Socket Mode without its token', { ...good, mode: 'socket', signingSecret: undefined }],
  ])('%s', (_what, config) => {
    expect(() => make(config)).toThrowError(expect.objectContaining({ code: 'misconfigured' }));
  });

  test('and names no value of it', () => {
    expect(() => make({ ...good, signingSecret: 'short-canary' })).toThrowError(
      /^(?!.*canary).*signingSecret/,
    );
  });
});

test.each(['http', 'socket'] as const)('starts over %s', async (mode) => {
  expect(await started(mode, () => ({}))).toBe('started');
});

test.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
  'Slack refuses the token: %s',
  async (error) => {
    const code = await started('http', (fake) => {
      fake.fail('auth.test', { error });
      return {};
    });
    expect(code).toBe('refused');
  },
);

test('the token is of another workspace', async () => {
  expect(await started('http', () => ({ teams: ['T0FABRIKAM'] }))).toBe('misconfigured');
});

test('Slack cannot be reached', async () => {
  expect(await started('http', () => ({ apiUrl: 'http://127.0.0.1:9/api/' }))).toBe('not-reachable');
});

test('Slack refuses the app-level token', async () => {
  const code = await started('socket', (fake) => {
    fake.fail('apps.connections.open', { error: 'invalid_auth' });
    return {};
  });
  expect(code).toBe('refused');
});

test('the end waits for what is under way', async () => {
  let done = false;
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const { fake, adapter, next } = await seat({
    take: async () => {
      await held;
      done = true;
    },
  });
  await fake.say(DANA, 'hi');
  await next();
  let ended = false;
  const stopped = adapter.stop().then(() => {
    ended = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toBe(false);
  release();
  await stopped;
  expect(done).toBe(true);
});
