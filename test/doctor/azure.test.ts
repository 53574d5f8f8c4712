import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../sandbox/open.js';
import { grantorCondition } from '../../src/access/deploy/condition.js';
import { selfCheckRights } from '../../src/access/deploy/custom-role.js';
import { readerRole } from '../../src/access/deploy/reader-role.js';
import { rotatorRoles, vaultRole } from '../../src/access/deploy/rotator-roles.js';
import { offerOf } from '../../src/access/policy/offer.js';
import { publicCloud } from '../../src/azure/clouds.js';
import type { CredentialSpec } from '../../src/azure/credential.js';
import { azureToInspect } from '../../src/doctor/azure/connect.js';
import { enabledFeatures } from '../../src/doctor/azure/features.js';
import { inspectAzure } from '../../src/doctor/azure/inspect.js';
import { judgeAzure } from '../../src/doctor/azure/judge.js';
import { permissions } from '../../src/doctor/azure/permissions.js';
import { kindOf } from '../../src/doctor/catalogue.js';
import type { Finding } from '../../src/doctor/finding.js';
import { policyWith } from '../access/deploy/policies.js';
import { credentialOf, openWorldWith, type Setting } from '../access/identities/ground.js';

const own = ['group:owners'];
const policy = policyWith({
  registries: { contoso: { match: ['contoso'], approvers: own, owners: own } },
  requests: { all: { registries: ['contoso'], by: ['members'], for: ['self'] } },
  rotations: {
    admin: {
      ...{ registries: ['contoso'], secrets: ['admin-password'], by: own, approvers: own },
      delivery: 'https://delivery.vault.azure.net',
    },
  },
});
const [entry] = policy.registries;
const condition = (entry && grantorCondition(offerOf(policy, entry))) ?? '';

const plain = (rights: typeof readerRole.actions) => rights.map(({ action }) => action);
const defined = (role: typeof readerRole) => ({
  actions: plain(role.actions),
  dataActions: plain(role.dataActions),
});
const onSubscription = 'subscription:prod';

/** What `policy deploy` has them given, and nothing else. */
const deployed: Setting = {
  definitions: {
    reading: defined(readerRole),
    renewing: defined(rotatorRoles['admin-password']),
    delivering: defined(vaultRole),
  },
  roles: {
    reader: [['reading', onSubscription]],
    grantor: [['Role Based Access Control Administrator', 'registry:contoso', condition]],
    rotator: [['renewing'], ['delivering', 'vault:delivery']],
  },
  graph: { reader: ['User.Read.All', 'GroupMember.Read.All', 'Application.Read.All'] },
  // Instead of a role that the world gives to the rotator for tests of vaults.
  parts: {
    roleAssignments: { delivers: { principal: 'rotator', role: 'delivering', scope: 'vault:delivery' } },
  },
};

interface Looked {
  readonly sandbox: Sandbox;
  readonly findings: readonly Finding[];
  readonly of: (state: string) => readonly string[];
}

async function looked(
  setting: Setting,
  change: (
    credentials: Readonly<Record<'reader' | 'grantor' | 'rotator', CredentialSpec>>,
  ) => object = () => ({}),
  milliseconds = 20_000,
): Promise<Looked> {
  const sandbox = await openWorldWith(setting);
  const all = {
    reader: credentialOf(sandbox, 'reader'),
    grantor: credentialOf(sandbox, 'grantor'),
    rotator: credentialOf(sandbox, 'rotator'),
  };
  const subscriptions = [...sandbox.world().subscriptions.values()].map(({ id }) => id);
  const reached = { network: sandbox.network('bot'), cloud: publicCloud };
  const azure = azureToInspect(reached, { ...all, ...change(all) }, subscriptions, policy);
  const look = await inspectAzure(azure, AbortSignal.timeout(milliseconds));
  const enabled = enabledFeatures({ reads: true, readsData: false, gives: true, renews: true, policy });
  const ground = { enabled, policy: '/etc/acr help/policy.yaml', graphEndpoint: publicCloud.graphEndpoint };
  const findings = judgeAzure(look, ground, sandbox.now().getTime());
  const of = (state: string) =>
    findings.filter(({ id }) => kindOf(id).state === state).map(({ id, about }) => `${id} ${about}`);
  return { sandbox, findings, of };
}

const without = (action: string): Setting => ({
  ...deployed,
  definitions: {
    ...deployed.definitions,
    // The world lets everybody look at their own roles.
    looks: { actions: plain(selfCheckRights).filter((it) => it !== action) },
    reading: { actions: plain(readerRole.actions).filter((it) => it !== action) },
    renewing: { actions: plain(rotatorRoles['admin-password'].actions).filter((it) => it !== action) },
    delivering: { dataActions: plain(vaultRole.dataActions).filter((it) => it !== action) },
  },
});

