import { SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { settingsOf } from '../../../../adapters/teams/config.js';
import { connectorTransport } from '../../../../adapters/teams/outbound/transport.js';
import { cloudAdapter } from '../../../../adapters/teams/sdk.js';
import { direct } from '../../../fakes/teams/activities.js';
import { APP_ID, OTHER_TENANT, TENANT, type TeamsUser } from '../../../fakes/teams/people.js';
import { type SigningKey, signed, signingKey } from '../../../fakes/teams/tokens.js';
import { Bot } from '../bot.js';
import { defined } from '../defined.js';

let bot: Bot;
let dana: TeamsUser;
let channelKey: SigningKey;
const unendorsed = await signingKey('unendorsed', ['directline']);
const unpublished = await signingKey('unpublished');

beforeAll(async () => {
  bot = await Bot.start();
  dana = bot.teams.person('dana');
  channelKey = defined(bot.teams.connector.keys[0]);
  bot.teams.connector.keys.push(unendorsed);
});
afterAll(() => bot.stop());
afterEach(() => vi.restoreAllMocks());

const channel = 'https://api.botframework.com';
const teamsClient = '1fec8e78-bce4-4aaf-ab1b-5451cc387264';
const otherApp = '77777777-7777-4777-8777-777777777777';
const botFrameworkTenant = 'd6d49420-f39b-4df7-a1dc-d59a935871db';
const v1 = (tenant: string): string => `https://sts.windows.net/${tenant}/`;
const v2 = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/v2.0`;
const now = Math.floor(Date.now() / 1000);

/** Tokens that others can get hold of or make, all signed with a key that the channel publishes (security T41). */
const forged: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "the bot's own connector token": {
    iss: v1(botFrameworkTenant),
    aud: channel,
    appid: APP_ID,
    tid: botFrameworkTenant,
    ver: '1.0',
  },
  "the bot's own connector token, version 2": {
    iss: v2(botFrameworkTenant),
    aud: channel,
    azp: APP_ID,
    tid: botFrameworkTenant,
    ver: '2.0',
  },
  "the bot's own connector token, single tenant": {
    iss: v1(TENANT),
    aud: channel,
    appid: APP_ID,
    tid: TENANT,
    ver: '1.0',
  },
  'an app token of the bot for itself': {
    iss: v1(TENANT),
    aud: APP_ID,
    appid: APP_ID,
    tid: TENANT,
    ver: '1.0',
  },
  'an app token of the bot for itself, version 2': {
    iss: v2(TENANT),
    aud: APP_ID,
    azp: APP_ID,
    tid: TENANT,
    ver: '2.0',
  },
  "a person's single sign-on token": {
    iss: v2(TENANT),
    aud: APP_ID,
    azp: teamsClient,
    tid: TENANT,
    ver: '2.0',
  },
  "a person's single sign-on token, version 1": {
    iss: v1(TENANT),
    aud: `api://botid-${APP_ID}`,
    appid: teamsClient,
    tid: TENANT,
    ver: '1.0',
  },
  "another app's token for the bot": {
    iss: v1(TENANT),
    aud: APP_ID,
    appid: otherApp,
    tid: TENANT,
    ver: '1.0',
  },
  "a skill's token": {
    iss: v1(botFrameworkTenant),
    aud: APP_ID,
    appid: otherApp,
    tid: botFrameworkTenant,
    ver: '1.0',
  },
  "the emulator's token": {
    iss: v2('f8cdef31-a31e-4b4a-93e4-5f571e91255a'),
    aud: APP_ID,
    azp: APP_ID,
    ver: '2.0',
  },
  "the bot's token for Azure Resource Manager": {
    iss: v1(TENANT),
    aud: 'https://management.azure.com/',
    appid: APP_ID,
    tid: TENANT,
    ver: '1.0',
  },
  "the bot's token for Microsoft Graph": {
    iss: v1(TENANT),
    aud: 'https://graph.microsoft.com',
    appid: APP_ID,
    tid: TENANT,
    ver: '1.0',
  },
  "the bot's token for registries": {
    iss: v1(TENANT),
    aud: 'https://containerregistry.azure.net',
    appid: APP_ID,
    tid: TENANT,
    ver: '1.0',
  },
  "the channel's token for another bot": { iss: channel, aud: otherApp },
  "another cloud's channel": { iss: 'https://api.botframework.us', aud: APP_ID },
  "the channel's token with a foreign tenant in it": { iss: channel, aud: APP_ID, tid: OTHER_TENANT },
};

