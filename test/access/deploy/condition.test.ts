import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { grantorCondition } from '../../../src/access/deploy/condition.js';
import { letsPass } from '../../../src/access/identities/delegation-condition.js';
import { type Offer, offerOf } from '../../../src/access/policy/offer.js';
import { requestableRoles } from '../../../src/access/policy/roles.js';
import { type RoleName, roles } from '../../../src/knowledge/roles.js';
import { guid, Lab, outcome } from '../../sandbox/writes/lab.js';
import { repository } from '../../support/temp.js';
import { policyWith } from './policies.js';

/** What Azure lets the grantor do with the condition that is made of a policy (T35), whoever has taken it over. */

type PrincipalType = 'User' | 'ServicePrincipal' | 'Group';
const whoIs: Readonly<Record<PrincipalType, string>> = {
  User: 'ana',
  ServicePrincipal: 'pipeline',
  Group: 'builders',
};
const names = Object.keys(roles) as RoleName[];

/** A policy in which everything that may be asked for can be asked for, for people and applications. */
const everything = policyWith({
  requests: { all: { registries: ['contoso'], by: ['members'], for: ['self', 'service-principal'] } },
});
const generated = conditionOf(everything);

function conditionOf(policy: typeof everything): string {
  const [entry] = policy.registries;
  const condition = entry === undefined ? null : grantorCondition(offerOf(policy, entry));
  if (condition === null) throw new Error('nothing is offered');
  return condition;
}

function labWith(condition: string): Lab {
  const held = { principal: 'foreign', scope: 'registry:contoso' };
  return new Lab({
    roleAssignments: {
      grantor: {
        principal: 'grantor',
        role: 'Role Based Access Control Administrator',
        scope: 'registry:contoso',
        condition,
      },
      ...Object.fromEntries(names.map((role) => [`held-${role.replaceAll(' ', '-')}`, { ...held, role }])),
      'held-by-a-group': { principal: 'builders', role: 'AcrPull', scope: 'registry:contoso' },
    },
  });
}

let count = 0;
function give(
  lab: Lab,
  role: RoleName,
  principalType: PrincipalType,
  some: Partial<{ who: string; scope: string }> = {},
) {
  const { who = whoIs[principalType], scope } = some;
  const properties = {
    roleDefinitionId: `/subscriptions/${lab.registry.subscription.id}/providers/Microsoft.Authorization/roleDefinitions/${roles[role].guid}`,
    principalId: lab.id(who),
    principalType,
  };
  return lab.assignment('grantor', 'PUT', guid(++count), properties, scope);
}

function take(lab: Lab, assignment: string) {
  const found = lab.world().assignments.find(({ name }) => name === assignment);
  if (found === undefined) throw new Error(`there is no ${assignment}`);
  return lab.assignment('grantor', 'DELETE', found.id, undefined, found.scope);
}

/** What somebody who has taken the bot over would try; the names of what Azure let pass. */
async function passingAbuse(condition: string): Promise<readonly string[]> {
  const lab = labWith(condition);
  const group = lab.registry.id.split('/providers/')[0] ?? '';
  const others = names.filter((name) => !requestableRoles.some((role) => role === name));
  const attempts: (readonly [string, Promise<{ status: number }>])[] = [
    ...others.map((role) => [`give ${role}`, give(lab, role, 'ServicePrincipal')] as const),
    ['give Owner to itself', give(lab, 'Owner', 'ServicePrincipal', { who: 'grantor' })],
    ...requestableRoles.map((role) => [`give ${role} to a group`, give(lab, role, 'Group')] as const),
    ['give on the group', give(lab, 'AcrPull', 'User', { scope: group })],
    [
      'give on the subscription',
      give(lab, 'AcrPull', 'User', { scope: group.split('/resourceGroups/')[0] ?? '' }),
    ],
    ...others.map((role) => [`take ${role}`, take(lab, `held-${role.replaceAll(' ', '-')}`)] as const),
    ["take somebody's Owner above it", take(lab, 'olga')],
    ["take a group's role", take(lab, 'held-by-a-group')],
    ['take what limits it', take(lab, 'grantor')],
  ];
  const passed = await Promise.all(
    attempts.map(async ([name, answer]) => ((await answer).status < 300 ? [name] : [])),
  );
  return passed.flat();
}

/** What the bot is for; the names of what Azure refused. */
async function refusedUse(condition: string): Promise<readonly string[]> {
  const lab = labWith(condition);
  const attempts = requestableRoles.flatMap((role) => [
    ...(['User', 'ServicePrincipal'] as const).map(
      (type) => [`give ${role} ${type}`, give(lab, role, type), 201] as const,
    ),
    [`take ${role}`, take(lab, `held-${role.replaceAll(' ', '-')}`), 200] as const,
  ]);
  const refused = await Promise.all(
    attempts.map(async ([name, answer, status]) => ((await answer).status === status ? [] : [name])),
  );
  return refused.flat();
}

