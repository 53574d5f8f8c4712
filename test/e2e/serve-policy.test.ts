import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { botSecret } from '../../sandbox/entra/bot.js';
import { examplePolicy } from '../access/deploy/policies.js';
import { Serving } from '../cli/serving.js';
import { BOT_TOKEN, FakeSlack, SIGNING_SECRET } from '../fakes/slack/fake-slack.js';
import { TEAM } from '../fakes/slack/payloads.js';
import { repository, tempTree } from '../support/temp.js';
import { identities, tenantIn, worldText } from './world-with.js';

/** A company as the example of a policy has it, with the roles that are made of it. */
function exampleWorld(): string {
  const policy = examplePolicy();
  const tenant = tenantIn('role-missing');
  const [tenantId = ''] = policy.tenants;
  const subscription = policy.registries.find(({ name }) => name === 'payments')?.subscription;
  return worldText(
    'role-missing',
    [
      {
        tenants: { [tenant]: { id: tenantId } },
        subscriptions: { payments: { tenant, id: subscription } },
        registries: {
          contosodevapps: { subscription: 'payments' },
          contosopay: { subscription: 'payments', adminUser: true, mode: 'abac' },
        },
        vaults: { 'contoso-payments': { subscription: 'payments' } },
      },
      identities(policy, tenant, { development: ['contosodevapps'], payments: ['contosopay'] }),
    ],
    {},
  );
}

test('serve starts with the policy of the examples, and all three identities are in order', {
  timeout: 60_000,
}, async () => {
  const slack = await FakeSlack.start();
  onTestFinished(() => slack.close());
  const world = join(tempTree({ 'world.yaml': exampleWorld() }), 'world.yaml');
  const serving = new Serving(
    {
      STORE: 'sqlite::memory:',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_WORKSPACES: TEAM,
      SLACK_API_URL: `${slack.server.origin}/api/`,
      POLICY: join(repository, 'docs', 'examples', 'policy.yaml'),
      GRANTOR_IDENTITY: 'managed-identity',
      ROTATOR_IDENTITY: 'managed-identity',
    },
    ['--world', world],
  );
  const url = await serving.url();
  const response = await fetch(`${url}/readyz`);
  expect([response.status, await response.json()]).toMatchObject([
    200,
    { ready: true, store: true, slack: true, identities: true },
  ]);
  const seen = serving.log.filter(({ event }) => String(event).startsWith('identity.'));
  expect(seen.map(({ event, identity, fit }) => [event, identity, fit])).toEqual([
    ['identity.rights', 'reader', true],
    ['identity.rights', 'grantor', true],
    ['identity.rights', 'rotator', true],
  ]);
  expect(await serving.stop()).toBe(0);
  for (const secret of ['fake-grantor', 'fake-rotator', botSecret, SIGNING_SECRET])
    expect(JSON.stringify(serving.log) + serving.err).not.toContain(secret);
});
