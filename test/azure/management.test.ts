import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../sandbox/world/world.js';
import type { Management, RegistryRecord } from '../../src/azure/ports.js';
import { loginServer, signal, wired } from './wired.js';
import {
  assigned,
  bot,
  botWith,
  contoso,
  dana,
  developers,
  fabrikam,
  kubelet,
  pipeline,
  registry,
  subscription,
  world,
} from './world.js';

/** The clients of the SDK, unchanged, against the sandbox's Resource Manager. */

const contosoServer = loginServer('contoso.azurecr.io');
const other: Subscription = { ...subscription, name: 'other', id: subscription.id.replace('40', '41') };
const subscriptions = (...some: readonly Subscription[]) => new Map(some.map((it) => [it.name, it]));

async function contosoIn(management: Management): Promise<RegistryRecord> {
  const found = await management.findRegistry(contosoServer, signal);
  if (!found.ok || found.value === null) throw new Error(JSON.stringify(found));
  return found.value;
}

describe('a registry', () => {
  test('is found by its login server, with every setting', async () => {
    const { management } = wired(world());
    expect(await contosoIn(management)).toEqual({
      id: registry.id,
      name: 'contoso',
      loginServer: 'contoso.azurecr.io',
      subscription: subscription.id,
      resourceGroup: 'rg-registry',
      location: 'westeurope',
      sku: 'Premium',
      provisioningState: 'Succeeded',
      mode: 'abac',
      adminUserEnabled: false,
      anonymousPullEnabled: false,
      publicNetworkAccess: 'enabled',
      defaultAction: 'deny',
      ipRules: ['203.0.113.0/24', '198.51.100.7'],
      trustedServicesAllowed: true,
      armAudience: 'disabled',
      quarantine: false,
      dataEndpoints: ['contoso.westeurope.data.azurecr.io'],
      privateEndpoints: [{ name: 'pe-1', status: 'approved' }],
    });
  });

  test('of a lower tier has the defaults of the service where Azure writes null', async () => {
    const plain = {
      ...registry,
      sku: 'Basic' as const,
      mode: 'legacy' as const,
      publicAccess: false,
      trustedServices: false,
      armAudience: 'enabled' as const,
      dataEndpoint: false,
      privateEndpoints: {},
    };
    const { management } = wired(world({ registries: new Map([['contoso', plain]]) }));
    expect(await contosoIn(management)).toMatchObject({
      mode: 'legacy',
      publicNetworkAccess: 'disabled',
      defaultAction: 'allow',
      ipRules: [],
      trustedServicesAllowed: false,
      armAudience: 'enabled',
      dataEndpoints: [],
      privateEndpoints: [],
    });
  });

  test('is found by its label and by its region', async () => {
    const labelled = { ...registry, loginServer: 'contoso-e7ggejfuhzhgedc8.azurecr.io' };
    const { management } = wired(world({ registries: new Map([['contoso', labelled]]) }));
    for (const host of [
      'contoso-e7ggejfuhzhgedc8.azurecr.io',
      'contoso-e7ggejfuhzhgedc8.westeurope.geo.azurecr.io',
    ]) {
      const found = await management.findRegistry(loginServer(host), signal);
      expect(found).toMatchObject({ ok: true, value: { name: 'contoso' } });
    }
    expect(await management.findRegistry(contosoServer, signal)).toEqual({ ok: true, value: null });
  });

  test('is found behind a subscription that may not be read, and behind one that does not answer', async () => {
    const closed = { ...other, botReads: false };
    const of = world({ subscriptions: subscriptions(closed, subscription) });
    const both = [closed.id, subscription.id];
    const denied = wired(of, { configured: both });
    expect(await denied.management.findRegistry(contosoServer, signal)).toMatchObject({
      ok: true,
      value: { name: 'contoso' },
    });
    const silent = wired(of, {
      configured: both,
      before: ({ path }, stop) =>
        path.includes(closed.id) ? new Promise((_, no) => stop.addEventListener('abort', no)) : none,
    });
    expect(await silent.management.findRegistry(contosoServer, signal)).toMatchObject({ ok: true });
  });

  test.each([
    ['no registry has the login server', world({ registries: new Map() }), null],
    [
      'the resource provider is not registered',
      world({ subscriptions: subscriptions({ ...subscription, providerRegistered: false }) }),
      null,
    ],
  ])('is absent where %s', async (_, of, value) => {
    const { management } = wired(of);
    expect(await management.findRegistry(contosoServer, signal)).toEqual({ ok: true, value });
  });

  test.each([
    ['nothing is readable', null],
    ['the configured subscription is not', [subscription.id]],
  ])('is refused where %s', async (_, configured) => {
    const closed = { ...subscription, botReads: false };
    const { management } = wired(world({ subscriptions: subscriptions(closed) }), { configured });
    expect(await management.findRegistry(contosoServer, signal)).toEqual({
      ok: false,
      problem: { kind: 'denied', action: 'Microsoft.ContainerRegistry/registries/read' },
    });
  });
});

