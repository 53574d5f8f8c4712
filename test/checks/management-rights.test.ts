import { describe, expect, test } from 'vitest';
import { failed, ok, type Problem } from '../../src/azure/answer.js';
import type { AssignmentRecord, Management, RoleDefinitionRecord } from '../../src/azure/ports.js';
import type { RoleName } from '../../src/knowledge/roles.js';
import { assignment, danaId, failures, findingOf, type Given, pipeline, verdictOf } from './fakes.js';

const run = (management: Partial<Management>, more: Given = {}) =>
  verdictOf('management-rights', { ...more, management });
const holding = (...held: readonly (RoleName | AssignmentRecord)[]): Partial<Management> => ({
  assignments: async () => ok(held.map((it) => (typeof it === 'string' ? assignment(it) : it))),
});
/** An assignment of a custom role. */
const custom = (some: Partial<RoleDefinitionRecord>): Partial<Management> => ({
  ...holding(assignment('own')),
  roleDefinition: async () =>
    ok({ name: 'own', actions: [], notActions: [], dataActions: [], notDataActions: [], ...some }),
});
const assign = 'Microsoft.Authorization/roleAssignments/write';
const modes = ['legacy', 'abac'] as const;

describe.each(modes)('what built-in roles give, in %s mode', (mode) => {
  test.each([
    ['Owner', 'assigns'],
    ['User Access Administrator', 'assigns'],
    ['Role Based Access Control Administrator', 'assigns'],
    ['Contributor', 'cannot-assign'],
    ['Reader', 'cannot-assign'],
    ['Container Registry Contributor and Data Access Configuration Administrator', 'cannot-assign'],
    ['Container Registry Configuration Reader and Data Access Configuration Reader', 'cannot-assign'],
    ['AcrPull', 'no-access'],
    ['AcrPush', 'no-access'],
    ['Container Registry Repository Contributor', 'no-access'],
  ] satisfies [RoleName, string][])('%s: %s', async (role, expected) => {
    expect(await run(holding(role), { registry: { mode } })).toBe(expected);
    expect(await run(holding('AcrPull', role), { registry: { mode } })).toBe(expected);
  });

  test('without any role there is no access', async () => {
    expect(await run(holding(), { registry: { mode } })).toBe('no-access');
  });
});

describe.each(modes)('what custom roles give, in %s mode', (mode) => {
  const acr = 'Microsoft.ContainerRegistry/registries';
  test.each([
    [{ actions: [assign] }, 'assigns'],
    [{ actions: ['Microsoft.Authorization/*'] }, 'assigns'],
    [{ actions: ['*'] }, 'assigns'],
    [{ actions: ['*'], notActions: ['Microsoft.Authorization/*/write'] }, 'cannot-assign'],
    [{ actions: ['*'], notActions: [assign] }, 'cannot-assign'],
    [{ actions: [`${acr}/read`] }, 'cannot-assign'],
    [{ actions: [`${acr}/write`] }, 'cannot-assign'],
    [{ actions: ['Microsoft.Authorization/*/read'] }, 'no-access'],
    [{ actions: [`${acr}/pull/read`] }, 'no-access'],
    [{ dataActions: ['*'] }, 'no-access'],
  ] satisfies [Partial<RoleDefinitionRecord>, string][])('%j: %s', async (definition, expected) => {
    expect(await run(custom(definition), { registry: { mode } })).toBe(expected);
  });
});

describe('a condition on who may give roles', () => {
  const bound = assignment('Role Based Access Control Administrator', {
    condition: `(!(ActionMatches{'${assign}'}))`,
  });

  test('leaves open which roles', async () => {
    expect(await run(holding(bound))).toBe('unknown: condition-not-evaluated');
  });

  test('does not count where another role gives them all, or where it is empty', async () => {
    expect(await run(holding(bound, 'Owner'))).toBe('assigns');
    expect(await run(holding(assignment('Owner', { condition: ' ' })))).toBe('assigns');
  });

  test('on images does not take away what is seen', async () => {
    expect(await run(holding(assignment('Reader', { condition: 'x' })))).toBe('cannot-assign');
  });
});

describe('what was not read', () => {
  const throttled: Problem = { kind: 'throttled', retryAfterSeconds: null };
  const unread = (...more: readonly RoleName[]): Partial<Management> => ({
    ...holding(assignment('own'), ...more),
    roleDefinition: async () => failed(throttled),
  });

  test('changes nothing where the rest gives the right', async () => {
    expect(await run(unread('Owner'))).toBe('assigns');
  });

  test('leaves the rest open', async () => {
    expect(await run(unread())).toBe('unknown: throttled');
    expect(await run(unread('Reader'))).toBe('unknown: throttled');
  });

  test.each(failures)('has its reason: %j', async (problem, why) => {
    const broken = async () => failed(problem);
    expect(await run({ assignments: broken })).toBe(`unknown: ${why}`);
    expect(await run({ findRegistry: broken })).toBe(`unknown: ${why}`);
  });

  test('for want of a right names the role that has it', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    const own = { ...holding(assignment('own')), roleDefinition: denied };
    for (const management of [{ findRegistry: denied }, { assignments: denied }, own]) {
      expect(await findingOf('management-rights', { management })).toMatchObject({
        why: 'missing-right',
        role: 'Reader',
      });
    }
  });

  test('a registry that is not seen gives no verdict', async () => {
    expect(await verdictOf('management-rights', { registry: null })).toBe('unknown: missing-right');
    expect(await verdictOf('management-rights', { management: null })).toBe('unknown: not-signed-in');
  });
});

describe('the identity', () => {
  test('is the one that failed: an application by its object id', async () => {
    const asked: string[] = [];
    const assignments: Management['assignments'] = async (_registry, who) => {
      asked.push(who);
      return ok([]);
    };
    await run({ assignments });
    await run(
      { assignments },
      {
        subject: { identity: pipeline },
        directory: {
          servicePrincipal: async (clientId) =>
            ok({ objectId: 'its own', clientId, enabled: true, kind: 'application', homeTenant: null }),
        },
      },
    );
    expect(asked).toEqual([danaId, 'its own']);
  });

  test('that nobody knows has no verdict', async () => {
    expect(await run({}, { subject: { identity: { kind: 'unknown' } } })).toBe('unknown: missing-fact');
    const nobody: Given = {
      subject: { identity: pipeline },
      directory: { servicePrincipal: async () => ok(null) },
    };
    expect(await run({}, nobody)).toBe('unknown: missing-fact');
    expect(await run({}, { subject: { identity: pipeline }, directory: null })).toBe(
      'unknown: missing-right',
    );
  });
});

describe('what is shown', () => {
  test('the roles, whatever the verdict', async () => {
    for (const role of ['Owner', 'Reader', 'AcrPull'] as const) {
      expect(await findingOf('management-rights', { management: holding(role) })).toMatchObject({
        facts: { roles: role },
      });
    }
    const bound = assignment('Owner', { condition: 'x' });
    expect(await findingOf('management-rights', { management: holding(bound) })).toMatchObject({
      verdict: 'unknown',
      facts: { roles: 'Owner' },
    });
  });

  test('to whom it concerns, with whose rights it was read', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await findingOf('management-rights', { vantage })).toMatchObject({
        witness: vantage,
        exposure: 'own',
      });
    }
  });
});
