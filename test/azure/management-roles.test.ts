import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../sandbox/world/world.js';
import { contosoIn, other, subscriptions } from './contoso.js';
import { signal, wired } from './wired.js';
import {
  assigned,
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