const none = Promise.resolve(undefined);

describe('what belongs to a registry', () => {
  test('are its tokens with the ends of their passwords', async () => {
    const { management } = wired(world());
    const tokens = await management.tokens(await contosoIn(management), signal);
    expect(tokens).toEqual({
      ok: true,
      value: [
        {
          name: 'ci-builds',
          enabled: true,
          scopeMapId: `${registry.id}/scopeMaps/readers`,
          passwords: [
            { name: 'password1', createdOn: '2026-01-31T09:00:00.000Z', expiresOn: null },
            {
              name: 'password2',
              createdOn: '2026-01-31T09:00:00.000Z',
              expiresOn: '2026-03-01T09:00:00.000Z',
            },
          ],
        },
        {
          name: 'legacy',
          enabled: false,
          scopeMapId: `${registry.id}/scopeMaps/_repositories_pull`,
          passwords: [],
        },
      ],
    });
  });

  test.each([
    ['readers', ['repositories/app/content/read']],
    ['_repositories_pull', ['repositories/*/content/read']],
  ])('is the scope map %s', async (name, actions) => {
    const { management } = wired(world());
    const found = await management.scopeMap(`${registry.id}/scopeMaps/${name}`, signal);
    expect(found).toEqual({ ok: true, value: { name, actions } });
  });

  test.each([`${registry.id}/scopeMaps/missing`, registry.id, 'nonsense', `${registry.id}/scopeMaps/a/../b`])(
    'is no scope map %s',
    async (id) => {
      const { management } = wired(world());
      expect(await management.scopeMap(id, signal)).toEqual({ ok: false, problem: { kind: 'not-found' } });
    },
  );

  test('is its usage', async () => {
    const { management } = wired(world());
    expect(await management.usages(await contosoIn(management), signal)).toMatchObject({
      ok: true,
      value: [
        { name: 'Size', limit: 500 * 2 ** 30 },
        { name: 'Tokens', current: 2, limit: 50_000 },
      ],
    });
  });
});

describe('locks', () => {
  const lock = (scope: string, name: string, level: string) => ({
    id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
    name,
    properties: { level },
  });

  test('are those of the registry', async () => {
    const { management } = wired(world());
    expect(await management.locks(await contosoIn(management), signal)).toEqual({
      ok: true,
      value: [{ name: 'frozen', level: 'read-only' }],
    });
  });

  test('are also those above it, once each, and no others', async () => {
    const above = `/subscriptions/${subscription.id}`;
    const { management } = wired(world({ registries: new Map([['contoso', { ...registry, locks: {} }]]) }), {
      before: async ({ path }) => {
        if (!path.endsWith('/locks')) return undefined;
        const value = [
          lock(above.toUpperCase().replace('SUBSCRIPTIONS', 'subscriptions'), 'all', 'CanNotDelete'),
          lock(`${above}/resourceGroups/rg-else`, 'elsewhere', 'ReadOnly'),
          lock(`${registry.id}2`, 'neighbour', 'ReadOnly'),
          lock(above, 'new', 'SomethingNew'),
        ];
        return { status: 200, body: JSON.stringify({ value, nextLink: null }) };
      },
    });
    expect(await management.locks(await contosoIn(management), signal)).toEqual({
      ok: true,
      value: [{ name: 'all', level: 'cannot-delete' }],
    });
  });

  test('that may not be read are not "none"', async () => {
    const { management } = wired(world({ bot: botWith({ denied: ['Microsoft.Authorization/locks/read'] }) }));
    expect(await management.locks(await contosoIn(management), signal)).toEqual({
      ok: false,
      problem: { kind: 'denied', action: 'Microsoft.Authorization/locks/read' },
    });
  });
});

