import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { tempTree } from '../support/temp.js';
import { Serving } from './serving.js';

const DANA = 'U0DANA0001';
const LONG = 60_000;
const unauthorized =
  'Error response from daemon: Get "https://contoso.azurecr.io/v2/": unauthorized: authentication required';
const teams = { TEAMS_LOCAL: '1', TEAMS_TENANT_ID: '11111111-1111-4111-8111-111111111111' };
const memory = { STORE: 'sqlite::memory:' };

async function workspace(): Promise<{ readonly fake: FakeSlack; readonly env: Record<string, string> }> {
  const fake = await FakeSlack.start();
  onTestFinished(() => fake.close());
  return {
    fake,
    env: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_WORKSPACES: TEAM,
      SLACK_API_URL: `${fake.server.origin}/api/`,
    },
  };
}

const status = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
};

describe('serve', () => {
  test('nothing to serve, or values that cannot be right: it says what is missing, and does not start', {
    timeout: LONG,
  }, async () => {
    const nothing = new Serving({});
    expect(await nothing.ended()).toBe(64);
    for (const name of ['TEAMS_APP_ID', 'SLACK_BOT_TOKEN', 'AZURE_IDENTITY', 'LINK_CLIENT_ID'])
      expect(nothing.err).toContain(name);
    const wrong = new Serving({ ...teams, TEAMS_TENANT_ID: 'CANARY', PORT: 'x' });
    expect(await wrong.ended()).toBe(64);
    expect(wrong.err).toMatch(/PORT, TEAMS_TENANT_ID|TEAMS_TENANT_ID, PORT/);
    expect(wrong.err).not.toContain('CANARY');
  });

  test('Teams without authentication is served to this machine only', { timeout: LONG }, async () => {
    const open = new Serving({ ...teams, ...memory, HOST: '0.0.0.0' });
    expect(await open.ended()).toBe(69);
    expect(open.err).toContain('127.0.0.1');
  });

  test('a store or a port that cannot be had is named', { timeout: LONG }, async () => {
    const store = new Serving({ ...teams, STORE: 'sqlite:/does/not/exist/x.db' });
    expect(await store.ended()).toBe(69);
    expect(store.err).toContain('cannot start');
    const first = new Serving({ ...teams, ...memory });
    const { port } = new URL(await first.url());
    const second = new Serving({ ...teams, ...memory, PORT: port });
    expect(await second.ended()).toBe(69);
    expect(second.err).toContain('EADDRINUSE');
  });

  test('both platforms on one server; a case goes on after a crash; SIGTERM ends it in order', {
    timeout: LONG,
  }, async () => {
    const { fake, env } = await workspace();
    const file = join(tempTree({}), 'acr-help.db');
    const settings = { ...env, ...teams, STORE: `sqlite:${file}` };
    const before = new Serving(settings);
    const url = await before.url();
    expect(await status(`${url}/livez`)).toEqual({ status: 200, body: { live: true } });
    expect((await fetch(`${url}/probe.mjs.sha256`)).status).toBe(200);
    expect(before.err).toContain('GET /probe.mjs\n');
    expect(await status(`${url}/readyz`)).toEqual({
      status: 200,
      body: { ready: true, store: true, schema: true, teams: true, slack: true },
    });
    fake.deliverTo(`${url}/slack/events`);
    await fake.say(DANA, unauthorized);
    await fake.until(() => fake.messagesTo(DANA).length > 0, 20_000);
    // What was sent is stored a moment later: the case itself was stored before.
    await before.stop('SIGKILL');

    const after = new Serving(settings);
    fake.deliverTo(`${await after.url()}/slack/events`);
    const sent = fake.messagesTo(DANA).length;
    await fake.say(DANA, 'status');
    await fake.until(() => fake.messagesTo(DANA).length > sent, 20_000);
    expect(fake.last(DANA).shown).toContain('contoso.azurecr.io');
    expect(fake.last(DANA).shown).toContain('How do you sign in');
    expect(await after.stop()).toBe(0);
    expect(after.log.map(({ event }) => event)).toEqual(
      expect.arrayContaining(['bot.started', 'bot.stopped']),
    );
    const logged = JSON.stringify([before.log, after.log, before.err, after.err]);
    for (const secret of [BOT_TOKEN, SIGNING_SECRET, 'authentication required'])
      expect(logged).not.toContain(secret);
  });

  test('Slack refuses the token: it says so and does not start', { timeout: LONG }, async () => {
    const { fake, env } = await workspace();
    fake.fail('auth.test', { error: 'invalid_auth' });
    const serving = new Serving({ ...env, ...memory });
    expect(await serving.ended()).toBe(69);
    expect(serving.err).toContain('Slack');
    expect(serving.err).not.toContain(BOT_TOKEN);
  });

  test('a world in place of Azure: people sign in to it, and it is checked', { timeout: LONG }, async () => {
    const { fake, env } = await workspace();
    const world = 'sandbox/worlds/role-missing.yaml';
    const serving = new Serving({ ...env, ...memory, PUBLIC_URL: 'http://127.0.0.1:3978' }, [
      '--world',
      world,
    ]);
    const url = await serving.url();
    fake.deliverTo(`${url}/slack/events`);
    await fake.command(DANA, 'link');
    await fake.until(() => JSON.stringify(fake.messagesTo(DANA)).includes('/link?state='), 20_000);
    expect((await fetch(`${url}/link`)).status).toBeGreaterThanOrEqual(400);
  });
});
