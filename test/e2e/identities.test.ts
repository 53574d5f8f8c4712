import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { grantorCondition } from '../../src/access/deploy/condition.js';
import { type Identity, identities } from '../../src/access/identities/flaw.js';
import { requestableRoles } from '../../src/access/policy/roles.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { adaptersOf } from '../../src/cli/bot/adapters.js';
import { openBot } from '../../src/cli/bot/open-bot.js';
import { readSettings } from '../../src/config/settings.js';
import {
  credentialOf,
  type Given,
  openWorldWith,
  recorder,
  type Setting,
} from '../access/identities/ground.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { tempTree } from '../support/temp.js';

/** The bot at its start, with identities that may do too much (T48). */

const narrow = grantorCondition({ User: requestableRoles, ServicePrincipal: requestableRoles }) ?? '';
const inOrder: Readonly<Record<Identity, readonly Given[]>> = {
  reader: [['Reader', 'subscription:prod']],
  grantor: [['Role Based Access Control Administrator', 'registry:contoso', narrow]],
  rotator: [],
};

const policy = stringify({
  version: 1,
  tenants: ['11111111-1111-4111-8111-111111111111'],
  groups: { owners: '99999999-0000-4000-8000-000000000001' },
  registries: { contoso: { match: ['contoso'], approvers: ['group:owners'] } },
  requests: { all: { registries: ['contoso'], by: ['members'], for: ['self', 'service-principal'] } },
});

async function started(some: Setting, writers = true) {
  const changes = {
    fix: {},
    other: {},
    ...Object.fromEntries(
      identities.map((it) => [`limit-${it}`, { roleAssignments: { [`${it}-1`]: null } }]),
    ),
    back: { faults: { away: null } },
  };
  const sandbox = await openWorldWith({ roles: inOrder, ...some, parts: { changes, ...some.parts } });
  const slack = await FakeSlack.start();
  onTestFinished(() => slack.close());
  const settings = readSettings({
    STORE: 'sqlite::memory:',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_WORKSPACES: TEAM,
    SLACK_API_URL: `${slack.server.origin}/api/`,
    POLICY: join(tempTree({ 'policy.yaml': policy }), 'policy.yaml'),
  });
  if (!('server' in settings)) throw new Error(settings.join());
  const { log, events } = recorder();
  const identity = { kind: 'azure-cli' as const, tenant: null };
  const bot = await openBot(
    {
      ...settings,
      server: { ...settings.server, port: 0 },
      // The world brings their sign-ins.
      access: writers ? { grantor: identity } : null,
      rotation: writers ? { rotator: identity } : null,
    },
    {
      network: sandbox.network('bot'),
      cloud: publicCloud,
      credential: credentialOf(sandbox, 'reader'),
      grantor: credentialOf(sandbox, 'grantor'),
      rotator: credentialOf(sandbox, 'rotator'),
      subscriptions: [...sandbox.world().subscriptions.values()].map(({ id }) => id),
      readsData: false,
      now: sandbox.now,
      browserAuthority: null,
    },
    log,
    { now: () => Date.now(), adapters: adaptersOf, looks: { soonMs: 30, laterMs: 60_000 } },
  );
  onTestFinished(async () => {
    await bot.close();
  });
  const readiness = async () => {
    const response = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
    return [response.status, await response.json()];
  };
  return { sandbox, bot, events, readiness };
}

const owner: readonly Given[] = [['Owner', 'registry:contoso']];

describe('the bot at its start', { timeout: 60_000 }, () => {
  test.each(identities)(
    'T48: is not ready where the %s is Owner, says why, and begins once that is put right',
    async (identity) => {
      const { sandbox, bot, events, readiness } = await started({
        roles: { ...inOrder, [identity]: [...owner, ...inOrder[identity]] },
      });
      expect(await readiness()).toMatchObject([
        503,
        { ready: false, store: true, slack: false, identities: false },
      ]);
      expect(bot.identities.filter(({ kind }) => kind === 'unfit')).toMatchObject([
        { identity, flaws: [{ code: 'everything', role: 'Owner' }] },
      ]);
      expect(events).toContainEqual(
        expect.objectContaining({ event: 'identity.unfit', level: 'error', identity, code: 'everything' }),
      );
      sandbox.apply(`limit-${identity}`);
      await expect
        .poll(readiness, { timeout: 20_000 })
        .toMatchObject([200, { ready: true, store: true, slack: true, identities: true }]);
    },
  );

  test('is ready where all is in order, and has told what each identity may do', async () => {
    const { bot, events, readiness } = await started({});
    expect(await readiness()).toMatchObject([
      200,
      { ready: true, store: true, slack: true, identities: true },
    ]);
    expect(bot.identities.map(({ kind }) => kind)).toEqual(['fit', 'fit', 'fit']);
    expect(events.filter(({ event }) => event === 'identity.rights').map((it) => it['identity'])).toEqual([
      'reader',
      'grantor',
      'rotator',
    ]);
  });

  test('starts where Azure does not answer, and asks again until it does', async () => {
    const away = { host: 'management.azure.com', http: { status: 503 } };
    const { sandbox, bot, events, readiness } = await started({ parts: { faults: { away } } });
    expect(await readiness()).toMatchObject([
      200,
      { ready: true, store: true, slack: true, identities: true },
    ]);
    expect(bot.identities.map(({ kind }) => kind)).toEqual(['not-asked', 'not-asked', 'not-asked']);
    expect(events.some(({ event }) => event === 'identity.rights')).toBe(false);
    sandbox.apply('back');
    await expect
      .poll(() => events.filter(({ event }) => event === 'identity.rights').length, { timeout: 20_000 })
      .toBe(3);
  });

  test('looks at nobody where no identity writes', async () => {
    const { bot, readiness } = await started(
      { roles: { ...inOrder, reader: [...owner, ...inOrder.reader] } },
      false,
    );
    expect(bot.identities).toEqual([]);
    expect(await readiness()).toMatchObject([200, { ready: true, store: true, slack: true }]);
  });
});
