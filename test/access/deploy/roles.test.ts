import { describe, expect, test } from 'vitest';
import { botSecret } from '../../../sandbox/entra/bot.js';
import type { CustomRole } from '../../../src/access/deploy/custom-role.js';
import { deploymentOf } from '../../../src/access/deploy/deployment.js';
import { readerRole } from '../../../src/access/deploy/reader-role.js';
import { rotatorRoles, vaultRole } from '../../../src/access/deploy/rotator-roles.js';
import type { Answer } from '../../../src/azure/answer.js';
import type { LoginEvents } from '../../../src/azure/login-events.js';
import type { Management } from '../../../src/azure/ports.js';
import { loginServer, signal, wired } from '../../azure/wired.js';
import { Lab } from '../../sandbox/writes/lab.js';
import { examplePolicy, policyWith } from './policies.js';

/** The custom roles of the identities, in a world whose identities have nothing else. */

const named = ({ actions }: Pick<CustomRole, 'actions'>) => actions.map(({ action }) => action);

/** A world in which somebody who may read it has a role with these actions, on the subscription. */
function readerWith(actions: readonly string[]): Lab {
  return new Lab({
    roleDefinitions: { rotator: {}, given: { actions } },
    roleAssignments: {
      reader: { principal: 'foreign', role: 'given', scope: 'subscription:prod' },
    },
    eligibilities: { ana: { principal: 'ana', role: 'AcrPull', scope: 'registry:contoso' } },
    managedIdentities: { nodes: { tenant: 'contoso' } },
    clusters: { shop: { subscription: 'prod', kubelet: 'nodes' } },
  });
}

/** What somebody reads of Azure: the bot of the world, which has Reader, or who has the role. */
function readingAs(
  lab: Lab,
  who: 'bot' | 'foreign',
): { readonly management: Management; readonly loginEvents: LoginEvents } {
  const { bot, servicePrincipals } = lab.world();
  const identity = who === 'bot' ? bot : servicePrincipals.get(who);
  if (identity === undefined) throw new Error('another world');
  const { tenant, clientId } = identity;
  const secret = who === 'bot' ? botSecret : 'fake-foreign';
  const spec = { kind: 'client-secret' as const, tenant: tenant.id, clientId, secret };
  return wired(lab.world, { spec, configured: [lab.registry.subscription.id] });
}

/** Every call that the bot makes of Resource Manager and Log Analytics, by its name. */
async function calls(
  lab: Lab,
): Promise<Readonly<Record<keyof Management | keyof LoginEvents, Answer<unknown>>>> {
  const host = loginServer('contoso.azurecr.io');
  const { value: registry } = found(await readingAs(lab, 'bot').management.findRegistry(host, signal));
  if (registry === null) throw new Error('another world');
  const { management, loginEvents } = readingAs(lab, 'foreign');
  const window = { from: new Date(0), to: lab.world().now() };
  const wanted = { ...window, identities: [], addresses: [], onlyThese: false };
  const { subscription } = registry;
  const pull = `/subscriptions/${subscription}/providers/Microsoft.Authorization/roleDefinitions/7f951dda-4ed3-4680-a7ca-43fe172d538d`;
  return {
    findRegistry: await management.findRegistry(host, signal),
    tenantOf: await management.tenantOf(subscription, signal),
    tokens: await management.tokens(registry, signal),
    scopeMap: await management.scopeMap(`${registry.id}/scopeMaps/team-app`, signal),
    usages: await management.usages(registry, signal),
    locks: await management.locks(registry, signal),
    assignments: await management.assignments(registry, lab.id('pipeline'), signal),
    eligibilities: await management.eligibilities(registry, lab.id('ana'), signal),
    roleDefinition: await management.roleDefinition(pull, signal),
    clusters: await management.clusters(signal),
    providerRegistered: await management.providerRegistered(subscription, signal),
    settings: await loginEvents.settings(registry, signal),
    failures: await loginEvents.failures(registry, wanted, signal),
  };
}

function found<T>(answer: Answer<T>): { readonly value: T } {
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer;
}

/** Nobody is refused the list of subscriptions: it is empty without a right. */
const unseen = 'Microsoft.Resources/subscriptions/read';

