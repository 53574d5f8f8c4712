import { describe, expect, test } from 'vitest';
import { judgeRoles, type RoleEvidence } from '../../src/checks/role-evidence.js';
import type { RoleName } from '../../src/knowledge/roles.js';
import { type Operation, operations, type RegistryMode } from '../../src/knowledge/vocabulary.js';
import { assignment, minutesAgo, now, registry } from './fakes.js';

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';
const only = (repository: string) => `@Request[${repositories}:name] StringEquals '${repository}'`;
const reader = 'Container Registry Repository Reader';
const writer = 'Container Registry Repository Writer';

function judge(
  mode: RegistryMode,
  assignments: readonly (RoleName | RoleEvidence['assignments'][number])[],
  {
    operation = 'pull',
    repository = 'team/app',
    eligible = [],
  }: { operation?: Operation | null; repository?: string | null; eligible?: readonly RoleName[] } = {},
) {
  const evidence: RoleEvidence = {
    registry: registry({ mode }),
    assignments: assignments.map((it) => (typeof it === 'string' ? assignment(it) : it)),
    eligibilities: eligible.map((role) => ({ roleGuid: assignment(role).roleGuid, scope: registry().id })),
    definitions: new Map(),
    unread: null,
  };
  return judgeRoles(evidence, operation, repository, now);
}

describe('roles that fit', () => {
  test('one that covers is enough, whatever else is there', () => {
    expect(judge('legacy', ['AcrDelete', 'AcrPull'])).toBe('covers');
    expect(judge('abac', ['AcrPull', reader])).toBe('covers');
    expect(judge('abac', [assignment(reader, { condition: only('b') }), writer])).toBe('covers');
  });

  test('assignments above the registry and of groups count alike', () => {
    const scope = `/subscriptions/${registry().subscription}`;
    expect(judge('legacy', [assignment('AcrPull', { scope, principalId: 'a group' })])).toBe('covers');
  });

  test('no role at all', () => {
    for (const operation of [...operations, null]) {
      expect(judge('legacy', [], { operation })).toBe('none');
      expect(judge('abac', [], { operation })).toBe('none');
    }
  });

  test('an operation that is not known is taken for a pull', () => {
    expect(judge('legacy', ['AcrPull'], { operation: null })).toBe('covers');
    expect(judge('legacy', ['AcrDelete'], { operation: null })).toBe('too-weak');
  });
});

describe('the age of an assignment', () => {
  const aged = (minutes: number) => assignment('AcrPull', { createdOn: minutesAgo(minutes) });

  test.each([
    [0, 'granted-recently'],
    [9.99, 'granted-recently'],
    [10, 'covers'],
    [600, 'covers'],
    // The clocks of two machines differ.
    [-1, 'granted-recently'],
  ])('%d minutes: %s', (minutes, expected) => expect(judge('legacy', [aged(minutes)])).toBe(expected));

  test('an older assignment that covers makes a fresh one no matter', () => {
    expect(judge('legacy', [aged(1), aged(60)])).toBe('covers');
  });

  test('an assignment whose age nobody tells is not new', () => {
    expect(judge('legacy', [assignment('AcrPull', { createdOn: null })])).toBe('covers');
  });

  test('a fresh role that does not cover is not on its way', () => {
    expect(judge('legacy', [assignment('AcrDelete', { createdOn: minutesAgo(1) })])).toBe('too-weak');
  });
});

describe('roles that look right and are not', () => {
  test.each([
    ['legacy', [reader], 'pull', 'repository-roles-only'],
    ['legacy', [writer], 'push', 'repository-roles-only'],
    ['abac', ['AcrPull'], 'pull', 'legacy-roles-only'],
    ['abac', ['AcrPush'], 'push', 'legacy-roles-only'],
    ['abac', ['Owner'], 'pull', 'legacy-roles-only'],
    ['abac', ['Reader'], 'pull', 'legacy-roles-only'],
    ['legacy', ['AcrPull'], 'push', 'too-weak'],
    ['legacy', ['AcrPush'], 'delete', 'too-weak'],
    ['legacy', ['AcrPull', reader], 'push', 'too-weak'],
    ['abac', [reader], 'push', 'too-weak'],
    ['abac', [writer], 'delete', 'too-weak'],
    ['abac', [reader, 'AcrPush'], 'push', 'too-weak'],
    ['abac', [reader], 'manage', 'too-weak'],
    ['abac', [reader], 'list', 'images-only'],
    ['abac', ['Container Registry Repository Catalog Lister'], 'pull', 'none'],
    ['legacy', ['Container Registry Repository Catalog Lister'], 'list', 'none'],
    ['legacy', ['AcrDelete'], 'list', 'too-weak'],
    ['legacy', ['AcrQuarantineReader'], 'pull', 'none'],
    ['abac', ['User Access Administrator'], 'pull', 'none'],
    ['abac', ['AcrPull'], 'list', 'legacy-roles-only'],
  ] as const)('%s mode, %j, %s: %s', (mode, held, operation, expected) => {
    expect(judge(mode, held, { operation })).toBe(expected);
  });
});

describe('conditions', () => {
  const excluding = assignment(reader, { condition: only('b') });
  const strange = assignment(reader, { condition: "@Principal[a:b] StringEquals 'c'" });

  test('a condition that leaves the repository out', () => {
    expect(judge('abac', [excluding])).toBe('condition-excludes');
    expect(judge('abac', [excluding, 'AcrPull'])).toBe('condition-excludes');
  });

  test('one that cannot be evaluated is told before one that excludes', () => {
    expect(judge('abac', [excluding, strange])).toBe('cannot-evaluate');
    expect(judge('abac', [excluding], { repository: null })).toBe('cannot-evaluate');
  });

  test('a role without the right stays too weak, whatever its condition says', () => {
    expect(judge('abac', [strange], { operation: 'push' })).toBe('too-weak');
  });
});

describe('roles that wait to be activated', () => {
  test('count where nothing active covers', () => {
    expect(judge('legacy', [], { eligible: ['AcrPull'] })).toBe('eligible-only');
    expect(judge('legacy', ['AcrPull'], { operation: 'push', eligible: ['AcrPush'] })).toBe('eligible-only');
    expect(judge('abac', [assignment(reader, { condition: only('b') })], { eligible: [writer] })).toBe(
      'eligible-only',
    );
    expect(judge('legacy', ['AcrPull'], { eligible: ['AcrPush'] })).toBe('covers');
  });

  test('count not where they would not help', () => {
    expect(judge('abac', [], { eligible: ['AcrPull'] })).toBe('none');
    expect(judge('legacy', [], { operation: 'push', eligible: ['AcrPull'] })).toBe('none');
  });

  test('are not named while a condition cannot be evaluated', () => {
    const strange = assignment(reader, { condition: 'x' });
    expect(judge('abac', [strange], { eligible: [writer] })).toBe('cannot-evaluate');
  });
});