describe('the condition that is made of a policy', () => {
  test('lets each role pass that may be asked for, and can be removed again', async () => {
    expect(await refusedUse(generated)).toEqual([]);
  });

  test('lets nothing else pass', async () => {
    expect(await passingAbuse(generated)).toEqual([]);
  });

  test.each<[RoleName, PrincipalType]>([
    ['Owner', 'ServicePrincipal'],
    ['AcrDelete', 'User'],
    ['Role Based Access Control Administrator', 'ServicePrincipal'],
    ['AcrPull', 'Group'],
  ])('%s for a %s: Azure names the condition', async (role, type) => {
    const answer = await give(labWith(generated), role, type);
    expect(outcome(answer)).toEqual([403, 'AuthorizationFailed']);
    expect(answer.body).toContain('or an ABAC condition not fulfilled');
  });

  const owner = roles.Owner.guid;
  test.each<[string, (condition: string) => string]>([
    ['Owner among the roles to add', (it) => it.replace('GuidEquals {', `GuidEquals {${owner}, `)],
    ['Owner among the roles to remove', (it) => it.replace(/(@Resource.*GuidEquals \{)/, `$1${owner}, `)],
    ['groups among the kinds to add', (it) => it.replace("{'User'", "{'Group', 'User'")],
    ['groups among the kinds to remove', (it) => it.replace(/(@Resource.*Case \{)/, "$1'Group', ")],
    ['a kind of identity instead of both', (it) => it.replace(/\n {2}AND\n/, '\n  OR\n')],
    ['adding that nothing limits', (it) => it.replace(/^\([\s\S]*?\n\)\nAND\n/, '')],
    ['removing that nothing limits', (it) => it.replace(/\nAND\n\([\s\S]*$/, '')],
    ['a wrong action', (it) => it.replace('roleAssignments/delete', 'roleAssignments/remove')],
    ['either half instead of both', (it) => it.replace(/\n\)\nAND\n\(/, '\n)\nOR\n(')],
  ])('a defect in it is seen: %s', async (_, mutate) => {
    const broken = mutate(generated);
    expect(broken).not.toBe(generated);
    expect(await passingAbuse(broken)).not.toEqual([]);
  });

  test.each(requestableRoles)('a defect in it is seen: without %s', async (role) => {
    expect(await refusedUse(generated.replaceAll(roles[role].guid, owner))).not.toEqual([]);
  });

  test('the one that is committed for the example is as strict', async () => {
    const file = join(repository, 'deploy', 'example', 'grantor.payments.condition.txt');
    const condition = readFileSync(file, 'utf8');
    expect(await passingAbuse(condition)).toEqual([]);
    const refused = await refusedUse(condition);
    expect(refused).toContain('give AcrPush User');
    expect(refused.filter((it) => /Repository (?:Reader|Writer)/.test(it))).toEqual([]);
  });
});

describe('who makes the condition and who judges it', () => {
  const types = ['User', 'ServicePrincipal'] as const;
  const some = requestableRoles.slice(1, 3);
  test.each<[string, Offer]>([
    ['the same for both', { User: requestableRoles, ServicePrincipal: requestableRoles }],
    ['people only', { User: some, ServicePrincipal: [] }],
    ['applications only', { User: [], ServicePrincipal: ['AcrPull'] }],
    ['something else for each', { User: some, ServicePrincipal: ['AcrPull', 'AcrPush'] }],
  ])('agree: %s', async (_, offer) => {
    const condition = grantorCondition(offer);
    if (condition === null) throw new Error('nothing is offered');
    const lab = labWith(condition);
    for (const role of names) {
      for (const type of [...types, 'Group'] as const) {
        const offered = type !== 'Group' && offer[type].some((it) => it === role);
        const of = { roleGuid: roles[role].guid, principalType: type };
        const write = letsPass(condition, { ...of, action: 'Microsoft.Authorization/roleAssignments/write' });
        const remove = letsPass(condition, {
          ...of,
          action: 'Microsoft.Authorization/roleAssignments/delete',
        });
        const { status } = await give(lab, role, type);
        expect([role, type, write, remove, status]).toEqual([
          role,
          type,
          offered,
          offered,
          offered ? 201 : 403,
        ]);
      }
    }
  });

  test('nothing that is offered needs no right', () => {
    expect(grantorCondition({ User: [], ServicePrincipal: [] })).toBeNull();
  });
});