describe('the role of the identity that reads', () => {
  test('lets every call pass that the bot makes', async () => {
    const answers = await calls(readerWith(named(readerRole)));
    expect(Object.entries(answers).filter(([, answer]) => !answer.ok)).toEqual([]);
    expect(answers.tenantOf).toMatchObject({ value: expect.any(String) });
  });

  test('names what these calls need, and nothing else', async () => {
    const answers = Object.values(await calls(readerWith([])));
    const needed = answers.flatMap((it) =>
      !it.ok && it.problem.kind === 'denied' ? [it.problem.action] : [],
    );
    expect([...new Set([...needed, unseen])].sort()).toEqual([...named(readerRole)].sort());
  });

  test.each(named(readerRole).filter((it) => it !== unseen))('is too little without %s', async (action) => {
    const answers = await calls(readerWith(named(readerRole).filter((it) => it !== action)));
    expect(Object.values(answers).every(({ ok }) => ok)).toBe(false);
  });

  test('reads no password, and writes nothing', async () => {
    const lab = readerWith(named(readerRole));
    for (const action of ['listCredentials', 'regenerateCredential', 'generateCredentials'])
      expect([action, (await lab.post('foreign', action, { name: 'password' })).status]).toEqual([
        action,
        403,
      ]);
    const given = await lab.assignment('foreign', 'PUT', lab.id('ana'), lab.wanted('AcrPull', 'pipeline'));
    expect(given.status).toBe(403);
    expect(lab.world().ledger.audit).toEqual([]);
  });
});

describe('the roles of the identity that makes secrets new', () => {
  const tokenId = (lab: Lab) => `${lab.registry.id}/tokens/ci-pull`;
  const rotatorWith = (role: CustomRole) =>
    new Lab({ roleDefinitions: { rotator: { actions: named(role) } } });

  test.each([
    ['admin-password', [200, 403]],
    ['repository-token-password', [403, 200]],
  ] as const)('%s: only that', async (kind, expected) => {
    const lab = rotatorWith(rotatorRoles[kind]);
    const admin = await lab.post('rotator', 'regenerateCredential', { name: 'password' });
    const token = await lab.post('rotator', 'generateCredentials', {
      tokenId: tokenId(lab),
      name: 'password1',
    });
    // The renewal of a token's password may be taken on before it is done.
    expect([admin.status, token.status === 202 ? 200 : token.status]).toEqual(expected);
    expect((await lab.post('rotator', 'listCredentials')).status).toBe(403);
    const given = await lab.assignment('rotator', 'PUT', lab.id('ana'), lab.wanted('AcrPull', 'pipeline'));
    expect(given.status).toBe(403);
    // It can see what it may do itself.
    expect((await lab.assignment('rotator', 'GET', lab.id('ana'))).status).toBe(404);
  });

  test('in a vault: puts a secret, lists versions, and never gets a value', async () => {
    const lab = new Lab({
      roleDefinitions: {
        rotator: {},
        vault: { dataActions: vaultRole.dataActions.map(({ action }) => action) },
      },
      roleAssignments: { delivers: { principal: 'rotator', role: 'vault', scope: 'vault:delivery' } },
    });
    expect((await lab.vault('rotator', 'PUT', 'secrets/acr-contoso', { value: 'fake-value' })).status).toBe(
      200,
    );
    expect((await lab.vault('rotator', 'GET', 'secrets/acr-contoso/versions')).status).toBe(200);
    expect((await lab.vault('rotator', 'GET', 'secrets/acr-contoso')).status).toBe(403);
    expect((await lab.vault('rotator', 'DELETE', 'secrets/acr-contoso')).status).toBe(403);
  });
});

describe('a role that is made for a policy', () => {
  test('has no wildcard, and no right that shows a password', () => {
    for (const role of [readerRole, vaultRole, ...Object.values(rotatorRoles)]) {
      for (const { action } of [...role.actions, ...role.dataActions])
        expect(action).not.toMatch(/\*|listCredentials|getSecret|roleAssignments\/(?:write|delete)/i);
    }
  });

  const rotation = { registries: ['contoso'], by: ['members'] };
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['no secrets', {}, []],
    [
      'client secrets on a page',
      { one: { ...rotation, secrets: ['client-secret'], delivery: 'one-time-page' } },
      [],
    ],
    [
      'admin passwords in a vault',
      { one: { ...rotation, secrets: ['admin-password'], delivery: 'https://keys.vault.azure.net' } },
      ['rotator-admin-password.role.json', 'rotator-vault.role.json'],
    ],
    [
      'token passwords on a page',
      { one: { ...rotation, secrets: ['repository-token-password'], delivery: 'one-time-page' } },
      ['rotator-token-password.role.json'],
    ],
  ])('is there only where a rule needs it: %s', (_, rotations, files) => {
    const { roles, clientSecrets } = deploymentOf(policyWith({ rotations }), []);
    expect(roles.map(({ file }) => file)).toEqual(['reader.role.json', ...files]);
    expect(clientSecrets).toBe(JSON.stringify(rotations).includes('client-secret'));
  });

  test('may be assigned in the subscriptions that are named, else nowhere yet', () => {
    expect(deploymentOf(policyWith({}), []).scopes).toEqual(['/subscriptions/YOUR-SUBSCRIPTION-ID']);
    expect(deploymentOf(policyWith({}), ['b', 'a', 'b']).scopes).toEqual([
      '/subscriptions/a',
      '/subscriptions/b',
    ]);
    expect(deploymentOf(examplePolicy(), ['a']).scopes).toEqual([
      '/subscriptions/22222222-2222-4222-8222-222222222222',
      '/subscriptions/a',
    ]);
  });
});
