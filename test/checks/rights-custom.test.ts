import { describe, expect, test } from 'vitest';
import type { RoleDefinitionRecord } from '../../src/azure/ports.js';
import { rightsOf } from '../../src/checks/rights.js';
import { roles } from '../../src/knowledge/roles.js';
import type { RegistryMode } from '../../src/knowledge/vocabulary.js';

const acr = 'Microsoft.ContainerRegistry/registries';
const rights = (mode: RegistryMode, some: Partial<RoleDefinitionRecord>) =>
  rightsOf('custom', mode, {
    name: 'custom',
    actions: [],
    notActions: [],
    dataActions: [],
    notDataActions: [],
    ...some,
  });

describe('a custom role in the older mode', () => {
  test.each([
    [[], []],
    [[`${acr}/pull/read`], ['pull', 'list']],
    [
      [`${acr}/pull/read`, `${acr}/push/write`],
      ['pull', 'push', 'list'],
    ],
    [[`${acr}/artifacts/delete`], ['delete']],
    [[`${acr}/read`], ['view']],
    [[`${acr}/write`], ['manage']],
    [['*/read'], ['pull', 'list', 'view']],
    [['*'], ['pull', 'push', 'delete', 'list', 'view', 'manage', 'assign']],
    [['Microsoft.Authorization/roleAssignments/write'], ['assign']],
    [['Microsoft.Authorization/*'], ['assign']],
    [['Microsoft.Authorization/*/read'], []],
    [['MICROSOFT.containerregistry/registries/PULL/read'], ['pull', 'list']],
    [[`${acr}/pull`], []],
    [['Microsoft.Storage/*'], []],
  ])('with the actions %j has %j', (actions, given) => {
    expect(rights('legacy', { actions })).toEqual(given);
  });

  test('writing without reading is no push: a client reads before it writes', () => {
    expect(rights('legacy', { actions: [`${acr}/push/write`] })).toEqual([]);
  });

  test('an action taken away is not given, whatever the wildcard says', () => {
    expect(rights('legacy', { actions: ['*'], notActions: [`${acr}/push/*`] })).toEqual([
      'pull',
      'delete',
      'list',
      'view',
      'manage',
      'assign',
    ]);
  });

  test('data actions give nothing', () => {
    expect(rights('legacy', { dataActions: ['*'] })).toEqual([]);
  });
});

describe('a custom role in ABAC mode', () => {
  const content = `${acr}/repositories/content`;

  test.each([
    [[`${content}/read`], ['pull']],
    [
      [`${content}/read`, `${content}/write`],
      ['pull', 'push'],
    ],
    [[`${content}/write`], []],
    [[`${content}/delete`], ['delete']],
    [[`${content}/*`], ['pull', 'push', 'delete']],
    [[`${acr}/catalog/read`], ['list']],
    [[`${acr}/repositories/metadata/read`], []],
  ])('with the data actions %j has %j', (dataActions, given) => {
    expect(rights('abac', { dataActions })).toEqual(given);
  });

  test('data actions taken away are not given', () => {
    expect(rights('abac', { dataActions: [`${content}/*`], notDataActions: [`${content}/write`] })).toEqual([
      'pull',
      'delete',
    ]);
  });

  test('actions give rights on the settings and none on images', () => {
    expect(rights('abac', { actions: ['*'] })).toEqual(['view', 'manage', 'assign']);
    expect(rights('abac', { actions: [`${acr}/read`] })).toEqual(['view']);
    expect(rights('abac', { actions: ['*'], notActions: [`${acr}/write`] })).toEqual(['view', 'assign']);
    expect(rights('abac', { dataActions: [`${acr}/read`, `${acr}/write`] })).toEqual([]);
  });
});

test('the definition of a built-in role is not asked', () => {
  expect(
    rightsOf(roles.AcrPull.guid, 'legacy', {
      name: 'AcrPull',
      actions: ['*'],
      notActions: [],
      dataActions: [],
      notDataActions: [],
    }),
  ).toEqual(['pull', 'list']);
});
