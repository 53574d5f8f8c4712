import { describe, expect, test } from 'vitest';
import { standingOf } from '../../src/checks/rights.js';
import { type RoleAction, type RoleName, roles } from '../../src/knowledge/roles.js';
import type { RegistryMode } from '../../src/knowledge/vocabulary.js';

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';
const named = (repository: string) => `@Request[${repositories}:name] StringEquals '${repository}'`;
const not = (action: string) => `!(ActionMatches{'${repositories}/content/${action}'})`;

const standing = (
  condition: string | null,
  {
    role = 'Container Registry Repository Contributor',
    mode = 'abac',
    wanted = 'pull',
    repository = 'team/app',
  }: {
    role?: RoleName;
    mode?: RegistryMode;
    wanted?: RoleAction | 'any';
    repository?: string | null;
  } = {},
) => standingOf({ roleGuid: roles[role].guid, condition }, null, mode, wanted, repository);

describe('how an assignment stands', () => {
  test.each([null, '', ' \n'])('without a condition (%j) it covers every repository', (condition) => {
    expect(standing(condition)).toBe('covers');
    expect(standing(condition, { repository: null })).toBe('covers');
  });

  test('a condition decides by repository', () => {
    expect(standing(named('team/app'))).toBe('covers');
    expect(standing(named('other'))).toBe('excludes');
    expect(standing('something else')).toBe('cannot-evaluate');
  });

  test('while the repository is not known, a condition cannot be evaluated', () => {
    expect(standing(named('team/app'), { repository: null })).toBe('cannot-evaluate');
  });

  test('a role without the right is no matter of its condition', () => {
    const role = 'Container Registry Repository Reader';
    expect(standing(named('team/app'), { role, wanted: 'push' })).toBe('no-right');
    expect(standing('something else', { role, wanted: 'push' })).toBe('no-right');
  });

  test('the older mode knows no conditions', () => {
    const role = 'AcrPull';
    expect(standing(named('other'), { role, mode: 'legacy' })).toBe('covers');
    expect(standing('something else', { role, mode: 'legacy', repository: null })).toBe('covers');
  });

  test('a sign-in is not limited by a condition on repositories', () => {
    expect(standing(named('other'), { wanted: 'any' })).toBe('covers');
    expect(standing(null, { role: 'AcrPull', wanted: 'any' })).toBe('no-right');
  });

  test('a push needs the condition to let reading and writing pass', () => {
    const readsAll = `${not('write')} OR ${named('other')}`;
    expect(standing(readsAll)).toBe('covers');
    expect(standing(readsAll, { wanted: 'push' })).toBe('excludes');
    const writesAll = `${not('read')} OR ${named('other')}`;
    expect(standing(writesAll, { wanted: 'push' })).toBe('excludes');
    expect(standing(writesAll, { wanted: 'delete' })).toBe('covers');
    expect(standing(`${not('write')} OR @Principal[a:b] StringEquals 'c'`, { wanted: 'push' })).toBe(
      'cannot-evaluate',
    );
  });

  test('a refusal counts more than what cannot be evaluated', () => {
    const both = `(${not('read')} OR @Principal[a:b] StringEquals 'c') AND (${not('write')} OR ${named('other')})`;
    expect(standing(both, { wanted: 'push' })).toBe('excludes');
  });

  test('a role that is neither built in nor read may give anything', () => {
    const unread = { roleGuid: 'custom', condition: null };
    expect(standingOf(unread, null, 'legacy', 'pull', 'team/app')).toBe('cannot-evaluate');
    const empty = { name: 'none', actions: [], notActions: [], dataActions: [], notDataActions: [] };
    expect(standingOf(unread, empty, 'legacy', 'pull', 'team/app')).toBe('no-right');
  });
});
