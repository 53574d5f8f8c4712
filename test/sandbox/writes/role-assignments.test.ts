import { describe, expect, test } from 'vitest';
import { parsed } from '../raw.js';
import { guid, Lab, outcome } from './lab.js';

const MINUTES = 60;

describe('a role assignment', () => {
  test('that is new is created, with who did it and when, and is read back', async () => {
    const lab = new Lab();
    const description = 'acr-help 7 until 2026-04-01T00:00:00Z';
    const made = await lab.assignment('grantor', 'PUT', guid(1), {
      ...lab.wanted('AcrPull', 'pipeline'),
      description,
    });
    const id = `${lab.registry.id}/providers/Microsoft.Authorization/roleAssignments/${guid(1)}`;
    expect(made.status).toBe(201);
    expect(parsed(made)).toMatchObject({
      id,
      name: guid(1),
      properties: {
        principalId: lab.id('pipeline'),
        principalType: 'ServicePrincipal',
        scope: lab.registry.id,
        description,
        condition: null,
        conditionVersion: null,
        createdOn: '2026-03-02T09:00:00.000Z',
        createdBy: lab.id('grantor'),
      },
    });
    expect(parsed(await lab.assignment('rita', 'GET', guid(1)))).toEqual(parsed(made));
    expect(parsed(await lab.assignment('rita', 'GET', ''))['value']).toContainEqual(parsed(made));
    expect(lab.world().ledger.audit).toEqual([
      {
        at: new Date('2026-03-02T09:00:00Z'),
        caller: lab.id('grantor'),
        operation: 'Microsoft.Authorization/roleAssignments/write',
        target: id,
      },
    ]);
  });

  test('the same again is no second one', async () => {
    const lab = new Lab();
    const put = () => lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    const first = await put();
    lab.advance(5);
    const second = await put();
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(parsed(second)).toEqual(parsed(first));
    expect(lab.world().ledger.audit).toHaveLength(1);
  });

  test('of the same principal, role and scope under another name is told by its id', async () => {
    const lab = new Lab();
    await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    const other = await lab.assignment('grantor', 'PUT', guid(2), lab.wanted('AcrPull', 'pipeline'));
    expect(outcome(other)).toEqual([409, 'RoleAssignmentExists']);
    expect(JSON.stringify(parsed(other))).toContain(guid(1).replaceAll('-', ''));
    // Also where the first is one that the world was written with.
    const scope = `/subscriptions/${lab.registry.subscription.id}`;
    const owner = { ...lab.wanted('Owner', 'olga', { principalType: 'User' }) };
    expect(outcome(await lab.assignment('olga', 'PUT', guid(3), owner, scope))).toEqual([
      409,
      'RoleAssignmentExists',
    ]);
  });

  test('with another condition is another one', async () => {
    const lab = new Lab({ registry: { mode: 'abac' } });
    const name = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]';
    const of = (repository: string) => ({
      ...lab.wanted('reader', 'pipeline'),
      condition: `${name} StringEqualsIgnoreCase '${repository}'`,
      conditionVersion: '2.0',
    });
    const both = [of('team/app'), of('web')].map((it, i) => lab.assignment('grantor', 'PUT', guid(i), it));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([201, 201]);
    expect(outcome(await lab.assignment('grantor', 'PUT', guid(9), of('web')))).toEqual([
      409,
      'RoleAssignmentExists',
    ]);
    const read = parsed(await lab.assignment('rita', 'GET', guid(1)))['properties'];
    expect(read).toMatchObject({ condition: of('web').condition, conditionVersion: '2.0' });
  });

  test.each(['principal', 'role', 'scope'])('keeps its %s whatever is put', async (what) => {
    const lab = new Lab();
    await lab.assignment('olga', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    const scope = what === 'scope' ? lab.registry.id.split('/providers/')[0] : undefined;
    const principal = what === 'principal' ? 'foreign' : 'pipeline';
    const other = lab.wanted(what === 'role' ? 'AcrPush' : 'AcrPull', principal);
    const answer = await lab.assignment('olga', 'PUT', guid(1), other, scope);
    expect(outcome(answer)).toEqual([400, 'RoleAssignmentUpdateNotPermitted']);
  });

  test('may change its description', async () => {
    const lab = new Lab();
    const wanted = lab.wanted('AcrPull', 'pipeline');
    await lab.assignment('grantor', 'PUT', guid(1), wanted);
    const changed = await lab.assignment('grantor', 'PUT', guid(1), { ...wanted, description: 'longer' });
    expect([changed.status, parsed(changed)['properties']]).toEqual([
      200,
      expect.objectContaining({ description: 'longer', createdOn: '2026-03-02T09:00:00.000Z' }),
    ]);
    expect(parsed(await lab.assignment('rita', 'GET', guid(1)))).toEqual(parsed(changed));
  });

  test('is removed once; its name is free again', async () => {
    const lab = new Lab();
    const wanted = lab.wanted('AcrPull', 'pipeline');
    const put = async () => (await lab.assignment('grantor', 'PUT', guid(1), wanted)).status;
    const drop = async () => (await lab.assignment('grantor', 'DELETE', guid(1))).status;
    expect([await put(), await drop(), await drop()]).toEqual([201, 200, 204]);
    expect(outcome(await lab.assignment('rita', 'GET', guid(1)))).toEqual([404, 'RoleAssignmentNotFound']);
    expect([await put(), await put(), await drop()]).toEqual([201, 200, 200]);
  });

  test('outlives a change of the world', async () => {
    const lab = new Lab();
    await lab.assignment('grantor', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'));
    lab.apply('other');
    expect((await lab.assignment('rita', 'GET', guid(1))).status).toBe(200);
  });

  test.each([
    ['a name that is no GUID', 'mine', {}, [400, 'InvalidRoleAssignmentId']],
    ['no principal', guid(1), { principalId: null }, [400, 'InvalidRequestContent']],
    ['a condition of version 1', guid(1), { conditionVersion: '1.0' }, [400, 'InvalidRequestContent']],
    ['an unknown role', guid(1), { roleDefinitionId: guid(7) }, [404, 'RoleDefinitionDoesNotExist']],
    ['the wrong type', guid(1), { principalType: 'User' }, [400, 'UnmatchedPrincipalType']],
  ])('with %s is refused', async (_, name, some, expected) => {
    const lab = new Lab();
    const answer = await lab.assignment('olga', 'PUT', name, {
      ...lab.wanted('AcrPull', 'pipeline'),
      ...some,
    });
    expect(outcome(answer)).toEqual(expected);
    expect(lab.world().ledger.audit).toEqual([]);
  });

  test('at what is not there is refused', async () => {
    const lab = new Lab();
    const at = async (scope: string) =>
      outcome(await lab.assignment('olga', 'PUT', guid(1), lab.wanted('AcrPull', 'pipeline'), scope));
    expect(await at(`${lab.registry.id}2`)).toEqual([404, 'ResourceNotFound']);
    expect(await at(`/subscriptions/${lab.registry.subscription.id}/resourceGroups/none`)).toEqual([
      404,
      'ResourceGroupNotFound',
    ]);
  });
});

describe('a principal that is new', () => {
  const give = (lab: Lab, some: Record<string, string>, who = 'fresh') =>
    lab.assignment('olga', 'PUT', guid(1), lab.wanted('AcrPull', who, some)).then(outcome);

  test('is not found without its type, and found later', async () => {
    const lab = new Lab();
    expect(await give(lab, {})).toEqual([400, 'PrincipalNotFound']);
    lab.advance(2 * MINUTES);
    expect(await give(lab, {})).toEqual([201, undefined]);
  });

  test('is taken with its type', async () => {
    expect(await give(new Lab(), { principalType: 'ServicePrincipal' })).toEqual([201, undefined]);
  });

  test('that nobody is is not found', async () => {
    const lab = new Lab();
    const answer = await lab.assignment('olga', 'PUT', guid(1), {
      ...lab.wanted('AcrPull', 'fresh', {}),
      principalId: guid(99),
    });
    expect(outcome(answer)).toEqual([400, 'PrincipalNotFound']);
  });
});

describe('a lock', () => {
  test.each([
    ['read-only', [409, 'ScopeLocked'], [409, 'ScopeLocked']],
    ['cannot-delete', [201, undefined], [409, 'ScopeLocked']],
  ])('%s: creating %j, removing %j', async (level, created, removed) => {
    const lab = new Lab({
      registry: { locks: { it: { level } } },
      roleAssignments: { old: { principal: 'pipeline', role: 'AcrPush', scope: 'registry:contoso' } },
    });
    const wanted = lab.wanted('AcrPull', 'pipeline');
    expect(outcome(await lab.assignment('grantor', 'PUT', guid(1), wanted))).toEqual(created);
    const old = lab.world().assignments.find(({ name }) => name === 'old')?.id ?? '';
    expect(outcome(await lab.assignment('grantor', 'DELETE', old))).toEqual(removed);
  });
});
