import { describe, expect, test } from 'vitest';
import { letsPass } from '../../../src/access/executor/delegation-condition.js';
import { grantorSentence } from '../../../src/access/executor/grantor-words.js';
import { grantorFlaws, grantorSelfCheck, isFit } from '../../../src/access/executor/self-check.js';
import { languages } from '../../../src/knowledge/language.js';
import { roles } from '../../../src/knowledge/roles.js';
import { granterOf, openWorld } from './ground.js';

const rbac = 'Role Based Access Control Administrator';
const write = 'Microsoft.Authorization/roleAssignments/write';
const remove = 'Microsoft.Authorization/roleAssignments/delete';
const pull = roles.AcrPull.guid;
const owner = roles.Owner.guid;
const limited = (action: string, source: string, ...guids: string[]) =>
  `((!(ActionMatches{'${action}'})) OR (@${source}[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${guids.join(', ')}}))`;

/** Findings about a grantor with these roles, from a world over TLS. */
async function check(held: Readonly<Record<string, string | undefined>>, scope = 'registry:contoso') {
  const given = Object.entries(held).map(([role, condition], i) => [
    `held-${i}`,
    { principal: 'grantor', role, scope, ...(condition !== undefined && { condition }) },
  ]);
  const custom = {
    actions: ['Microsoft.Authorization/roleAssignments/*', 'Microsoft.Authorization/roleDefinitions/read'],
  };
  const wide = { actions: ['*/read', 'Microsoft.Authorization/roleDefinitions/write'] };
  const sandbox = await openWorld({
    roleAssignments: {
      grantor: { principal: 'grantor', role: 'Reader', scope: 'registry:contoso' },
      ...Object.fromEntries(given),
    },
    roleDefinitions: { rotator: { actions: [] }, custom, wide },
  });
  const id = sandbox.world().registries.get('contoso')?.id ?? '';
  const found = await grantorSelfCheck(granterOf(sandbox), [id], AbortSignal.timeout(10_000));
  if (!found.ok) throw new Error(found.problem.kind);
  return { flaws: found.value.map(({ flaw }) => flaw), fit: isFit(found.value), findings: found.value };
}

describe('the grantor', () => {
  const both = `${limited(write, 'Request', pull)} AND ${limited(remove, 'Resource', pull)}`;

  test.each<[string, Record<string, string | undefined>, string, readonly string[], boolean]>([
    ['with a condition on the roles that may be asked for', { [rbac]: both }, 'registry:contoso', [], true],
    ['that is Owner', { Owner: undefined }, 'subscription:prod', ['everything'], false],
    [
      'that is Contributor beside',
      { [rbac]: both, Contributor: undefined },
      'registry:contoso',
      ['everything'],
      false,
    ],
    [
      'that is User Access Administrator',
      { 'User Access Administrator': undefined },
      'subscription:prod',
      ['manages-access'],
      false,
    ],
    [
      'that may change roles',
      { [rbac]: both, wide: undefined },
      'registry:contoso',
      ['manages-access'],
      false,
    ],
    ['without a condition', { [rbac]: undefined }, 'registry:contoso', ['unconditioned'], false],
    [
      'with a custom role without a condition',
      { custom: undefined },
      'subscription:prod',
      ['unconditioned'],
      false,
    ],
    [
      'whose condition names Owner',
      { [rbac]: `${limited(write, 'Request', pull, owner)} AND ${limited(remove, 'Resource', pull)}` },
      'registry:contoso',
      ['condition-too-wide'],
      false,
    ],
    [
      'whose condition nobody can read',
      { [rbac]: `${both} OR @Request[Some:thing] New 'x'` },
      'registry:contoso',
      ['condition-too-wide', 'removes-any', 'cannot-grant'],
      false,
    ],
    [
      'whose condition is for adding only',
      { [rbac]: limited(write, 'Request', pull) },
      'registry:contoso',
      ['removes-any'],
      false,
    ],
    ['that may give nothing', {}, 'registry:contoso', ['cannot-grant'], true],
  ])('%s', async (_, held, scope, flaws, fit) => {
    const found = await check(held, scope);
    expect([found.flaws, found.fit]).toEqual([flaws, fit]);
    for (const finding of found.findings) {
      for (const language of languages) expect(grantorSentence(finding, language)).not.toMatch(/[{}]/);
    }
  });

  test('that cannot be looked at is not fit by that', async () => {
    const sandbox = await openWorld();
    const found = await grantorSelfCheck(
      granterOf(sandbox),
      ['/subscriptions/none'],
      AbortSignal.timeout(5000),
    );
    expect(found.ok).toBe(false);
  });

  test('has a sentence for every flaw in each language', () => {
    for (const language of languages) {
      const all = grantorFlaws.map((flaw) => grantorSentence({ flaw, role: 'R', scope: '/s' }, language));
      expect(new Set(all).size).toBe(grantorFlaws.length);
    }
  });
});

describe('its condition', () => {
  test('may be as deep as it likes', () => {
    expect(letsPass('('.repeat(5000), ask(pull))).toBeNull();
    expect(letsPass('!'.repeat(5000), ask(pull))).toBeNull();
  });

  const ask = (roleGuid: string, action = write) => ({ action, roleGuid, principalType: 'User' });
  test.each<[string, string, boolean | null]>([
    [limited(write, 'Request', pull), pull, true],
    [limited(write, 'Request', pull), owner, false],
    [limited(write, 'Request', pull).toUpperCase(), pull, true],
    [`NOT (${limited(write, 'Request', pull)})`, pull, false],
    [
      "@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'user'",
      owner,
      true,
    ],
    ["@Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringNotEquals 'user'", owner, null],
    ['(', pull, null],
    ['', pull, null],
  ])('%.60s', (condition, guid, truth) => {
    expect(letsPass(condition, ask(guid))).toBe(truth);
  });
});