describe('role assignments', () => {
  const condition = 'a condition';
  const held = [
    assigned('AcrPull', dana.id),
    assigned('AcrPush', developers.id, { principalType: 'Group', condition }),
    assigned('Reader', dana.id, { scope: `/subscriptions/${subscription.id}` }),
    assigned('Owner', dana.id, { scope: `/subscriptions/${subscription.id}/resourceGroups/rg-else` }),
    assigned('AcrDelete', kubelet.objectId),
  ];

  test('count at the registry and above it, through groups too', async () => {
    const { management } = wired(world({ assignments: held }));
    const found = await management.assignments(await contosoIn(management), dana.id, signal);
    const [own] = held;
    expect(found).toMatchObject({
      ok: true,
      value: [
        {
          id: `${registry.id}/providers/Microsoft.Authorization/roleAssignments/${own?.id}`,
          scope: registry.id,
          roleGuid: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
          principalId: dana.id,
          condition: null,
          createdOn: '2025-12-02T09:00:00.000Z',
        },
        { roleGuid: '8311e382-0749-4cb8-b61a-304f252e45ec', principalId: developers.id, condition },
        { roleGuid: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', scope: `/subscriptions/${subscription.id}` },
      ],
    });
    expect(found.ok && found.value.length).toBe(3);
  });

  test('are read over all pages', async () => {
    const many = Array.from({ length: 45 }, (_, i) =>
      assigned('AcrPull', dana.id, { id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}` }),
    );
    const { management, net } = wired(world({ assignments: many }));
    const found = await management.assignments(await contosoIn(management), dana.id, signal);
    expect(found.ok && new Set(found.value.map(({ id }) => id)).size).toBe(45);
    const pages = net.exchanges.filter(({ request }) => request.path.endsWith('/roleAssignments'));
    expect(pages.length).toBe(3);
  });

  test('of what is no object id are nobody’s', async () => {
    const { management, net } = wired(world());
    const it = await contosoIn(management);
    const before = net.exchanges.length;
    for (const id of ["x') or (true eq true", '', 'dana']) {
      expect(await management.assignments(it, id, signal)).toEqual({
        ok: false,
        problem: { kind: 'not-found' },
      });
    }
    expect(net.exchanges.length).toBe(before);
  });

  test('that somebody is only eligible for are told apart', async () => {
    const { management } = wired(world());
    const it = await contosoIn(management);
    expect(await management.eligibilities(it, dana.id, signal)).toEqual({
      ok: true,
      value: [
        {
          roleGuid: '2a1e307c-b015-4ebd-883e-5b7698a07328',
          scope: `/subscriptions/${subscription.id}/resourceGroups/rg-registry`,
        },
      ],
    });
    expect(await management.eligibilities(it, kubelet.objectId, signal)).toEqual({ ok: true, value: [] });
  });

  test('without the licence for eligible roles there are none', async () => {
    const { management } = wired(world(), {
      before: async ({ path }) =>
        path.endsWith('/roleEligibilityScheduleInstances')
          ? { status: 400, body: '{"error":{"code":"AadPremiumLicenseRequired","message":"No licence."}}' }
          : undefined,
    });
    const it = await contosoIn(management);
    expect(await management.eligibilities(it, dana.id, signal)).toEqual({ ok: true, value: [] });
  });
});

describe('a role definition', () => {
  const at = (prefix: string, guid: string) =>
    `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${guid}`;

  test.each(['', `/subscriptions/${subscription.id}`])('is read by its id below "%s"', async (prefix) => {
    const { management } = wired(world());
    const found = await management.roleDefinition(at(prefix, 'b24988ac-6180-42a0-ab88-20f7382dd24c'), signal);
    expect(found).toMatchObject({
      ok: true,
      value: { name: 'Contributor', actions: ['*'], dataActions: [], notDataActions: [] },
    });
    expect(found.ok && found.value.notActions).toContain('Microsoft.Authorization/*/Write');
  });

  test.each([at('', kubelet.clientId), at('/x', kubelet.clientId), 'nonsense'])('is not %s', async (id) => {
    const { management } = wired(world());
    expect(await management.roleDefinition(id, signal)).toEqual({
      ok: false,
      problem: { kind: 'not-found' },
    });
  });
});

describe('clusters', () => {
  const id = (name: string, { id }: Subscription) =>
    `/subscriptions/${id}/resourceGroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/${name}`;
  const theirs: Subscription = { ...other, tenant: fabrikam };

  test('show what pulls for them, in the tenant of their subscription', async () => {
    const of = world({
      subscriptions: subscriptions(subscription, theirs),
      clusters: new Map([
        ['new', { name: 'new', id: id('new', subscription), subscription, kubelet, servicePrincipal: null }],
        [
          'old',
          {
            name: 'old',
            id: id('old', theirs),
            subscription: theirs,
            kubelet: null,
            servicePrincipal: pipeline,
          },
        ],
      ]),
    });
    const value = [
      {
        name: 'new',
        id: id('new', subscription),
        tenant: contoso.id,
        kubeletObjectId: kubelet.objectId,
        servicePrincipalClientId: null,
      },
      {
        name: 'old',
        id: id('old', theirs),
        tenant: fabrikam.id,
        kubeletObjectId: null,
        servicePrincipalClientId: pipeline.clientId,
      },
    ];
    expect(await wired(of).management.clusters(signal)).toEqual({ ok: true, value });
    const configured = wired(of, { configured: [subscription.id, theirs.id] });
    expect(await configured.management.clusters(signal)).toEqual({ ok: true, value });
  });

  test('that may not be read are not "none"', async () => {
    const action = 'Microsoft.ContainerService/managedClusters/read';
    const { management } = wired(world({ bot: botWith({ denied: [action] }) }));
    expect(await management.clusters(signal)).toEqual({ ok: false, problem: { kind: 'denied', action } });
  });
});

test.each([true, false])('a resource provider that is registered: %s', async (providerRegistered) => {
  const of = world({ subscriptions: subscriptions({ ...subscription, providerRegistered }) });
  const { management } = wired(of);
  expect(await management.providerRegistered(subscription.id, signal)).toEqual({
    ok: true,
    value: providerRegistered,
  });
  expect(await management.providerRegistered(bot.clientId, signal)).toEqual({
    ok: false,
    problem: { kind: 'not-found' },
  });
});
