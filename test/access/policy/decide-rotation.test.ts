import { describe, expect, test } from 'vitest';
import type { RotationAsk } from '../../../src/access/policy/ask.js';
import { decideRotation } from '../../../src/access/policy/decide-rotation.js';
import { developer, policy, principal, rotation } from './contoso.js';
import { ari, bo, dana, developers, eve, platform, registry, somebody } from './people.js';

describe('a secret', () => {
  test.each<[string, Partial<RotationAsk>, object]>([
    [
      'of an own service principal goes to the vault',
      {},
      {
        kind: 'allowed',
        rule: 'rotations.team',
        tier: 2,
        delivery: { kind: 'vault', url: 'https://team.vault.azure.net' },
        barred: [dana, principal, bo],
      },
    ],
    [
      'of a token of the team',
      { secret: { kind: 'repository-token-password', token: 'TEAM-one' } },
      { kind: 'allowed', approvers: { groups: [platform], people: [] } },
    ],
    [
      'the admin password is for the owners to decide',
      { secret: { kind: 'admin-password' } },
      { kind: 'allowed', approvers: { people: [ari], groups: [] }, delivery: { kind: 'one-time-page' } },
    ],
    [
      'the admin password, asked for by its only owner',
      { secret: { kind: 'admin-password' }, requester: somebody(ari) },
      { reason: 'nobody-may-approve', rule: 'rotations.admin' },
    ],
    [
      "of somebody else's service principal",
      { secret: { kind: 'client-secret', objectId: principal, owners: [bo] } },
      { reason: 'other-identity', rule: 'rotations.team' },
    ],
    [
      'of another token',
      { secret: { kind: 'repository-token-password', token: 'other' } },
      { reason: 'not-offered', rule: 'registries.prod' },
    ],
    ['without the group', { requester: somebody(dana) }, { reason: 'not-for-you' }],
    ['without a reason', { reasonGiven: false }, { reason: 'reason-missing' }],
    [
      'of a registry without a rule',
      { registry: registry('contosodev1') },
      { reason: 'not-offered', rule: 'registries.dev' },
    ],
    [
      'for whom everything is denied',
      { requester: somebody(eve, { groups: [developers] }) },
      { reason: 'denied', rule: 'deny.eve' },
    ],
    ['for a guest', { requester: { ...developer, guest: true } }, { reason: 'guest' }],
    [
      'with an id that is none',
      { secret: { kind: 'client-secret', objectId: 'x', owners: [] } },
      { reason: 'malformed' },
    ],
  ])('%s', (_what, change, expected) => {
    expect(decideRotation(policy, { ...rotation, ...change })).toMatchObject(expected);
  });
});
