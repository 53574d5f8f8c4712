import { describe, expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { guid, Lab, outcome, roleIds } from './lab.js';

/** Who may give which role to whom: by rights, and by the condition that limits them. */

const allowed = [201, undefined];
const denied = [403, 'AuthorizationFailed'];

describe('somebody', () => {
  const custom = (actions: string[], notActions: string[] = []) => ({
    roleDefinitions: { giver: { actions, notActions }, rotator: { actions: [] } },
    roleAssignments: { ana: { principal: 'ana', role: 'giver', scope: 'registry:contoso' } },
  });
  const held = (role: string, scope = 'registry:contoso') => ({
    roleAssignments: { ana: { principal: 'ana', role, scope } },
  });
  test.each([
    ['Owner', held('Owner'), allowed],
    ['User Access Administrator', held('User Access Administrator', 'subscription:prod'), allowed],
    ['Role Based Access Control Administrator', held('Role Based Access Control Administrator'), allowed],
    ['Contributor', held('Contributor'), denied],
    ['Reader', held('Reader', 'subscription:prod'), denied],
    ['nothing', {}, denied],
    ['a role at another place', held('Owner', 'vault:delivery'), denied],
    ['a custom role for it', custom(['Microsoft.Authorization/roleAssignments/write']), allowed],
    ['a custom role without it', custom(['*'], ['Microsoft.Authorization/*/write']), denied],
    ['a custom role for removing', custom(['Microsoft.Authorization/roleAssignments/delete']), denied],
    [
      'a role of a group',
      { roleAssignments: { all: { principal: 'builders', role: 'Owner', scope: 'registry:contoso' } } },
      allowed,
    ],
  ])('with %s', async (_, parts, expected) => {
    const lab = new Lab(parts);
    const answer = await lab.assignment('ana', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    expect(outcome(answer)).toEqual(expected);
  });

  test('without the right is refused in the exact words', async () => {
    const lab = new Lab();
    const answer = await lab.assignment('rita', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    expect(parsed(answer)).toEqual({
      error: {
        code: 'AuthorizationFailed',
        message: `The client 'rita@contoso.onmicrosoft.com' with object id '${lab.id('rita')}' does not have authorization to perform action 'Microsoft.Authorization/roleAssignments/write' over scope '${lab.registry.id}/providers/Microsoft.Authorization/roleAssignments/${guid(1)}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
      },
    });
  });
});

describe('the grantor', () => {
  test.each([
    ['AcrPull', 'pipeline', 'ServicePrincipal', allowed],
    ['AcrPush', 'ana', 'User', allowed],
    ['AcrPull', 'builders', 'Group', denied],
    ['Owner', 'pipeline', 'ServicePrincipal', denied],
    ['AcrDelete', 'pipeline', 'ServicePrincipal', denied],
    ['Owner', 'grantor', 'ServicePrincipal', denied],
  ] as const)('gives %s to %s (%s): %j', async (role, principal, principalType, expected) => {
    const lab = new Lab();
    const wanted = lab.wanted(role, principal, { principalType });
    const answer = await lab.assignment('grantor', 'PUT', guid(1), wanted);
    expect(outcome(answer)).toEqual(expected);
    if (expected === denied) {
      expect(JSON.stringify(parsed(answer))).toContain(
        "does not have authorization or an ABAC condition not fulfilled to perform action 'Microsoft.Authorization/roleAssignments/write'",
      );
      expect(lab.world().ledger.assignments).toEqual([]);
    }
  });

  test('gives nothing to somebody of whom it does not say what they are', async () => {
    const lab = new Lab();
    const answer = await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline', {}));
    expect(outcome(answer)).toEqual(denied);
  });

  test('gives nothing elsewhere', async () => {
    const lab = new Lab();
    const group = lab.registry.id.split('/providers/')[0];
    const answer = await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'), group);
    expect(outcome(answer)).toEqual(denied);
    expect(JSON.stringify(parsed(answer))).not.toContain('ABAC');
  });

  test.each([
    ['AcrPull', [200, undefined]],
    ['AcrDelete', denied],
  ])('removes %s: %j', async (role, expected) => {
    const lab = new Lab({
      roleAssignments: { old: { principal: 'pipeline', role, scope: 'registry:contoso' } },
    });
    const old = lab.world().assignments.find(({ name }) => name === 'old')?.id ?? '';
    expect(outcome(await lab.assignment('grantor', 'DELETE', old))).toEqual(expected);
    expect((await lab.assignment('rita', 'GET', old)).status).toBe(expected === denied ? 200 : 404);
  });

  test.each([
    ['write', 201, 403],
    ['delete', 403, 200],
  ])('who may only %s: adding %i, removing %i', async (verb, added, removed) => {
    const lab = new Lab({
      roleDefinitions: {
        half: { actions: [`Microsoft.Authorization/roleAssignments/${verb}`] },
        rotator: {},
      },
      roleAssignments: {
        ana: { principal: 'ana', role: 'half', scope: 'registry:contoso' },
        old: { principal: 'foreign', role: 'AcrPull', scope: 'registry:contoso' },
      },
    });
    const old = lab.world().assignments.find(({ name }) => name === 'old')?.id ?? '';
    const put = await lab.assignment('ana', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    const drop = await lab.assignment('ana', 'DELETE', old);
    expect([put.status, drop.status]).toEqual([added, removed]);
    const missing = put.status === 403 ? [put, 'write'] : [drop, 'delete'];
    expect(JSON.stringify(missing[0])).toContain(`'Microsoft.Authorization/roleAssignments/${missing[1]}'`);
  });

  test('does not remove what limits it', async () => {
    const lab = new Lab();
    const own = lab.world().assignments.find(({ name }) => name === 'grantor')?.id ?? '';
    expect(outcome(await lab.assignment('grantor', 'DELETE', own))).toEqual(denied);
  });
});

describe('a condition', () => {
  const prefix = 'Microsoft.Authorization/roleAssignments';
  const role = `@Request[${prefix}:RoleDefinitionId]`;
  const to = `@Request[${prefix}:PrincipalId]`;
  const self = (lab: Lab) => lab.id('grantor');
  const cases: readonly (readonly [string, string | ((lab: Lab) => string), boolean])[] = [
    ['of equal GUIDs', `${role} GuidEquals ${roleIds.AcrPull}`, true],
    ['in another case', `${role} guidequals ${roleIds.AcrPull.toUpperCase()}`, true],
    ['of a GUID in quotes', `${role} GuidEquals '${roleIds.AcrPull}'`, true],
    ['of unequal GUIDs', `${role} GuidNotEquals ${roleIds.AcrPull}`, false],
    [
      'of a GUID that is unequal to all',
      `${role} ForAnyOfAllValues:GuidNotEquals {${roleIds.Owner}, ${roleIds.AcrPull}}`,
      false,
    ],
    [
      'of a GUID that is unequal to any, which every one is',
      `${role} ForAnyOfAnyValues:GuidNotEquals {${roleIds.Owner}, ${roleIds.AcrPull}}`,
      true,
    ],
    ['that bars others', (lab) => `${to} ForAnyOfAllValues:GuidNotEquals {${self(lab)}}`, true],
    ['that bars the principal', (lab) => `${to} GuidNotEquals ${lab.id('pipeline')}`, false],
    [
      'on what is there already',
      `${role.replace('@Request', '@Resource')} GuidEquals ${roleIds.AcrPull}`,
      false,
    ],
    ['on an unknown attribute', `@Request[${prefix}:Color] StringEquals 'red'`, false],
    ['that is true by the action', `ActionMatches{'${prefix}/write'}`, true],
    ['for another action', `ActionMatches{'${prefix}/delete'}`, false],
    ['that does not close', `(${role} GuidEquals ${roleIds.AcrPull}`, false],
    ['with an unknown operator', `${role} GuidResembles ${roleIds.AcrPull}`, false],
    ['of what is no GUID', `${role} GuidNotEquals 'AcrPull'`, false],
    ['of several without a quantifier', `${role} GuidEquals {${roleIds.AcrPull}, ${roleIds.AcrPush}}`, false],
    ['with a negation of nonsense', `!(${role} GuidResembles ${roleIds.AcrPull})`, false],
    ['that is empty', ' ', false],
  ];
  test.each(cases)('%s', async (_, condition, passes) => {
    const text = typeof condition === 'string' ? condition : condition(new Lab());
    const lab = new Lab({
      roleAssignments: {
        grantor: { principal: 'grantor', role: 'Owner', scope: 'registry:contoso', condition: text },
      },
    });
    const answer = await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    expect(outcome(answer)).toEqual(passes ? allowed : denied);
  });

  test('of one assignment does not limit another', async () => {
    const more = { principal: 'grantor', role: 'User Access Administrator', scope: 'subscription:prod' };
    const lab = new Lab({ roleAssignments: { more } });
    const answer = await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrDelete', 'pipeline'));
    expect(outcome(answer)).toEqual(allowed);
  });
});

describe('a right that is new', () => {
  test('counts after the delay of the world, and one that is gone until then', async () => {
    const lab = new Lab({ propagation: 120 });
    const put = async (n: number, principal: string) =>
      (await lab.assignment('ana', 'PUT', guid(n), lab.wanted('AcrPull', principal))).status;
    const owner = lab.wanted('Owner', 'ana', { principalType: 'User' });
    await lab.assignment('olga', 'PUT', guid(1), owner);
    expect(await put(2, 'pipeline')).toBe(403);
    lab.advance(119);
    expect(await put(2, 'pipeline')).toBe(403);
    lab.advance(1);
    expect(await put(2, 'pipeline')).toBe(201);
    await lab.assignment('olga', 'DELETE', guid(1));
    lab.advance(119);
    expect(await put(3, 'foreign')).toBe(201);
    lab.advance(1);
    expect(await put(4, 'rotator')).toBe(403);
  });
});

describe('an activation', () => {
  const eligible = { ana: { principal: 'builders', role: 'Owner', scope: 'registry:contoso' } };
  const activate = (lab: Lab, who: string, some: Record<string, unknown> = {}) => {
    const path = `${lab.registry.id}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${guid(1)}`;
    const properties = {
      ...lab.wanted('Owner', who, {}),
      requestType: 'SelfActivate',
      scheduleInfo: { expiration: { type: 'AfterDuration', duration: 'PT1H30M' } },
      justification: 'the registry is down',
      ...some,
    };
    return lab.send(who, 'PUT', `https://management.azure.com${path}?api-version=2020-10-01`, { properties });
  };

  test('gives for a while what somebody was eligible for', async () => {
    const lab = new Lab({ eligibilities: eligible });
    const answer = await activate(lab, 'ana');
    expect([answer.status, parsed(answer)['properties']]).toEqual([
      201,
      expect.objectContaining({
        status: 'Provisioned',
        scheduleInfo: expect.objectContaining({
          expiration: expect.objectContaining({ endDateTime: '2026-03-02T10:30:00.000Z' }),
        }),
      }),
    ]);
    const put = async (n: number) =>
      (await lab.assignment('ana', 'PUT', guid(n), lab.wanted('AcrPull', 'pipeline'))).status;
    expect(await put(2)).toBe(403);
    lab.advance(600);
    expect(await put(2)).toBe(201);
    expect(outcome(await activate(lab, 'ana'))).toEqual([400, 'RoleAssignmentExists']);
    lab.advance(80 * 60);
    expect(await put(3)).toBe(403);
  });

  test('is for who is eligible only, and of this kind only', async () => {
    const lab = new Lab({ eligibilities: eligible });
    expect(outcome(await activate(lab, 'rita'))).toEqual([403, 'InsufficientPermissions']);
    expect(outcome(await activate(lab, 'ana', { principalId: lab.id('rita') }))).toEqual([
      403,
      'InsufficientPermissions',
    ]);
    expect(outcome(await activate(lab, 'ana', { requestType: 'AdminAssign' }))).toEqual([400, 'BadRequest']);
    expect(outcome(await activate(lab, 'ana', { requestType: 7 }))).toEqual([400, 'InvalidRequestContent']);
  });
});
