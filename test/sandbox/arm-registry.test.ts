import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { ask, bearer, parsed } from './raw.js';
import { armAudience, type Lab, lab, type Parts } from './registry-lab.js';

/** Settings of a registry as Resource Manager shows them, and to whom it shows anything. */

const reader = (scope = 'subscription:prod') => ({ principal: 'ana', role: 'Reader', scope });

async function get(of: Lab, path: string) {
  const headers = await bearer(of.world.asks, armAudience, of.world.now());
  return ask(arm, of.world, `https://management.azure.com${path}?api-version=2025-11-01`, { headers });
}

function idOf(of: Lab, name = 'contoso'): string {
  return of.world.registries.get(name)?.id ?? '';
}

async function shown(registry: NonNullable<Parts['registry']>) {
  const of = lab({ registry, roleAssignments: { r: reader() } });
  return parsed(await get(of, idOf(of))) as { properties: Record<string, unknown>; identity?: Identity };
}

interface Identity {
  readonly type: string;
  readonly userAssignedIdentities: Readonly<Record<string, { readonly clientId: string }>>;
}

describe('settings', () => {
  const policies = (some: object) => ({ policies: some });

  test.each([
    [{ trustedServices: true }, { networkRuleBypassOptions: 'AzureServices' }],
    [{ trustedServices: false }, { networkRuleBypassOptions: 'None' }],
    [{ quarantine: false }, policies({ quarantinePolicy: { status: 'disabled' } })],
    [{ quarantine: true }, policies({ quarantinePolicy: { status: 'enabled' } })],
    [
      { armAudience: 'disabled' },
      policies({
        azureADAuthenticationAsArmPolicy: { status: 'disabled' },
        quarantinePolicy: { status: 'disabled' },
      }),
    ],
    [{ publicAccess: false }, { publicNetworkAccess: 'Disabled' }],
    [
      { firewall: { default: 'deny', allow: ['203.0.113.0/24'] } },
      { networkRuleSet: { defaultAction: 'Deny', ipRules: [{ action: 'Allow', value: '203.0.113.0/24' }] } },
    ],
    [{ sku: 'Basic' }, { networkRuleSet: null }],
    [{ mode: 'abac' }, { roleAssignmentMode: 'AbacRepositoryPermissions' }],
  ])('of %j are %j', async (registry, properties) => {
    expect((await shown(registry)).properties).toMatchObject(properties);
  });

  test('of an encryption with own keys name an identity that the registry has, or has no more', async () => {
    const usual = await shown({});
    expect(usual.properties['encryption']).toEqual({ status: 'disabled' });
    expect(usual).not.toHaveProperty('identity');
    for (const identityOfKey of ['present', 'missing']) {
      const { properties, identity } = await shown({ identityOfKey });
      expect(properties['encryption']).toMatchObject({ status: 'enabled' });
      const { keyVaultProperties } = properties['encryption'] as {
        keyVaultProperties: { identity: string; keyIdentifier: string };
      };
      expect(keyVaultProperties.keyIdentifier).toMatch(/^https:\/\/contoso-keys\.vault\.azure\.net\/keys\//);
      const found = Object.values(identity?.userAssignedIdentities ?? {});
      expect(found.map(({ clientId }) => clientId)).toEqual(
        identityOfKey === 'present' ? [keyVaultProperties.identity] : [],
      );
    }
  });

  test('of quarantined images alone do not switch the policy on', async () => {
    const repositories = { 'team/app': { tags: { v1: { quarantined: true } } } };
    expect((await shown({ repositories })).properties).toMatchObject(
      policies({ quarantinePolicy: { status: 'disabled' } }),
    );
  });
});

describe('a registry beside one of another subscription', () => {
  const situation = {
    subscriptions: { prod: { tenant: 'contoso' }, test: { tenant: 'contoso' } },
    registries: {
      contoso: { subscription: 'prod' },
      fabrikam: { subscription: 'test', resourceGroup: 'rg-test' },
    },
  };
  const of = (...scopes: readonly string[]) =>
    lab({
      situation,
      roleAssignments: Object.fromEntries(scopes.map((scope, i) => [`r${i}`, reader(scope)])),
    });
  const both = ['subscription:prod', 'subscription:test'];
  const codeOf = async (asked: ReturnType<typeof get>) => {
    const { status, body } = await asked;
    return [status, JSON.parse(body ?? '{}').error?.code ?? null];
  };

  test('is in its own, and not found in the other', async () => {
    const lab = of(...both);
    const own = idOf(lab, 'fabrikam');
    const other = idOf(lab).replace(/registries\/contoso$/, 'registries/fabrikam');
    expect(await codeOf(get(lab, own))).toEqual([200, null]);
    expect(await codeOf(get(lab, other))).toEqual([404, 'ResourceNotFound']);
    expect(await codeOf(get(lab, other.replace('rg-registry', 'rg-test')))).toEqual([
      404,
      'ResourceGroupNotFound',
    ]);
  });

  test.each([
    ['no role', [], 403],
    ['a role in the other one', ['subscription:test'], 403],
    ['a role on it', ['registry:contoso'], 200],
    ['a role on its group', ['group:rg-registry'], 200],
  ])('with %s: %3$i, whether or not it is there', async (_, scopes, status) => {
    const lab = of(...scopes);
    const code = status === 200 ? null : 'AuthorizationFailed';
    expect(await codeOf(get(lab, idOf(lab)))).toEqual([status, code]);
    if (status === 403) expect(await codeOf(get(lab, `${idOf(lab)}s`))).toEqual([403, code]);
  });

  test('is listed with what the caller may read only', async () => {
    const lab = of('subscription:test');
    const list = (id: string) =>
      get(lab, `${id.split('/resourceGroups')[0]}/providers/Microsoft.ContainerRegistry/registries`);
    const value = parsed(await list(idOf(lab, 'fabrikam')))['value'] as { name: string }[];
    expect(value.map(({ name }) => name)).toEqual(['fabrikam']);
    expect(await codeOf(list(idOf(lab)))).toEqual([403, 'AuthorizationFailed']);
  });
});

describe('the resource provider', () => {
  const of = (providerRegistered: boolean, roleAssignments: Parts['roleAssignments'] = { r: reader() }) =>
    lab({
      situation: { subscriptions: { prod: { tenant: 'contoso', providerRegistered } } },
      roleAssignments,
    });
  const provider = (lab: Lab) =>
    `${idOf(lab).split('/resourceGroups')[0]}/providers/Microsoft.ContainerRegistry`;

  test.each([
    [true, 'Registered'],
    [false, 'NotRegistered'],
  ])('registered: %s is %s', async (registered, registrationState) => {
    const lab = of(registered);
    expect(parsed(await get(lab, provider(lab)))).toMatchObject({
      id: provider(lab),
      namespace: 'Microsoft.ContainerRegistry',
      registrationState,
    });
  });

  test('that is not registered has no registries', async () => {
    const lab = of(false);
    for (const path of [`${provider(lab)}/registries`, idOf(lab)]) {
      const answer = await get(lab, path);
      expect([answer.status, parsed(answer)]).toMatchObject([
        409,
        { error: { code: 'MissingSubscriptionRegistration' } },
      ]);
    }
  });

  test('is nothing for who may not read the subscription', async () => {
    const lab = of(false, {});
    const answer = await get(lab, provider(lab));
    expect([answer.status, parsed(answer)]).toMatchObject([403, { error: { code: 'AuthorizationFailed' } }]);
  });
});
