import { expect, test } from 'vitest';
import { letsPass } from '../../../src/access/identities/delegation-condition.js';
import { roles } from '../../../src/knowledge/roles.js';

const write = 'Microsoft.Authorization/roleAssignments/write';
const pull = roles.AcrPull.guid;
const owner = roles.Owner.guid;
const limited = `((!(ActionMatches{'${write}'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${pull}}))`;
const type = '@Request[Microsoft.Authorization/roleAssignments:PrincipalType]';

const ask = (roleGuid: string) => ({ action: write, roleGuid, principalType: 'User' });

test.each<[string, string, boolean | null]>([
  [limited, pull, true],
  [limited, owner, false],
  [limited.toUpperCase(), pull, true],
  [`NOT (${limited})`, pull, false],
  [`${type} StringEqualsIgnoreCase 'user'`, owner, true],
  [`${type} StringNotEquals 'user'`, owner, null],
  ['(', pull, null],
  ['', pull, null],
])('%.60s', (condition, guid, truth) => {
  expect(letsPass(condition, ask(guid))).toBe(truth);
});

test('it may be as deep as it likes', () => {
  expect(letsPass('('.repeat(5000), ask(pull))).toBeNull();
  expect(letsPass('!'.repeat(5000), ask(pull))).toBeNull();
});
