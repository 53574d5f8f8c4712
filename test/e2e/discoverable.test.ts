import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../sandbox/open.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import type { Policy } from '../../src/access/policy/policy.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { Finding, Subject } from '../../src/checks/check.js';
import type { LogLook } from '../../src/checks/login-events/log-look.js';
import { looksOn } from '../../src/cli/bot/azure.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { repository } from '../support/temp.js';

const client = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';

/** What the bot finds out about the registry of a world under a policy. */
async function looked(
  policy: Policy | null,
): Promise<{ readonly findings: readonly Finding[]; readonly log: LogLook }> {
  const opened = await openSandbox(
    readFileSync(join(repository, 'sandbox/worlds/role-missing.yaml'), 'utf8'),
  );
  if (opened.kind === 'mistakes') throw new Error(opened.mistakes.join('; '));
  const { sandbox } = opened;
  onTestFinished(() => sandbox.close());
  const looks = looksOn(
    {
      network: sandbox.network('bot'),
      cloud: publicCloud,
      credential: sandbox.botCredential(),
      subscriptions: null,
      readsData: sandbox.botReadsData(),
      now: sandbox.now,
      grantor: null,
      rotator: null,
      browserAuthority: null,
    },
    policy,
  );
  const loginServer = parseLoginServer('contosobuilds.azurecr.io');
  if (looks.run === null || loginServer === null) throw new Error('another world');
  const subject: Subject = {
    loginServer,
    repository: null,
    reference: null,
    platform: null,
    operation: 'push',
    subscription: null,
    clientIp: null,
    identity: { kind: 'application', clientId: client },
    federation: null,
    cluster: null,
  };
  const checks = [
    'registry-lookup',
    'permission-mode',
    'roles-legacy',
    'network-rules',
    'admin-user',
  ] as const;
  const work = { subject, checks };
  const signal = AbortSignal.timeout(20_000);
  const asker = sandbox.world().asks.id;
  return {
    findings: await looks.run(work, () => {}, signal),
    log: await looks.readLog({ subject, asker, since: null }, signal),
  };
}

function policy(discoverable: boolean): Policy {
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: ['11111111-1111-4111-8111-111111111111'],
      people: { ari: 'aaaaaaaa-0000-4000-8000-000000000001', bo: 'aaaaaaaa-0000-4000-8000-000000000002' },
      registries: { builds: { match: ['contosobuilds'], discoverable, owners: ['person:ari', 'person:bo'] } },
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

test('a registry that the policy does not mark is like one that does not exist (T46)', {
  timeout: 60_000,
}, async () => {
  const seen = async (it: Policy | null) =>
    Object.fromEntries((await looked(it)).findings.map(({ check, verdict }) => [check, verdict]));
  const open = await seen(null);
  expect(open).toMatchObject({
    'registry-lookup': 'here',
    'permission-mode': 'legacy',
    'roles-legacy': 'none',
  });
  expect(await seen(policy(true))).toEqual(open);
  const { findings: hidden } = await looked(policy(false));
  expect(hidden.find(({ check }) => check === 'registry-lookup')?.verdict).not.toBe('here');
  for (const { check, verdict, facts } of hidden) {
    if (check === 'registry-lookup') continue;
    expect(verdict, check).toBe('unknown');
    expect(facts, check).toEqual({});
  }
});

test('nor has it a log', { timeout: 60_000 }, async () => {
  expect((await looked(policy(true))).log.kind).toBe('not-collected');
  expect((await looked(policy(false))).log).toEqual({ kind: 'no-registry' });
});
