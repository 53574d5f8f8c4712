import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../sandbox/open.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { openBot } from '../../src/cli/bot/open-bot.js';
import { readSettings } from '../../src/config/settings.js';
import { silent } from '../../src/observe/log.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { Browser } from '../pages/browser.js';
import { upn } from '../pages/pages-lab.js';
import { freePort } from '../support/free-port.js';
import { repository } from '../support/temp.js';
import { signIn } from './visiting.js';

const DANA = 'U0DANA0001';

test('a stranger in Slack sees public facts, links their account, and the same case ends in the cause', {
  timeout: 60_000,
}, async () => {
  const text = readFileSync(join(repository, 'sandbox/worlds/role-missing.yaml'), 'utf8');
  const opened = await openSandbox(text);
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
  const { sandbox } = opened;
  onTestFinished(() => sandbox.close());
  const { bot: identity, paste, asks } = sandbox.world();
  const credential = sandbox.botCredential();
  if (credential?.kind !== 'client-secret') throw new Error('the world gives the bot no secret');
  const slack = await FakeSlack.start();
  onTestFinished(() => slack.close());
  const origin = `http://127.0.0.1:${await freePort()}`;
  const settings = readSettings({
    PORT: new URL(origin).port,
    PUBLIC_URL: origin,
    STORE: 'sqlite::memory:',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_WORKSPACES: TEAM,
    SLACK_API_URL: `${slack.server.origin}/api/`,
    LINK_TENANT_ID: identity.tenant.id,
    LINK_CLIENT_ID: identity.clientId,
    LINK_CLIENT_SECRET: credential.secret,
  });
  if (!('server' in settings)) throw new Error(settings.join());
  const bot = await openBot(
    settings,
    {
      network: sandbox.network('bot'),
      cloud: publicCloud,
      credential,
      subscriptions: null,
      readsData: true,
      now: sandbox.now,
      grantor: null,
      rotator: null,
      browserAuthority: null,
    },
    silent,
  );
  onTestFinished(async () => {
    await bot.close();
  });
  slack.deliverTo(`${origin}/slack/events`);
  const everything = () =>
    slack
      .messagesTo(DANA)
      .map(({ shown }) => shown)
      .join('\n');

  await slack.say(DANA, paste);
  await slack.until(() => everything().includes('I do not know yet who you are in Azure'), 25_000);
  expect(everything()).not.toContain('Holds no role');

  await slack.press(DANA, slack.last(DANA), 'Link my account');
  const url = () =>
    /http:\/\/127\.0\.0\.1:\d+\/link\?state=[\w-]+/.exec(JSON.stringify(slack.messagesTo(DANA)))?.[0];
  await slack.until(() => url() !== undefined, 25_000);
  const browser = new Browser(origin, sandbox);
  const confirm = await signIn(browser, url() ?? '', upn(asks.name));
  expect(confirm.body).toContain('Dana');
  await browser.press(confirm, { decision: 'yes' });

  await slack.until(() => everything().includes('Your account is linked.'), 25_000);
  await slack.until(() => everything().includes('Holds no role'), 25_000);
  expect(slack.last(DANA).shown).toContain('role');
});
