import { describe, expect, it } from 'vitest';
import { leastRole, type RoleAction, type RoleName, roles } from '../../src/knowledge/roles.js';
import { type Operation, operations, registryModes } from '../../src/knowledge/vocabulary.js';

const needed: Record<Operation, RoleAction> = {
  login: 'pull',
  pull: 'pull',
  push: 'push',
  delete: 'delete',
  list: 'list',
  manage: 'manage',
  other: 'pull',
};

const names = Object.keys(roles) as RoleName[];

function covers(name: RoleName, mode: 'legacy' | 'abac', action: RoleAction): boolean {
  const covered: readonly RoleAction[] = roles[name].covers[mode];
  return covered.includes(action);
}

describe('roles', () => {
  it('have well-formed, distinct ids', () => {
    const guids = Object.values(roles).map(({ guid }) => guid);
    expect(new Set(guids).size).toBe(guids.length);
    for (const guid of guids) expect(guid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it.each(operations)('least role for %s does it, and no other does it with fewer rights', (operation) => {
    for (const mode of registryModes) {
      const least = leastRole(operation, mode);
      expect(covers(least, mode, needed[operation])).toBe(true);
      const rights = roles[least].covers[mode].length;
      for (const name of names.filter((one) => covers(one, mode, needed[operation]))) {
        expect(roles[name].covers[mode].length, name).toBeGreaterThanOrEqual(rights);
      }
    }
  });

  it('leaves the old roles and the general ones without images in ABAC mode', () => {
    for (const name of ['AcrPull', 'AcrPush', 'AcrDelete', 'Owner', 'Contributor', 'Reader'] as const) {
      for (const action of ['pull', 'push', 'delete', 'list'] as const) {
        expect(covers(name, 'abac', action), `${name} ${action}`).toBe(false);
      }
    }
  });

  it('takes conditions on repository roles only', () => {
    expect(names.filter((name) => roles[name].conditions)).toEqual([
      'Container Registry Repository Reader',
      'Container Registry Repository Writer',
      'Container Registry Repository Contributor',
    ]);
  });
});
