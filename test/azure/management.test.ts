import { describe, expect, test } from 'vitest';
import { contosoIn, contosoServer, other, subscriptions } from './contoso.js';
import { loginServer, signal, wired } from './wired.js';
import { bot, botWith, registry, subscription, world } from './world.js';

/** The clients of the SDK, unchanged, against the sandbox's Resource Manager. */

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
