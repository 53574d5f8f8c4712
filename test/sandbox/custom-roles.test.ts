import { describe, expect, test } from 'vitest';
import { arm } from '../../sandbox/arm/arm.js';
import { ask, bearer, parsed } from './raw.js';
import { armAudience, type Lab, lab, type Parts, role } from './registry-lab.js';

/** Roles that somebody made up: Resource Manager tells them, and they give what they say, no more. */

const registries = 'Microsoft.ContainerRegistry/registries';
const custom = (permissions: object) => ({ roleDefinitions: { 'Image Puller (dev)': permissions } });
const held = role('Image Puller (dev)');
const puller = { actions: [`${registries}/pull/read`, `${registries}/read`] };
const labWith = (permissions: object, registry: Parts['registry'] = {}) =>
  lab({ situation: custom(permissions), registry, roleAssignments: held });

/** A GET of Resource Manager, below the registry. */
async function get(of: Lab, path: string, user = 'ana', query = '') {
  const { world } = of;
  const [who, registry] = [world.users.get(user), world.registries.get('contoso')];
  if (who === undefined || registry === undefined) throw new Error(user);
  const headers = await bearer(who, armAudience, world.now());
  const url = `https://management.azure.com${registry.id}${path}?api-version=2022-04-01${query}`;
  return ask(arm, world, url, { headers });
}

const reader = { reader: { principal: 'builders', role: 'Reader', scope: 'subscription:prod' } };

describe('a custom role', () => {
  test('is found by the id that its assignment carries, with what it permits', async () => {
    const permissions = { ...puller, notActions: [`${registries}/push/write`], dataActions: [] };
    const of = lab({ situation: custom(permissions), roleAssignments: { ...held, ...reader } });
    const listed = parsed(await get(of, '/providers/Microsoft.Authorization/roleAssignments'));
    const [assignment] = listed['value'] as { properties: { roleDefinitionId: string } }[];
    const id = assignment?.properties.roleDefinitionId ?? '';
    const guid = id.split('/').at(-1);
    const answer = await get(of, `/providers/Microsoft.Authorization/roleDefinitions/${guid}`);
    const [subscription] = of.world.subscriptions.values();
    expect(parsed(answer)).toMatchObject({
      id,
      name: guid,
      properties: {
        roleName: 'Image Puller (dev)',
        type: 'CustomRole',
        assignableScopes: [`/subscriptions/${subscription?.id}`],
        permissions: [{ ...permissions, notDataActions: [] }],
      },
    });
  });

  test.each([
    ["type eq 'CustomRole'", (names: readonly string[]) => names.length === 1],
    ["type eq 'BuiltInRole'", (names: readonly string[]) => !names.includes('Image Puller (dev)')],
    ["roleName eq 'image puller (dev)'", (names: readonly string[]) => names.length === 1],
    ['atScopeAndBelow()', (names: readonly string[]) => names.includes('Image Puller (dev)')],
  ])('is listed with %s as it should', async (filter, right) => {
    const of = lab({ situation: custom(puller), roleAssignments: reader });
    const query = `&$filter=${encodeURIComponent(filter)}`;
    const answer = await get(of, '/providers/Microsoft.Authorization/roleDefinitions', 'ana', query);
    const value = parsed(answer)['value'] as { properties: { roleName: string } }[];
    expect(value.map(({ properties }) => properties.roleName)).toSatisfy(right);
  });

  test('gives its actions at Resource Manager, and no others', async () => {
    const of = labWith(puller);
    expect((await get(of, '')).status).toBe(200);
    expect((await get(of, '/tokens')).status).toBe(403);
    const permissions = parsed(await get(of, '/providers/Microsoft.Authorization/permissions'));
    expect(permissions['value']).toMatchObject([puller]);
  });

  test.each([
    ['legacy', puller, ['pull']],
    [
      'legacy',
      { actions: [`${registries}/*`], notActions: [`${registries}/push/write`] },
      ['pull', 'delete'],
    ],
    ['abac', { dataActions: [`${registries}/repositories/content/*`] }, ['pull', 'push', 'delete']],
    [
      'abac',
      {
        dataActions: [`${registries}/repositories/content/*`],
        notDataActions: [`${registries}/repositories/content/delete`],
      },
      ['pull', 'push'],
    ],
  ])('in mode %s with %j gives %j on images', async (mode, permissions, actions) => {
    const of = labWith(permissions, { mode });
    expect(await of.actions('repository:team/app:pull,push,delete')).toEqual(actions);
  });

  test('that gives nothing of the mode lets nobody sign in', async () => {
    expect((await labWith(puller, { mode: 'abac' }).exchange()).status).toBe(401);
  });
});

test('a name that is taken, and one that nobody has, are mistakes of the file', () => {
  const taken = { roleDefinitions: { acrpull: puller } };
  expect(() => lab({ situation: taken })).toThrow(/roleDefinitions\.acrpull.*name of a built-in role/);
  expect(() => lab({ roleAssignments: held })).toThrow(/unknown role Image Puller/);
});
