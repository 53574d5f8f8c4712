import { expect, test } from 'vitest';
import type { Member } from '../../../../adapters/teams/outbound/connector.js';
import { isMember } from '../../../../adapters/teams/outbound/members.js';
import type { Person } from '../../../../src/chat/person.js';
import { OTHER_TENANT, TENANT, user } from '../../../fakes/teams/people.js';

const { id, aadObjectId } = user('dana');
const person: Person = { platform: 'teams', tenant: TENANT, id, objectId: aadObjectId, guest: false };

test.each<[string, Member, boolean]>([
  ['who has the role of a user', { aadObjectId, userRole: 'user', tenantId: TENANT }, true],
  ['who owns the team', { aadObjectId, userRole: 'owner' }, true],
  ['whose object id has another name', { objectId: aadObjectId }, true],
  ['whose object id is written in capitals', { aadObjectId: aadObjectId.toUpperCase() }, true],
  ['who has the role of a guest', { aadObjectId, userRole: 'Guest' }, false],
  ['who is anonymous', { aadObjectId, userRole: 'anonymous' }, false],
  ['with a role that nobody knows', { aadObjectId, userRole: 'federated' }, false],
  ['who is a guest in the directory', { aadObjectId, userType: 'Guest' }, false],
  [
    'who was invited',
    { aadObjectId, userPrincipalName: 'gina_fabrikam.example#ext#@contoso.example' },
    false,
  ],
  ['of another tenant', { aadObjectId, tenantId: OTHER_TENANT }, false],
  ['with another object id', { aadObjectId: '44444444-4444-4444-8444-444444444444' }, false],
  ['without one', { userRole: 'user' }, false],
])('somebody %s: %o is a member, %s', (_, member, expected) => {
  expect(isMember(member, person, [TENANT])).toBe(expected);
});
