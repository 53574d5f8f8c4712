import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { builtInRoles } from '../../sandbox/arm/built-in-roles.js';
import { names } from '../../sandbox/arm/rights.js';
import type { SandboxRequest } from '../../sandbox/service.js';
import type { World } from '../../sandbox/world/world.js';
import { roles } from '../../src/knowledge/roles.js';
import {
  assigned,
  bot,
  botWith,
  contoso,
  dana,
  developers,
  fabrikam,
  registry,
  subscription,
  world,
} from '../azure/world.js';
import { ask, bearer, parsed } from './raw.js';

/** What Resource Manager answers to whom, without a client in between. */

const management = 'https://management.azure.com';
const botUser = { id: bot.objectId, tenant: contoso };
const version = 'api-version=2025-11-01';

async function get(
  of: World,
  path: string,
  who: Parameters<typeof bearer>[0] = botUser,
  some: Partial<SandboxRequest> = {},
) {
  const headers = await bearer(who, management, of.now());
  return ask(arm, of, `${management}${path}`, { headers, ...some });
}

const error = (code: string) => ({ error: { code, message: expect.any(String) } });

describe('a request', () => {
  test('carries ids that support can find, whatever comes of it', async () => {
    for (const path of [
      '/subscriptions?api-version=2022-12-01',
      '/subscriptions',
      '/nothing?api-version=1',
    ]) {
      const { headers } = await get(world(), path);
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'x-ms-request-id': expect.any(String),
        'x-ms-correlation-request-id': expect.any(String),
      });
    }
  });

  test('needs an api-version, in any case', async () => {
    const answer = await get(world(), registry.id);
    expect([answer.status, parsed(answer)]).toEqual([400, error('MissingApiVersionParameter')]);
    expect((await get(world(), `${registry.id}?API-Version=2025-11-01`)).status).toBe(200);
  });

  test.each([
    registry.id.toUpperCase(),
    registry.id.toLowerCase(),
    registry.id.replace('contoso', '%63ontoso'),
    `${registry.id}/`,
  ])('may spell its path %s', async (path) => {
    const answer = await get(world(), `${path}?${version}`);
    expect([answer.status, parsed(answer)['id']]).toEqual([200, registry.id]);
  });

  test('for the past has no permission mode', async () => {
    const old = parsed(await get(world(), `${registry.id}?api-version=2022-12-01`));
    expect(old['properties']).not.toHaveProperty('roleAssignmentMode');
  });

  test.each([
    ['a group', registry.id.replace('rg-registry', 'rg-other'), 'ResourceGroupNotFound'],
    ['a registry', `${registry.id}2`, 'ResourceNotFound'],
    ['a subscription', registry.id.replace(subscription.id, dana.id), 'SubscriptionNotFound'],
    ['a kind', `${registry.id}/widgets`, 'InvalidResourceType'],
  ])('for %s that is not there is not found', async (_, path, code) => {
    const answer = await get(world(), `${path}?${version}`);
    expect([answer.status, parsed(answer)]).toEqual([404, error(code)]);
  });
});

