import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { Management } from '../../src/azure/ports.js';
import type { RoleName } from '../../src/knowledge/roles.js';
import { assignment, findingOf, type Given, minutesAgo, pipeline, verdictOf } from './fakes.js';

const holding = (...held: readonly (RoleName | ReturnType<typeof assignment>)[]): Partial<Management> => ({
  assignments: async () => ok(held.map((it) => (typeof it === 'string' ? assignment(it) : it))),
});
const legacy = (management: Partial<Management>, more: Given = {}) =>
  verdictOf('roles-legacy', { ...more, registry: { mode: 'legacy' }, management });
const abac = (management: Partial<Management>, more: Given = {}) =>
  verdictOf('roles-abac', { ...more, registry: { mode: 'abac' }, management });
const reader = 'Container Registry Repository Reader';
const eligible: Partial<Management> = {
  eligibilities: async () => ok([{ roleGuid: assignment('AcrPull').roleGuid, scope: '/' }]),
};

describe('the roles in the older mode', () => {
  test('each judgement has its verdict', async () => {
    expect(await legacy(holding('AcrPull'))).toBe('covers');
    expect(await legacy(holding(assignment('AcrPull', { createdOn: minutesAgo(1) })))).toBe(
      'granted-recently',
    );
    expect(await legacy(eligible)).toBe('eligible-only');
    expect(await legacy(holding(reader))).toBe('repository-roles-only');
    expect(await legacy(holding('AcrDelete'))).toBe('too-weak');
    expect(await legacy(holding())).toBe('none');
  });
});

describe('the roles in ABAC mode', () => {
  const conditional = (condition: string) => holding(assignment(reader, { condition }));

  test('each judgement has its verdict', async () => {
    expect(await abac(holding(reader))).toBe('covers');
    expect(await abac(holding(assignment(reader, { createdOn: minutesAgo(1) })))).toBe('granted-recently');
    expect(await abac(holding('AcrPull'))).toBe('legacy-roles-only');
    expect(await abac(holding(reader), { subject: { operation: 'push' } })).toBe('too-weak');
    expect(await abac(holding(reader), { subject: { operation: 'list' } })).toBe('images-only');
    expect(await abac(holding())).toBe('none');
    const other = "@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEquals 'b'";
    expect(await abac(conditional(other))).toBe('condition-excludes');
    const waiting = async () => ok([{ roleGuid: assignment(reader).roleGuid, scope: '/' }]);
    expect(await abac({ eligibilities: waiting })).toBe('eligible-only');
  });

  test('a condition that is not understood gives no verdict', async () => {
    expect(await abac(conditional('something else'))).toBe('unknown: condition-not-evaluated');
    expect(await abac(conditional('x'), { subject: { repository: null } })).toBe(
      'unknown: condition-not-evaluated',
    );
  });
});

describe('what the roles are asked of', () => {
  test('a check of the other mode says nothing', async () => {
    expect(await verdictOf('roles-legacy', { registry: { mode: 'abac' } })).toBe('unknown: missing-fact');
    expect(await verdictOf('roles-abac', { registry: { mode: 'legacy' } })).toBe('unknown: missing-fact');
  });

  test('an application is looked up by its client id; the roles are those of its object id', async () => {
    const asked: string[] = [];
    const given: Given = {
      subject: { identity: pipeline },
      directory: {
        servicePrincipal: async (clientId) =>
          ok({ objectId: `of ${clientId}`, clientId, enabled: true, kind: 'application', homeTenant: null }),
      },
      management: {
        assignments: async (_registry, who) => {
          asked.push(who);
          return ok([assignment('AcrPull')]);
        },
      },
    };
    expect(await verdictOf('roles-legacy', given)).toBe('covers');
    expect(asked).toEqual([`of ${pipeline.kind === 'application' ? pipeline.clientId : ''}`]);
  });

  test('an application that the directory does not know, or cannot be asked for, has no verdict', async () => {
    const subject = { identity: pipeline };
    const nobody = { servicePrincipal: async () => ok(null) };
    expect(await legacy({}, { subject, directory: nobody })).toBe('unknown: missing-fact');
    expect(await legacy({}, { subject, directory: null })).toBe('unknown: missing-right');
  });

  test.each(['anonymous', 'admin', 'kubelet', 'unknown'] as const)(
    'an identity that is %s has no roles',
    async (kind) => {
      expect(await legacy(holding('AcrPull'), { subject: { identity: { kind } } })).toBe(
        'unknown: missing-fact',
      );
    },
  );

  test('a registry that is not seen has none either', async () => {
    expect(await verdictOf('roles-legacy', { registry: null })).toBe('unknown: missing-right');
    expect(await verdictOf('roles-legacy', { management: null })).toBe('unknown: not-signed-in');
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    const own: Partial<Management> = { ...holding(assignment('own')), roleDefinition: denied };
    for (const management of [{ findRegistry: denied }, { assignments: denied }, own]) {
      const finding = await findingOf('roles-legacy', { management });
      expect(finding).toMatchObject({ verdict: 'unknown', why: 'missing-right', role: 'Reader' });
    }
  });

  test('whose rights read them is told', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      const finding = await findingOf('roles-legacy', { vantage, management: holding('AcrPull') });
      expect(finding).toMatchObject({ verdict: 'covers', witness: vantage, exposure: 'own' });
    }
  });
});

describe('what was not read', () => {
  const unread = (...more: readonly RoleName[]): Partial<Management> => ({
    ...holding(assignment('own'), ...more),
    roleDefinition: async () => failed({ kind: 'throttled', retryAfterSeconds: null }),
  });
  const waits: Partial<Management> = {
    eligibilities: async () => failed({ kind: 'unavailable', reason: 'timeout', status: null }),
  };

  test('changes nothing where the rest covers', async () => {
    expect(await legacy(unread('AcrPull'))).toBe('covers');
    expect(await legacy({ ...holding('AcrPull'), ...waits })).toBe('covers');
    const fresh = holding(assignment('AcrPull', { createdOn: minutesAgo(1) }));
    expect(await legacy({ ...fresh, ...waits })).toBe('granted-recently');
  });

  test('gives its own reason where the rest does not', async () => {
    expect(await legacy(unread('AcrDelete'))).toBe('unknown: throttled');
    expect(await legacy({ ...holding(), ...waits })).toBe('unknown: not-reachable');
    expect(await legacy({ ...holding('AcrDelete'), ...waits })).toBe('unknown: not-reachable');
  });
});
