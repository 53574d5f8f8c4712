import { describe, expect, test } from 'vitest';
import { isLegacyOnly, isRepositoryRole, rightOf, rightsOf, standingOf } from '../../src/checks/rights.js';
import { type RoleAction, type RoleName, roles } from '../../src/knowledge/roles.js';
import type { RegistryMode } from '../../src/knowledge/vocabulary.js';

const covers = (role: RoleName, mode: RegistryMode, wanted: RoleAction | 'any') =>
  standingOf({ roleGuid: roles[role].guid, condition: null }, null, mode, wanted, 'team/app') === 'covers';
const images = ['pull', 'push', 'delete'] as const;

describe('the right that an operation asks for', () => {
  test.each([
    ['login', 'any'],
    ['pull', 'pull'],
    ['push', 'push'],
    ['delete', 'delete'],
    ['list', 'list'],
    ['manage', 'manage'],
    ['other', 'pull'],
    [null, 'pull'],
  ] as const)('%s: %s', (operation, right) => expect(rightOf(operation)).toBe(right));
});

describe('what the built-in roles give', () => {
  test.each([
    ['AcrPull', 'legacy', ['pull']],
    ['AcrPush', 'legacy', ['pull', 'push']],
    ['AcrDelete', 'legacy', ['delete']],
    ['Reader', 'legacy', ['pull']],
    ['Contributor', 'legacy', images],
    ['Owner', 'legacy', images],
    ['AcrPull', 'abac', []],
    ['AcrPush', 'abac', []],
    ['AcrDelete', 'abac', []],
    ['Reader', 'abac', []],
    ['Contributor', 'abac', []],
    ['Owner', 'abac', []],
    ['Container Registry Repository Reader', 'abac', ['pull']],
    ['Container Registry Repository Writer', 'abac', ['pull', 'push']],
    ['Container Registry Repository Contributor', 'abac', images],
    ['Container Registry Repository Reader', 'legacy', []],
    ['Container Registry Repository Writer', 'legacy', []],
    ['Container Registry Repository Contributor', 'legacy', []],
    ['Container Registry Repository Catalog Lister', 'abac', []],
    ['Container Registry Data Importer and Data Reader', 'legacy', ['pull']],
    ['Container Registry Data Importer and Data Reader', 'abac', ['pull']],
    ['Container Registry Configuration Reader and Data Access Configuration Reader', 'legacy', []],
    ['Container Registry Contributor and Data Access Configuration Administrator', 'abac', []],
    ['AcrQuarantineReader', 'legacy', []],
    ['User Access Administrator', 'abac', []],
  ] as const)('%s in %s mode gives %j on images', (role, mode, given) => {
    expect(images.filter((right) => covers(role, mode, right))).toEqual(given);
    // A sign-in needs any of them.
    expect(covers(role, mode, 'any')).toBe(given.length > 0);
  });

  test('listing repositories is a right of its own in ABAC mode', () => {
    const list = (mode: RegistryMode) =>
      // Object.keys widens; the keys of the table of roles are exactly their names.
      (Object.keys(roles) as RoleName[]).filter((role) => covers(role, mode, 'list'));
    expect(list('abac')).toEqual([
      'Container Registry Repository Catalog Lister',
      'Container Registry Data Importer and Data Reader',
    ]);
    expect(list('legacy')).toContain('AcrPull');
    expect(list('legacy')).not.toContain('Container Registry Repository Catalog Lister');
  });

  test('settings are changed by the same roles in both modes', () => {
    for (const mode of ['legacy', 'abac'] as const) {
      expect(covers('Owner', mode, 'manage')).toBe(true);
      expect(covers('Contributor', mode, 'manage')).toBe(true);
      expect(covers('Reader', mode, 'manage')).toBe(false);
      expect(covers('Reader', mode, 'view')).toBe(true);
      expect(covers('AcrPush', mode, 'view')).toBe(false);
    }
  });
});

describe('roles of the wrong mode', () => {
  test.each([
    ['AcrPull', true],
    ['AcrDelete', true],
    ['Owner', true],
    ['Reader', true],
    ['Container Registry Repository Writer', false],
    ['Container Registry Data Importer and Data Reader', false],
    ['User Access Administrator', false],
    ['AcrQuarantineReader', false],
  ] as const)('%s counts for images in the older mode alone: %s', (role, expected) => {
    expect(isLegacyOnly(roles[role].guid)).toBe(expected);
  });

  test.each([
    ['Container Registry Repository Reader', true],
    ['Container Registry Repository Writer', true],
    ['Container Registry Repository Contributor', true],
    ['Container Registry Repository Catalog Lister', false],
    ['AcrPull', false],
  ] as const)('%s is a role on repositories: %s', (role, expected) => {
    expect(isRepositoryRole(roles[role].guid)).toBe(expected);
  });

  test('nothing is said of a role that is not known', () => {
    expect(isLegacyOnly('custom')).toBe(false);
    expect(isRepositoryRole('custom')).toBe(false);
    expect(rightsOf('custom', 'legacy', null)).toEqual([]);
  });
});