/** Otherwise right, but not what the channel signs. */
const broken: Readonly<Record<string, () => Promise<string>>> = {
  unsigned: async () => new UnsecuredJWT(genuine()).encode(),
  'signed by somebody else': async () => signed({ ...unpublished, kid: channelKey.kid }, genuine()),
  'signed with an unknown key': () => signed(unpublished, genuine()),
  'signed with a secret': () =>
    new SignJWT(genuine()).setProtectedHeader({ alg: 'HS256', kid: 'channel-key' }).sign(Buffer.alloc(32)),
  'of a key that is not endorsed for Teams': () => signed(unendorsed, genuine()),
  expired: () => signed(channelKey, { ...genuine(), exp: now - 400 }),
  'not valid yet': () => signed(channelKey, { ...genuine(), nbf: now + 400 }),
  'without an end': () => signed(channelKey, { ...genuine(), exp: undefined }),
  'for another service': () =>
    signed(channelKey, { ...genuine(), serviceurl: 'https://smba.trafficmanager.net/x/' }),
  'for no service': () => signed(channelKey, { ...genuine(), serviceurl: undefined }),
};

function genuine(): Record<string, unknown> {
  return { iss: channel, aud: APP_ID, serviceurl: bot.teams.serviceUrl };
}

async function deliver(token: string, channelId: string, header = `Bearer ${token}`): Promise<unknown> {
  const activity = { ...direct(dana, bot.teams.serviceUrl, 'hello'), channelId };
  const { status, body } = await bot.teams.deliver(activity, header);
  expect(body).toBe('');
  return status;
}

describe.each(['msteams', 'AseChannel', 'emulator'])(
  'a delivery of channel %s is refused with',
  (channelId) => {
    test.each(Object.entries(forged))('%s', async (_, claims) => {
      const token = await signed(channelKey, { serviceurl: bot.teams.serviceUrl, ...claims });
      expect(await deliver(token, channelId)).toBe(401);
    });

    test.each(Object.entries(broken))('a token %s', async (_, make) => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      expect(channelId === 'msteams' ? [401] : [401, 403]).toContain(await deliver(await make(), channelId));
    });

    test.each(['', 'Bearer', 'Bearer a.b.c', 'Bearer a.b.c d', 'Basic YTpi'])(
      'the header "%s"',
      async (header) => {
        expect(await deliver('', channelId, header)).toBe(401);
      },
    );
  },
);

describe.each(['msteams', 'AseChannel'])(
  'without the filter before it, the SDK refuses on channel %s',
  (channelId) => {
    test.each(Object.entries(forged))('%s', async (_, claims) => {
      vi.spyOn(console, 'error').mockImplementation(() => {});
      const { config, credentials } = bot.teams.options;
      const settings = settingsOf(config);
      const transport = connectorTransport({ ...settings, wait: async () => {}, random: () => 0 });
      const token = await signed(channelKey, { serviceurl: bot.teams.serviceUrl, ...claims });
      const activity = { ...direct(dana, bot.teams.serviceUrl, 'hello'), type: 'message', channelId };
      const turn = cloudAdapter(settings, transport, defined(credentials)).turn(
        `Bearer ${token}`,
        activity,
        async () => {
          throw new Error('it was let in');
        },
      );
      await expect(turn).rejects.not.toThrow('it was let in');
    });
  },
);

test('nothing of what was refused has become an event, and no call was made', () => {
  expect(bot.host.events).toEqual([]);
  expect(bot.teams.connector.calls).toEqual([]);
});

test('refusals are quiet: no text on the console, a few lines in the log', async () => {
  const said = (['error', 'warn', 'log'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation(() => {}),
  );
  const forgedSignature = await signed({ ...unpublished, kid: channelKey.kid }, genuine());
  const before = bot.lines.length;
  for (let i = 0; i < 20; i += 1) expect(await deliver(forgedSignature, 'msteams')).toBe(401);
  for (const spy of said) expect(spy).not.toHaveBeenCalled();
  const lines = bot.lines.slice(before);
  expect(lines.length).toBeLessThanOrEqual(5);
  for (const { event, fields } of lines) {
    expect(event).toBe('teams.refused');
    expect(fields).toEqual({ reason: 'signature' });
  }
});

test("only the channel's token for this bot and service is accepted, and only for Teams", async () => {
  const token = await signed(channelKey, genuine());
  expect(await deliver(token, 'msteams')).toBe(200);
  expect((await bot.events(1)).length).toBe(1);
  expect(await deliver(token, 'AseChannel')).toBe(403);
  expect(await deliver(token, 'emulator')).toBe(403);
});