describe('identities of the bot in a world', { timeout: 60_000 }, () => {
  test('with the roles that policy deploy writes, nothing is missing and nothing too much', async () => {
    const { findings, of } = await looked(deployed);
    expect([of('failed'), of('warning'), of('unknown')]).toEqual([[], [], []]);
    const held = findings.filter(({ id }) => id === 'permission.held');
    expect(new Set(held.map(({ facts }) => facts['identity']))).toEqual(
      new Set(['reader', 'grantor', 'rotator']),
    );
    expect(of('skipped')).toHaveLength(2);
  });

  const required = permissions.filter(
    ({ identity, at, kind, mode, for: features }) =>
      identity !== 'grantor' &&
      at !== 'tenant' &&
      mode === undefined &&
      // Told only in writing, or of no rule here.
      !(at === 'vault' && kind === 'data-action') &&
      !features.every((it) => it === 'repository-token-password'),
  );
  test.each([...new Set(required.map(({ name }) => name))])(
    'without %s exactly that is found',
    async (name) => {
      const { findings, of } = await looked(without(name));
      const lacking = findings.filter(({ id }) => id === 'permission.missing' || id === 'permission.lacking');
      expect(lacking.length).toBeGreaterThan(0);
      expect(new Set(lacking.map(({ facts }) => facts['permission']))).toEqual(new Set([name]));
      for (const { command, facts } of lacking) {
        expect(command?.bash.join('\n')).toContain('az role assignment create');
        if (facts['identity'] === 'rotator') expect(facts['role']).toBe('acr-help rotator: admin password');
      }
      // Who may not look at roles says nothing of the other rights: they are unknown, not missing.
      if (!/roleAssignments|roleDefinitions|registries\/read/.test(name)) expect(of('unknown')).toEqual([]);
    },
  );

  test('a role on one registry is none on its subscription', async () => {
    const { findings } = await looked({
      ...deployed,
      roles: { ...deployed.roles, reader: [['reading', 'registry:contoso']] },
    });
    const names = permissions
      .filter(({ identity, at }) => identity === 'reader' && at === 'subscription')
      .map(({ name }) => name);
    const missing = findings.filter(({ id }) => id === 'permission.missing' || id === 'permission.lacking');
    expect(missing.map(({ facts }) => facts['permission']).sort()).toEqual([...names].sort());
  });

  test('the command has every value that is known, for both shells', async () => {
    const { sandbox, findings } = await looked({ ...deployed, roles: { ...deployed.roles, grantor: [] } });
    const missing = findings.find(
      ({ about }) => about === 'grantor Microsoft.Authorization/roleAssignments/write',
    );
    const id = sandbox.world().registries.get('contoso')?.id ?? '';
    const objectId = sandbox.world().servicePrincipals.get('grantor')?.objectId ?? '';
    const deploy = "npm run -s acr-help -- policy deploy '/etc/acr help/policy.yaml' --out deploy";
    const assign = `az role assignment create --assignee-object-id "${objectId}" --assignee-principal-type ServicePrincipal --role "Role Based Access Control Administrator" --scope "${id}"`;
    expect(missing?.command).toEqual({
      bash: [
        deploy,
        `${assign} --condition "$(cat deploy/grantor.contoso.condition.txt)" --condition-version 2.0`,
      ],
      powershell: [
        deploy,
        `${assign} --condition (Get-Content -Raw deploy/grantor.contoso.condition.txt) --condition-version 2.0`,
      ],
    });
  });

  test('a permission in Microsoft Graph that is missing, and another one that does as well', async () => {
    const graph = { reader: ['User.Read.All', 'Directory.Read.All'] };
    expect((await looked({ ...deployed, graph })).of('failed')).toEqual([]);
    const { of, findings } = await looked({ ...deployed, graph: { reader: ['User.Read.All'] } });
    expect(of('failed')).toEqual(['permission.missing reader GroupMember.Read.All']);
    const command = findings.find(({ id }) => id === 'permission.missing')?.command;
    expect(command?.bash.join()).toContain('appRoleAssignments');
    expect(command?.powershell.join()).toContain('$role');
  });

  test('a vault that refuses to tell what it has', async () => {
    const { of } = await looked(without('Microsoft.KeyVault/vaults/secrets/readMetadata/action'));
    expect(of('failed')).toEqual([
      'permission.missing rotator Microsoft.KeyVault/vaults/secrets/readMetadata/action',
    ]);
  });

  test('a right too many', async () => {
    const { of } = await looked({
      ...deployed,
      roles: { ...deployed.roles, reader: [['Owner', onSubscription]] },
    });
    expect(of('failed')).toEqual([expect.stringContaining('identity.unfit reader everything')]);
  });

  test('a sign-in that Entra refuses, of one of three', async () => {
    const { of, findings } = await looked(deployed, ({ rotator }) => ({
      rotator: { ...rotator, secret: 'fake-wrong-secret' },
    }));
    expect(of('failed')).toEqual(['identity.refused rotator']);
    expect(of('unknown')).toEqual(['identity.rights-unknown rotator']);
    expect(findings.find(({ id }) => id === 'identity.refused')?.facts['code']).toBe('AADSTS7000215');
  });

  test('one identity in two parts', async () => {
    const { of } = await looked(deployed, ({ grantor }) => ({ rotator: grantor }));
    expect(of('failed')).toContain('identity.shared grantor rotator');
  });

  test('Azure that does not answer says nothing about anybody: nothing failed', async () => {
    const faults = { away: { host: 'management.azure.com', http: 'hangs' } };
    const { of } = await looked({ ...deployed, parts: { ...deployed.parts, faults } }, undefined, 1_500);
    expect(of('failed')).toEqual([]);
    expect(of('unknown')).toContain('registries.unknown null');
    expect(of('ok').filter((it) => it.startsWith('permission.held'))).not.toContainEqual(
      expect.stringContaining('Microsoft.ContainerRegistry'),
    );
  });
});

test('the table of permissions and the roles of policy deploy have the same rights', () => {
  const named = (identity: string, kinds: readonly string[]) =>
    permissions
      .filter((it) => it.identity === identity && kinds.includes(it.kind) && it.mode === undefined)
      .map(({ name }) => name);
  const sorted = (names: readonly string[]) => [...new Set(names)].sort();
  expect(sorted(named('reader', ['action']))).toEqual(sorted(plain(readerRole.actions)));
  const renewing = Object.values(rotatorRoles).flatMap((role) => plain(role.actions));
  expect(sorted(named('rotator', ['action']))).toEqual(sorted(renewing));
  expect(sorted(named('rotator', ['data-action']))).toEqual(sorted(plain(vaultRole.dataActions)));
});
