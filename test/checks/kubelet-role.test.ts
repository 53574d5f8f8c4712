import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { ClusterRecord, Management } from '../../src/azure/ports.js';
import type { RoleName } from '../../src/knowledge/roles.js';
import {
  assignment,
  failures,
  findingOf,
  type Given,
  kubeletId,
  minutesAgo,
  tenant,
  verdictOf,
} from './fakes.js';

const cluster = (some: Partial<ClusterRecord> = {}): ClusterRecord => ({
  name: 'aks',
  id: 'aks',
  tenant,
  kubeletObjectId: kubeletId,
  servicePrincipalClientId: null,
  ...some,
});
const holding = (...held: readonly (RoleName | ReturnType<typeof assignment>)[]): Partial<Management> => ({
  assignments: async () => ok(held.map((it) => (typeof it === 'string' ? assignment(it) : it))),
});
const among = (...clusters: readonly ClusterRecord[]): Partial<Management> => ({
  clusters: async () => ok(clusters),
});

function run({ name = null, ...given }: Given & { name?: string | null } = {}) {
  const identity = { kind: 'kubelet' } as const;
  return findingOf('kubelet-role', { ...given, subject: { identity, cluster: name, ...given.subject } });
}

describe('which cluster pulls', () => {
  const other = cluster({ name: 'Other', kubeletObjectId: null });

  test('the one of that name, whatever its case', async () => {
    const management = { ...holding('AcrPull'), ...among(other, cluster()) };
    expect(await run({ management, name: 'AKS' })).toMatchObject({
      verdict: 'role-present',
      facts: { cluster: 'aks' },
    });
    expect(await run({ management, name: 'OTHER' })).toMatchObject({ verdict: 'service-principal' });
  });

  test('the only one, where nobody named it', async () => {
    expect(await run({ management: among(other) })).toMatchObject({ verdict: 'service-principal' });
  });

  test.each([
    ['two, and none named', null, [cluster(), other]],
    ['none at all', null, []],
    ['none of that name', 'third', [cluster(), other]],
    ['two of one name', 'aks', [cluster(), cluster({ id: 'aks in another group' })]],
  ] as const)('nobody can tell: %s', async (_what, name, clusters) => {
    expect(await run({ management: among(...clusters), name })).toMatchObject({ why: 'missing-fact' });
  });
});

describe('the role of the kubelet', () => {
  const reader = 'Container Registry Repository Reader';
  const only = (repository: string) =>
    assignment(reader, {
      condition: `@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEquals '${repository}'`,
    });

  test.each([
    ['legacy', ['AcrPull'], 'role-present'],
    ['legacy', [assignment('AcrPull', { createdOn: minutesAgo(1) })], 'role-present'],
    ['legacy', [], 'role-missing'],
    ['legacy', ['AcrDelete'], 'role-missing'],
    ['legacy', [reader], 'role-missing'],
    ['abac', [reader], 'role-present'],
    ['abac', ['AcrPull'], 'role-missing'],
    ['abac', [only('team/app')], 'role-present'],
    ['abac', [only('other')], 'role-missing'],
  ] as const)('in %s mode, case %#: %s', async (mode, held, verdict) => {
    expect(await run({ registry: { mode }, management: holding(...held) })).toMatchObject({
      verdict,
      facts: { cluster: 'aks' },
    });
  });

  test('must let it pull, whatever the person was doing', async () => {
    const given = { management: holding('AcrPull'), subject: { operation: 'push' } } as const;
    expect(await run(given)).toMatchObject({ verdict: 'role-present' });
  });

  test('is that of the kubelet’s own identity', async () => {
    const asked: string[] = [];
    await run({
      management: {
        assignments: async (_registry, who) => {
          asked.push(who);
          return ok([]);
        },
      },
    });
    expect(asked).toEqual([kubeletId]);
  });

  test('cannot be told by a condition that is not understood', async () => {
    const strange = holding(assignment(reader, { condition: 'x' }));
    expect(await run({ registry: { mode: 'abac' }, management: strange })).toMatchObject({
      why: 'condition-not-evaluated',
    });
  });

  test('cannot be told while the definition of a custom role is not read', async () => {
    const roleDefinition = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    const finding = await run({ management: { ...holding(assignment('own')), roleDefinition } });
    expect(finding.verdict).toBe('unknown');
  });
});

describe('a cluster of another tenant', () => {
  test('can hold no role here, whatever its identity', async () => {
    for (const kubeletObjectId of [kubeletId, null]) {
      const management = {
        ...holding('AcrPull'),
        ...among(cluster({ tenant: 'fabrikam', kubeletObjectId })),
      };
      expect(await run({ management })).toMatchObject({ verdict: 'other-tenant', facts: { cluster: 'aks' } });
    }
  });

  test('is none where one of the tenants is not told', async () => {
    const unsaid = { ...holding('AcrPull'), ...among(cluster({ tenant: null })) };
    expect(await run({ management: unsaid })).toMatchObject({ verdict: 'role-present' });
    const unknownHome = { ...holding('AcrPull'), tenantOf: async () => ok(null) };
    expect(await run({ management: unknownHome })).toMatchObject({ verdict: 'role-present' });
  });
});

describe('what the check needs', () => {
  test('a registry that is seen', async () => {
    expect(await verdictOf('kubelet-role', { registry: null })).toBe('unknown: missing-right');
    expect(await run({ management: null })).toMatchObject({ verdict: 'unknown' });
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    for (const management of [{ clusters: denied }, { findRegistry: denied }, { assignments: denied }]) {
      expect(await run({ management })).toMatchObject({ why: 'missing-right', role: 'Reader' });
    }
  });

  test('whose rights were used is told', async () => {
    expect(await run({ vantage: 'bot' })).toMatchObject({ witness: 'bot', exposure: 'own' });
    expect(await run()).toMatchObject({ witness: 'person', exposure: 'own' });
  });
});

describe('what could not be read', () => {
  test.each(failures)('of the tenant (%j) is no verdict', async (problem, why) => {
    const management = { ...holding('AcrPull'), tenantOf: async () => failed(problem) };
    expect(await run({ management })).toMatchObject({ verdict: 'unknown', why });
  });

  test('of a custom role is no missing role, unless another one suffices', async () => {
    const roleDefinition = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    const unread = { ...holding(assignment('own')), roleDefinition };
    expect(await run({ management: unread })).toMatchObject({ why: 'missing-right', role: 'Reader' });
    const pulls = { ...holding(assignment('own'), 'AcrPull'), roleDefinition };
    expect(await run({ management: pulls })).toMatchObject({ verdict: 'role-present' });
  });
});
