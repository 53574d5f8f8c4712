import { describe, expect, test } from 'vitest';
import { failed, ok, type Problem } from '../../src/azure/answer.js';
import type { Management } from '../../src/azure/ports.js';
import { judgeRoles, namesOf, roleEvidence } from '../../src/checks/role-evidence.js';
import { assignment, danaId, failures, management, now, registry, signal } from './fakes.js';

const custom = { name: 'c', actions: ['*/pull/read'], notActions: [], dataActions: [], notDataActions: [] };
const read = (some: Partial<Management>) => roleEvidence(management(some), registry(), danaId, signal);
const throttled: Problem = { kind: 'throttled', retryAfterSeconds: 1 };

async function evidence(some: Partial<Management>) {
  const found = await read(some);
  if (!found.ok) throw new Error(found.problem.kind);
  return found.value;
}

describe('the evidence on roles', () => {
  test('is asked for this identity at this registry', async () => {
    const asked: unknown[] = [];
    await read({
      assignments: async (at, who) => {
        asked.push([at.name, who]);
        return ok([]);
      },
      eligibilities: async (at, who) => {
        asked.push([at.name, who]);
        return ok([]);
      },
    });
    expect(asked).toEqual([
      ['contoso', danaId],
      ['contoso', danaId],
    ]);
  });

  test('holds the definition of each custom role, asked once, and none of built-in ones', async () => {
    const asked: string[] = [];
    const { definitions, unread } = await evidence({
      assignments: async () => ok([assignment('AcrPull'), assignment('own'), assignment('own', { id: '2' })]),
      roleDefinition: async (id) => {
        asked.push(id);
        return ok(custom);
      },
    });
    expect(asked).toEqual([assignment('own').roleDefinitionId]);
    expect([...definitions]).toEqual([['own', custom]]);
    expect(unread).toBeNull();
  });

  test('a custom role counts by its actions', async () => {
    const held = await evidence({
      assignments: async () => ok([assignment('own')]),
      roleDefinition: async () => ok(custom),
    });
    expect(judgeRoles(held, 'pull', 'team/app', now)).toBe('covers');
    expect(judgeRoles(held, 'push', 'team/app', now)).toBe('too-weak');
  });

  test('holds the roles that may be activated', async () => {
    const held = await evidence({
      eligibilities: async () => ok([{ roleGuid: assignment('AcrPull').roleGuid, scope: '/' }]),
    });
    expect(judgeRoles(held, 'pull', 'team/app', now)).toBe('eligible-only');
  });
});

describe('what could not be read', () => {
  test.each(failures)('without assignments there is no evidence: %j', async (problem) => {
    expect(await read({ assignments: async () => failed(problem) })).toEqual(failed(problem));
  });

  test.each(failures)('a custom role that is not read leaves the judgement open: %j', async (problem) => {
    const held = await evidence({
      assignments: async () => ok([assignment('own'), assignment('AcrDelete')]),
      roleDefinition: async () => failed(problem),
    });
    expect(held.unread).toEqual(problem);
    expect(judgeRoles(held, 'pull', 'team/app', now)).toBe('cannot-evaluate');
    expect(judgeRoles(held, 'delete', 'team/app', now)).toBe('covers');
  });

  test('a bot that may not read eligible roles goes on without them', async () => {
    const held = await evidence({ eligibilities: async () => failed({ kind: 'denied', action: 'x/read' }) });
    expect(held).toMatchObject({ eligibilities: [], unread: null });
  });

  test('eligible roles that were not answered for are told as missing', async () => {
    const held = await evidence({ eligibilities: async () => failed(throttled) });
    expect(held).toMatchObject({ eligibilities: [], unread: throttled });
  });

  test('a refused definition counts where eligible roles are refused too', async () => {
    const denied: Problem = { kind: 'denied', action: 'x/read' };
    const held = await evidence({
      assignments: async () => ok([assignment('own')]),
      roleDefinition: async () => failed(denied),
      eligibilities: async () => failed(denied),
    });
    expect(held.unread).toEqual(denied);
  });
});

describe('the names of the roles', () => {
  const names = async (roles: readonly string[], name = 'Pull for teams') => {
    const held = await evidence({
      assignments: async () => ok(roles.map((role) => assignment(role))),
      roleDefinition: async () => ok({ ...custom, name }),
    });
    return namesOf(held);
  };

  test('are those of Azure, and those that custom roles were given', async () => {
    expect(await names(['AcrPull', 'own', 'Owner'])).toEqual({ roles: 'AcrPull, Pull for teams, Owner' });
    expect(await names(['own'], 'Équipe_(1) - 读取.x')).toEqual({ roles: 'Équipe_(1) - 读取.x' });
  });

  test('stand once each, five at most', async () => {
    expect(await names(['AcrPull', 'AcrPull', 'own', 'own2'])).toEqual({ roles: 'AcrPull, Pull for teams' });
    const six = ['AcrPull', 'AcrPush', 'AcrDelete', 'Reader', 'Owner', 'Contributor'];
    expect(await names(six)).toEqual({ roles: six.slice(0, 5).join(', ') });
  });

  test.each([
    '<b>role</b>',
    'a, Owner',
    'a\nOwner',
    'a\u202eb',
    '`x`',
    '[Owner](https://evil.example)',
    ' ',
    '',
    '-x',
    'a'.repeat(81),
  ])('leave out %j', async (name) => {
    expect(await names(['own', 'AcrPull'], name)).toEqual({ roles: 'AcrPull' });
    expect(await names(['own'], name)).toEqual({});
  });

  test('are none without roles, or for one that was not read', async () => {
    expect(await names([])).toEqual({});
    const held = await evidence({
      assignments: async () => ok([assignment('own')]),
      roleDefinition: async () => failed(throttled),
    });
    expect(namesOf(held)).toEqual({});
  });
});
