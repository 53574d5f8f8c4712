import { describe, expect, test } from 'vitest';
import type { RoleAsk } from '../../../src/access/policy/ask.js';
import { decideRoleRequest } from '../../../src/access/policy/decide-role.js';
import { decideRotation } from '../../../src/access/policy/decide-rotation.js';
import { developer, HOUR, other, policy, principal, pull, reader, rotation, usual } from './contoso.js';
import { ari, bo, dana, developers, eve, platform, registry, somebody } from './people.js';

describe('a role is allowed, and by whom', () => {
  test.each<[string, Partial<RoleAsk>, object]>([
    [
      'reading outside production takes a click of the owners',
      { role: reader },
      { rule: 'requests.read', tier: 1, approvers: { people: [], groups: [platform] } },
    ],
    [
      'reading in production takes a fresh sign-in',
      { role: reader, registry: registry('contosoprod') },
      { tier: 2 },
    ],
    [
      'writing takes a fresh sign-in',
      {},
      { rule: 'requests.push', tier: 2, approvals: 1, maxDurationMs: 8 * HOUR },
    ],
    ['all below a repository', { repository: 'team/lib', prefix: true }, { kind: 'allowed' }],
    [
      'all below the very one of the rule',
      { repository: 'team', prefix: true, registry: registry('contosoprod') },
      { kind: 'allowed' },
    ],
    [
      'for a service principal that one owns',
      other('service-principal', [dana, ari]),
      { barred: [dana, principal, ari] },
    ],
    [
      'for the nodes of a cluster, by two',
      {
        ...other('aks-kubelet-identity'),
        requester: somebody(bo, { groups: [platform] }),
        role: reader,
        registry: registry('contosoprod'),
      },
      { rule: 'requests.nodes', tier: 3, approvals: 2 },
    ],
    [
      'of two rules the lighter one',
      {
        ...pull,
        role: 'AcrPush',
        requester: somebody(bo),
        identity: { kind: 'user', objectId: bo, owners: [] },
        reasonGiven: false,
      },
      { rule: 'requests.own', tier: 0, approvers: { people: [], groups: [] } },
    ],
    [
      'a registry tells its own channel',
      { role: reader, registry: registry('contosoprod') },
      { channels: { teams: '19:all@thread.tacv2', slack: 'C00PROD' } },
    ],
    [
      'ids in capitals',
      { requester: { ...developer, objectId: dana.toUpperCase(), groups: [developers.toUpperCase()] } },
      { rule: 'requests.push' },
    ],
  ])('%s', (_what, change, expected) => {
    expect(decideRoleRequest(policy, { ...usual, ...change })).toMatchObject({
      kind: 'allowed',
      policyHash: policy.hash,
      ...expected,
    });
  });
});

describe('a role is refused, and by what', () => {
  test.each<[string, Partial<RoleAsk>, string | null]>([
    ['malformed', { durationMs: 0 }, null],
    ['malformed', { repository: "a' OR true" }, null],
    ['malformed', { registry: { ...registry('contosodev1'), resourceId: '/subscriptions/x' } }, null],
    [
      'malformed',
      {
        registry: { ...registry('contosodev1'), resourceId: `${registry('contosodev1').resourceId}/../../x` },
      },
      null,
    ],
    [
      'malformed',
      { registry: { ...registry('contosodev1'), loginServer: 'contosodev1.azurecr.io.evil.com' } },
      null,
    ],
    ['guest', { requester: { ...developer, guest: true } }, null],
    ['other-tenant', { requester: { ...developer, tenant: eve } }, null],
    ['denied', { requester: somebody(eve) }, 'deny.eve'],
    ['denied', { repository: 'team/signing/key' }, 'deny.signing'],
    ['denied', { repository: 'team', prefix: true }, 'deny.signing'],
    ['denied', { repository: null }, 'deny.signing'],
    ['unknown-registry', { registry: registry('fabrikam') }, null],
    ['human-role', { role: 'Owner' }, null],
    ['human-role', { role: 'AcrDelete', repository: null }, null],
    ['human-role', { role: 'toString' }, null],
    ['role-unfit', { ...pull, registry: registry('contosodev1', 'abac') }, null],
    ['role-unfit', { registry: registry('contosodev1', 'legacy') }, null],
    ['no-condition', { ...pull, repository: 'team/app' }, null],
    [
      'not-offered',
      { role: 'Container Registry Repository Catalog Lister', repository: null },
      'registries.dev',
    ],
    ['not-for-you', { requester: somebody(dana) }, 'requests.push'],
    ['other-identity', other('service-principal', [ari]), 'requests.push'],
    ['other-identity', { identity: { kind: 'user', objectId: ari, owners: [] } }, 'requests.push'],
    [
      'other-identity',
      { identity: { kind: 'service-principal', objectId: dana, owners: [] } },
      'requests.push',
    ],
    ['other-repository', { repository: 'other/app' }, 'requests.push'],
    ['other-repository', { repository: 'team' }, 'requests.push'],
    ['other-repository', { repository: null, registry: registry('contosoprod') }, 'requests.push'],
    ['too-long', { durationMs: 8 * HOUR + 1 }, 'requests.push'],
    ['reason-missing', { reasonGiven: false }, 'requests.push'],
    [
      'nobody-may-approve',
      {
        ...pull,
        role: 'AcrPush',
        requester: somebody(ari),
        identity: { kind: 'user', objectId: ari, owners: [] },
      },
      'requests.alone',
    ],
  ])('%s: %j', (reason, change, rule) => {
    expect(decideRoleRequest(policy, { ...usual, ...change })).toMatchObject({
      kind: 'refused',
      reason,
      rule,
    });
  });

  test('too long says how long', () => {
    expect(decideRoleRequest(policy, { ...usual, durationMs: 9 * HOUR })).toMatchObject({
      maxDurationMs: 8 * HOUR,
    });
  });

  test('everything, without a policy', () => {
    const refused = { kind: 'refused', reason: 'no-policy', rule: null, policyHash: null };
    expect(decideRoleRequest(null, usual)).toMatchObject(refused);
    expect(decideRotation(null, rotation)).toMatchObject(refused);
  });
});
