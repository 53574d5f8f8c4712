import type { Sandbox } from '../../sandbox/open.js';
import { readSettings, type Settings } from '../../src/config/settings.js';
import { BOT_TOKEN, type FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import type { Plot } from './company.js';

/** Where the bot of a company stands. */
export interface Place {
  readonly sandbox: Sandbox;
  readonly slack: FakeSlack;
  readonly origin: string;
  readonly store: string;
  readonly policy: string;
}

/** Never used: the identities that write are the world's. */
const unused = { kind: 'azure-cli', tenant: null } as const;

/** The settings of a company's bot, as an operator would make them. */
export function settingsFor(
  { pages = true, env = {} }: Plot,
  { sandbox, slack, origin, store, policy }: Place,
): Settings {
  const credential = sandbox.botCredential();
  if (credential?.kind !== 'client-secret') throw new Error('the world gives the bot no sign-in');
  const settings = readSettings({
    STORE: store,
    PORT: '0',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_WORKSPACES: TEAM,
    SLACK_API_URL: `${slack.server.origin}/api/`,
    POLICY: policy,
    ...(pages && {
      PUBLIC_URL: origin,
      LINK_TENANT_ID: credential.tenant,
      LINK_CLIENT_ID: credential.clientId,
      LINK_CLIENT_SECRET: credential.secret,
      DELIVERY_KEY: Buffer.alloc(32, 7).toString('base64'),
    }),
    ...env,
  });
  if (!('server' in settings)) throw new Error(settings.join());
  return {
    ...settings,
    access: sandbox.writerCredential('grantor') && { grantor: unused },
    rotation: sandbox.writerCredential('rotator') && { rotator: unused },
  };
}
