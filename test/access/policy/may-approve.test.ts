import { describe, expect, test } from 'vitest';
import type { RoleAsk } from '../../../src/access/policy/ask.js';
import { mayApprove } from '../../../src/access/policy/may-approve.js';
import { other, policy, pull, rotation, usual } from './contoso.js';
import { ari, bo, dana, eve, platform, policyOf, somebody } from './people.js';

describe('who may approve', () => {
  const approver = (objectId: string, given = {}) => somebody(objectId, { groups: [platform], ...given });
  const owned: RoleAsk = { ...usual, ...other('service-principal', [dana, bo]) };

  test.each([
    ['somebody of the group', usual, approver(ari), { kind: 'allowed', rule: 'requests.push' }],
    ['not the requester', usual, approver(dana), { reason: 'self-approval' }],
    ['not an owner', owned, approver(bo), { reason: 'owner' }],
    [
      'not the identity',
      { ...owned, identity: { ...owned.identity, objectId: ari } },
      approver(ari),
      { reason: 'own-role' },
    ],
    ['not a guest', usual, approver(ari, { guest: true }), { reason: 'guest' }],
    ['not another tenant', usual, approver(ari, { tenant: eve }), { reason: 'other-tenant' }],
    ['not anybody', usual, somebody(ari), { reason: 'not-an-approver', rule: 'requests.push' }],
    [
      'not when the requester has left the group',
      { ...usual, requester: somebody(dana) },
      approver(ari),
      { reason: 'request-refused', because: 'not-for-you' },
    ],
    ['not without an id', usual, approver('ari'), { reason: 'malformed' }],
    [
      'an owner of the service principal does not renew its secret',
      rotation,
      approver(bo),
      { reason: 'owner' },
    ],
    ['a secret, too', rotation, approver(ari), { kind: 'allowed', rule: 'rotations.team' }],
    [
      'nobody where nobody need',
      {
        ...usual,
        ...pull,
        role: 'AcrPush',
        requester: somebody(bo),
        identity: { kind: 'user' as const, objectId: bo, owners: [] },
      },
      approver(ari),
      { reason: 'no-approval-needed' },
    ],
  ])('%s', (_what, ask, person, expected) => {
    expect(mayApprove(policy, ask, person)).toMatchObject({ policyHash: policy.hash, ...expected });
  });

  test('the policy of the moment counts', () => {
    expect(mayApprove(policyOf({}), usual, approver(ari))).toMatchObject({
      reason: 'request-refused',
      because: 'unknown-registry',
    });
    expect(mayApprove(null, usual, approver(ari))).toMatchObject({
      reason: 'request-refused',
      because: 'no-policy',
    });
  });
});
