import { describe, expect, test } from 'vitest';
import { checksOf } from '../../src/checks/catalogue.js';
import type { FailingIdentity, Subject } from '../../src/checks/check.js';
import { type LiveCheckId, runnable } from '../../src/checks/needs.js';
import { checkIds } from '../../src/knowledge/checks.js';
import { dana, pipeline, subject } from './fakes.js';

const federation = { issuer: 'i', subject: 's' };
const identities: readonly FailingIdentity[] = [
  dana,
  pipeline,
  { kind: 'kubelet' },
  { kind: 'token', name: null },
  { kind: 'admin' },
  { kind: 'anonymous' },
  { kind: 'unknown' },
];
const platform = 'linux/arm64';
const everything = new Set(
  identities.flatMap((identity) => runnable(subject({ identity, federation, platform }))),
);
const added = (some: Partial<Subject>) => {
  const bare = { repository: null, reference: null, identity: { kind: 'admin' } } as const;
  const without = new Set<LiveCheckId>(runnable(subject(bare)));
  return runnable(subject({ ...bare, ...some })).filter((id) => !without.has(id));
};

describe('the checks that can be made', () => {
  test('without any fact but the login server', () => {
    const bare = subject({ repository: null, reference: null, operation: null, identity: { kind: 'admin' } });
    expect(runnable(bare)).toEqual([
      'dns',
      'connection',
      'challenge',
      'service-state',
      'data-endpoint',
      'registry-lookup',
      'provider',
      'permission-mode',
      'admin-user',
      'arm-audience',
      'private-endpoint',
      'network-rules',
      'anonymous-pull',
      'content-state',
    ]);
  });

  test.each([
    [
      'a person',
      { identity: dana },
      ['roles-legacy', 'roles-abac', 'management-rights', 'account', 'entra-session'],
    ],
    ['nobody knows whom', { identity: { kind: 'unknown' } }, ['entra-session']],
    ['a token', { identity: { kind: 'token', name: null } }, ['token-status', 'token-password', 'scope-map']],
    ['a cluster', { identity: { kind: 'kubelet' } }, ['kubelet-role']],
    ['no one at all', { identity: { kind: 'anonymous' } }, []],
    [
      'an application',
      { identity: pipeline },
      [
        'roles-legacy',
        'roles-abac',
        'management-rights',
        'sp-application',
        'sp-secret-expiry',
        'managed-identity',
      ],
    ],
    ['a federation without an application', { federation }, []],
    ['a repository alone', { repository: 'a' }, []],
    ['a reference alone', { reference: 'v1' }, []],
    ['an image', { repository: 'a', reference: 'v1' }, ['image-exists']],
    [
      'an image and a platform',
      { repository: 'a', reference: 'v1', platform: 'linux/arm64' },
      ['image-exists', 'image-platform'],
    ],
  ] satisfies [string, Partial<Subject>, LiveCheckId[]][])('more of them with %s', (_what, some, more) => {
    expect(added(some)).toEqual(more);
  });

  test('a federation of an application is compared', () => {
    expect(added({ identity: pipeline, federation })).toContain('federated-credential');
  });

  test('are checks of the tree, each with its code', () => {
    for (const id of everything) {
      expect(checkIds).toContain(id);
      expect(checksOf([id]).map((check) => check.id)).toEqual([id]);
    }
    expect(everything.size).toBe(29);
  });

  test('come in the order in which they are asked for', () => {
    expect(checksOf(['scope-map', 'dns', 'roles-abac']).map(({ id }) => id)).toEqual([
      'scope-map',
      'dns',
      'roles-abac',
    ]);
    expect(checksOf([])).toEqual([]);
  });
});
