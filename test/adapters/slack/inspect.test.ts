import { describe, expect, onTestFinished, test } from 'vitest';
import { inspectSlack, slackHosts } from '../../../adapters/slack/inspect.js';
import { botScopes } from '../../../adapters/slack/manifest.js';
import { kindOf } from '../../../src/doctor/catalogue.js';
import { judgeSlack } from '../../../src/doctor/slack.js';
import { APP_TOKEN, BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../../fakes/slack/fake-slack.js';
import { TEAM } from '../../fakes/slack/payloads.js';
import { serveOnLoopback } from '../../support/loopback.js';

/** What Slack answers to a method, as it is on the wire. */
type Answers = Readonly<
  Record<string, { readonly body: unknown; readonly scopes?: string; readonly status?: number }>
>;

const good = { ok: true, team_id: TEAM, user_id: 'U0', bot_id: 'B0' };
const all = botScopes.join(',');

/** Slack on loopback, which answers exactly this; a method that is not named hangs. */
async function slackThat(answers: Answers): Promise<string> {
  const origin = await serveOnLoopback((request, response) => {
    const answer = answers[(request.url ?? '').replace('/api/', '')];
    if (answer === undefined) return;
    const headers = answer.scopes === undefined ? {} : { 'x-oauth-scopes': answer.scopes };
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...headers });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  });
  return `${origin}/api/`;
}

const http = { mode: 'http' as const, signingSecret: SIGNING_SECRET };
const common = { botToken: BOT_TOKEN, teams: [TEAM] };

async function found(answers: Answers, mode: object = http, now = Date.now) {
  const apiUrl = await slackThat(answers);
  const config = { ...common, ...http, ...mode, apiUrl };
  const look = await inspectSlack(config, now, 300);
  return { look, ids: judgeSlack(look).map(({ id, facts }) => ({ id, ...facts })) };
}

describe('what Slack says about a configuration', () => {
  test('the fake workspace: the token is good; of its scopes nothing is said', async () => {
    const fake = await FakeSlack.start();
    onTestFinished(() => fake.close());
    const look = await inspectSlack(fake.config('socket'), Date.now);
    expect(judgeSlack(look).map(({ id }) => id)).toEqual([
      'slack.token',
      'slack.scopes-unknown',
      'slack.socket',
    ]);
    fake.fail('auth.test', { error: 'token_revoked' });
    fake.fail('apps.connections.open', { error: 'not_allowed_token_type' });
    expect(judgeSlack(await inspectSlack(fake.config('socket'), Date.now))).toMatchObject([
      { id: 'slack.token-refused', facts: { code: 'token_revoked' } },
      { id: 'slack.socket-refused', facts: { code: 'not_allowed_token_type' } },
    ]);
  });

  test('all in order', async () => {
    const { ids } = await found(
      { 'auth.test': { body: good, scopes: all } },
      { signingSecret: '0123456789abcdef0123456789abcdef' },
    );
    expect(ids.map(({ id }) => id)).toEqual(['slack.token', 'slack.scopes', 'slack.signing-secret-untried']);
  });

  test('scopes that are missing and that are too many', async () => {
    const { ids } = await found({
      'auth.test': { body: good, scopes: 'commands, chat:write,admin.users:read' },
    });
    expect(ids).toContainEqual({
      id: 'slack.scopes-missing',
      scopes: botScopes.filter((it) => it !== 'commands' && it !== 'chat:write'),
    });
    expect(ids).toContainEqual({ id: 'slack.scopes-beyond', scopes: ['admin.users:read'] });
  });

  test('a token of another workspace', async () => {
    const { ids } = await found({ 'auth.test': { body: { ...good, team_id: 'T0OTHER' }, scopes: all } });
    expect(ids.map(({ id }) => id)).toContain('slack.other-workspace');
  });

  test.each([
    ['hangs', {}, 'no-answer'],
    ['has too much to do', { 'auth.test': { status: 429, body: {} } }, 'throttled'],
    ['has no JSON', { 'auth.test': { body: '<html>captive portal</html>' } }, 'unexpected'],
    ['failed by itself', { 'auth.test': { body: { ok: false, error: 'internal_error' } } }, 'unexpected'],
    [
      'says what is no word of its own',
      { 'auth.test': { body: { ok: false, error: BOT_TOKEN } } },
      'unexpected',
    ],
    ['sends more than anybody reads', { 'auth.test': { body: 'x'.repeat(100_000) } }, 'unexpected'],
  ])('a Slack that %s says nothing about the token', async (_, answers, reason) => {
    const { look, ids } = await found(answers);
    expect(ids).toContainEqual({ id: 'slack.token-unknown', reason });
    expect(ids.every(({ id }) => kindOf(id).state !== 'failed')).toBe(true);
    expect(JSON.stringify(look)).not.toContain(BOT_TOKEN);
  });

  test('the clock is compared with the answer', async () => {
    const ahead = () => Date.now() + 400_000;
    const { look } = await found({ 'auth.test': { body: good, scopes: all } }, http, ahead);
    expect(look).toMatchObject({ clock: { host: '127.0.0.1' } });
    expect(look.kind === 'looked' ? look.clock?.ahead : 0).toBeGreaterThan(397);
  });

  test('a configuration with which the adapter would not start', async () => {
    const look = await inspectSlack({ ...common, ...http, botToken: 'xoxp-fake' }, Date.now);
    expect(look).toEqual({ kind: 'misconfigured', detail: expect.stringContaining('botToken') });
    expect(JSON.stringify(look)).not.toContain('xoxp-fake');
  });
});

test('hosts that the adapter sends to', () => {
  expect(slackHosts({ ...common, ...http })).toEqual(['slack.com', 'files.slack.com', 'hooks.slack.com']);
  expect(slackHosts({ ...common, mode: 'socket', appToken: APP_TOKEN })).toContain('wss-primary.slack.com');
  expect(slackHosts({ ...common, ...http, apiUrl: 'http://127.0.0.1:1/api/' })).toEqual(['127.0.0.1']);
});