describe('a caller', () => {
  const challenge = expect.stringMatching(/^Bearer authorization_uri="https:\/\/login\.windows\.net\//);

  test.each<[string, Partial<SandboxRequest>, string]>([
    ['without a token', { headers: {} }, 'AuthenticationFailed'],
    ['with any text', { headers: { authorization: 'Bearer abc.def.ghi' } }, 'InvalidAuthenticationToken'],
  ])('%s is not let in', async (_, some, code) => {
    const answer = await get(world(), `${registry.id}?${version}`, botUser, some);
    expect([answer.status, parsed(answer)]).toEqual([401, error(code)]);
    expect(answer.headers?.['www-authenticate']).toEqual(challenge);
  });

  test('with a token for somebody else is not let in', async () => {
    const headers = await bearer(botUser, 'https://graph.microsoft.com', world().now());
    const answer = await get(world(), `${registry.id}?${version}`, botUser, { headers });
    expect(parsed(answer)).toEqual(error('InvalidAuthenticationTokenAudience'));
  });

  test('with the older audience and its slash is let in', async () => {
    const headers = await bearer(botUser, 'https://management.core.windows.net/', world().now());
    expect((await get(world(), `${registry.id}?${version}`, botUser, { headers })).status).toBe(200);
  });

  test('whose token is over is told to sign in anew', async () => {
    const headers = await bearer(botUser, management, new Date(world().now().getTime() - 7_200_000));
    const answer = await get(world(), `${registry.id}?${version}`, botUser, { headers });
    expect(parsed(answer)).toEqual(error('ExpiredAuthenticationToken'));
    expect(answer.headers?.['www-authenticate']).toContain('error="insufficient_claims"');
  });

  test('of another tenant is sent to the right one', async () => {
    const of = world({ users: new Map([['dana', { ...dana, tenant: fabrikam }]]) });
    const answer = await get(of, `${registry.id}?${version}`, { ...dana, tenant: fabrikam });
    expect([answer.status, parsed(answer)]).toEqual([401, error('InvalidAuthenticationTokenTenant')]);
    expect(answer.headers?.['www-authenticate']).toContain(contoso.id);
  });

  test('without the right is refused in the exact words', async () => {
    const of = world({ bot: botWith({ denied: ['*'] }) });
    const answer = await get(of, `${registry.id}?${version}`);
    expect([answer.status, parsed(answer)]).toEqual([
      403,
      {
        error: {
          code: 'AuthorizationFailed',
          message: `The client '${bot.clientId}' with object id '${bot.objectId}' does not have authorization to perform action 'Microsoft.ContainerRegistry/registries/read' over scope '${registry.id}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
        },
      },
    ]);
  });

  test('without the right learns nothing of what exists', async () => {
    const of = world({ bot: botWith({ denied: ['*'] }) });
    const [there, not] = [registry.id, `${registry.id}2`].map((id) => get(of, `${id}?${version}`));
    expect((await there)?.status).toBe((await not)?.status);
  });

  const list = `/subscriptions/${subscription.id}/providers/Microsoft.ContainerRegistry/registries?${version}`;
  const second = { ...registry, name: 'second', id: `${registry.id}2` };
  const two = new Map([registry, second].map((it) => [it.name, it]));

  test.each([
    [
      'a role on one registry',
      [assigned('Container Registry Contributor and Data Access Configuration Administrator', dana.id)],
      ['contoso'],
    ],
    [
      'a role of a group on the subscription',
      [assigned('Reader', developers.id, { scope: `/subscriptions/${subscription.id}` })],
      ['contoso', 'second'],
    ],
    ['a role on images only', [assigned('AcrPull', dana.id)], null],
    ['no role', [], null],
  ])('with %s sees what that role shows', async (_, assignments, shown) => {
    const of = world({ assignments, registries: two });
    const answer = await get(of, list, dana);
    const value = parsed(answer)['value'] as { name: string }[] | undefined;
    expect(value?.map(({ name }) => name) ?? null).toEqual(shown);
    expect(answer.status).toBe(shown === null ? 403 : 200);
    const subscriptions = parsed(await get(of, '/subscriptions?api-version=2022-12-01', dana));
    expect(subscriptions['value']).toHaveLength(assignments.length);
  });
});

describe('role assignments', () => {
  const below = assigned('AcrPull', dana.id);
  const above = assigned('Reader', dana.id, { scope: `/subscriptions/${subscription.id}` });
  const through = assigned('AcrPush', developers.id, { principalType: 'Group' });
  const of = world({ assignments: [below, above, through, assigned('Owner', bot.objectId)] });
  const group = `/subscriptions/${subscription.id}/resourceGroups/rg-registry`;

  test.each([
    [registry.id, "atScope() and assignedTo('X')", [below, above, through]],
    [registry.id, "assignedTo('X')", [below, above, through]],
    [registry.id, 'principalId eq X', [below, above]],
    [registry.id, "principalId eq 'X'", [below, above]],
    [group, "assignedTo('X')", [below, above, through]],
    [group, "atScope() and assignedTo('X')", [above]],
    [group, 'principalId eq X', [below, above]],
    [group, 'atScope()', [above]],
  ])('at %s with %s', async (scope, filter, expected) => {
    const query = new URLSearchParams({ 'api-version': '2022-04-01', $filter: filter.replace('X', dana.id) });
    const answer = parsed(
      await get(of, `${scope}/providers/Microsoft.Authorization/roleAssignments?${query}`),
    );
    const value = answer['value'] as { name: string; properties: { principalId: string } }[];
    const others = value.filter(({ properties }) => properties.principalId !== bot.objectId);
    expect(others.map(({ name }) => name)).toEqual(expected.map(({ id }) => id));
  });

  test("the bot's Reader is one of them: what it may do is what it sees", async () => {
    const filter = encodeURIComponent(`atScope() and assignedTo('${bot.objectId}')`);
    const path = `${group}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01&$filter=${filter}`;
    expect(parsed(await get(of, path))['value']).toMatchObject([
      {
        properties: {
          scope: `/subscriptions/${subscription.id}`,
          roleDefinitionId: expect.stringMatching(/acdd72a7-3385-48ef-bd42-f606fba81ae7$/),
        },
      },
    ]);
  });

  test('carry nulls where nothing is set', async () => {
    const path = `${registry.id}/providers/Microsoft.Authorization/roleAssignments?api-version=2022-04-01`;
    const value = parsed(await get(of, path))['value'] as { properties: object }[];
    expect(value[0]?.properties).toMatchObject({ condition: null, description: null, createdBy: null });
  });
});

test('permissions are those of the caller', async () => {
  const path = `${registry.id}/providers/Microsoft.Authorization/permissions?api-version=2022-04-01`;
  const of = world({ assignments: [assigned('AcrPull', dana.id)] });
  expect(parsed(await get(of, path))['value']).toMatchObject([{ actions: ['*/read'] }]);
  expect(parsed(await get(of, path, dana))['value']).toMatchObject([
    { actions: ['Microsoft.ContainerRegistry/registries/pull/read'], dataActions: [] },
  ]);
});

test('every role that the bot knows is built in here too, with the same id', () => {
  const here = new Map(builtInRoles.map(({ name, guid }) => [name, guid]));
  expect(Object.entries(roles).filter(([name, { guid }]) => here.get(name) !== guid)).toEqual([]);
});

test.each([
  ['*/read', 'Microsoft.ContainerRegistry/registries/read', true],
  ['*/read', 'Microsoft.ContainerRegistry/registries/readers/action', false],
  ['Microsoft.Authorization/*/Write', 'microsoft.authorization/roleAssignments/write', true],
  ['Microsoft.Authorization/*/Write', 'Microsoft.Authorization/Write', false],
  ['*', 'anything/at/all', true],
  ['a/b', 'a/b/c', false],
])('%s names %s: %s', (pattern, action, expected) => {
  expect(names(pattern, action)).toBe(expected);
});
