import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isLoaded, type Loaded, loadWorld } from '../../../sandbox/world/load.js';
import { describeProblem } from '../../../sandbox/world/problems.js';

const file = `title: { en: Pulling fails, de: Der Pull scheitert, zh-Hans: 拉取失败 }
cause: role-propagating
decidedBy: check
asks: dana
paste: unauthorized
decoy: role-missing
clock: 2026-03-02T09:00:00Z
tenants:
  contoso: {}
users:
  dana: { tenant: contoso, groups: [devs] }
groups:
  devs: { tenant: contoso }
subscriptions:
  prod: { tenant: contoso }
registries:
  contoso: { subscription: prod }
roleAssignments:
  fresh: { principal: dana, role: AcrPull, scope: 'registry:contoso', created: -3m }
changes:
  fix: { clock: +10m }
  back: { clock: -1m }
  broken:
    clock: +1h
    registries:
      contoso: { mode: new }
  dismissed: { users: { dana: null } }
  grant:
    roleAssignments:
      fresh: null
      other: { principal: devs, role: AcrPush, scope: 'subscription:prod', created: -1m }
`;

function load(text: string, real = () => 0): Loaded {
  const result = loadWorld(text, real);
  if (!isLoaded(result)) throw new Error(result.map(describeProblem).join('\n'));
  return result;
}

function problems(text: string): readonly string[] {
  const result = loadWorld(text);
  return isLoaded(result) ? [] : result.map(describeProblem);
}

describe('a world', () => {
  test('has every id, and the same in every run', () => {
    const { world } = load(file);
    expect(world.asks.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(load(file).world.asks.id).toBe(world.asks.id);
    expect(world.registries.get('contoso')?.loginServer).toBe('contoso.azurecr.io');
    expect(world.assignments[0]?.scope).toBe(world.registries.get('contoso')?.id);
    expect(world.assignments[0]?.principalId).toBe(world.asks.id);
  });

  test('keeps its times where they are while the clock goes on', () => {
    const loaded = load(file);
    const created = loaded.world.assignments[0]?.created;
    expect(created?.toISOString()).toBe('2026-03-02T08:57:00.000Z');
    const fixed = loaded.apply('fix');
    if (!isLoaded(fixed)) throw new Error('the change must apply');
    expect(fixed.world.now().toISOString()).toBe('2026-03-02T09:10:00.000Z');
    expect(fixed.world.assignments[0]?.created).toEqual(created);
  });

  test('is changed by a merge patch, whose times count from when it is applied', () => {
    const loaded = load(file);
    loaded.clock.advance(3_600_000);
    const changed = loaded.apply('grant');
    if (!isLoaded(changed)) throw new Error('the change must apply');
    expect(changed.world.assignments.map(({ name }) => name)).toEqual(['other']);
    expect(changed.world.assignments[0]?.principalType).toBe('Group');
    expect(changed.world.assignments[0]?.created.toISOString()).toBe('2026-03-02T09:59:00.000Z');
    expect(loaded.world.assignments).toHaveLength(1);
  });

  test('a change that is not there is told, with those that are', () => {
    const result = load(file).apply('nothing');
    expect(isLoaded(result) ? [] : result.map(describeProblem)).toEqual([
      'changes.nothing: no such change; there are: fix, back, broken, dismissed, grant',
    ]);
  });
});

describe('a change that cannot be', () => {
  const told = (change: string) => {
    const loaded = load(file);
    const result = loaded.apply(change);
    expect(loaded.clock.now().toISOString()).toBe('2026-03-02T09:00:00.000Z');
    return isLoaded(result) ? [] : result.map(describeProblem);
  };

  test('is told with its own line, and moves no clock', () => {
    expect(told('broken')).toEqual([
      'line 26, changes.broken: registries.contoso.mode: Invalid option: expected one of "legacy"|"abac"',
    ]);
  });

  test('is told where it leaves others without what they refer to', () => {
    expect(told('dismissed')).toEqual([
      'line 27, changes.dismissed: asks: there is no dana among users',
      'line 27, changes.dismissed: roleAssignments.fresh.principal: there is no dana among users, groups, servicePrincipals, managedIdentities',
    ]);
  });

  test('does not turn the clock back', () => {
    expect(told('back')).toEqual(['line 22, changes.back.clock: the clock moves forward: +10m, +3h, +1d']);
  });
});

test('times that a file leaves out stay where they are too', () => {
  const loaded = load(
    file.replace("AcrPull, scope: 'registry:contoso', created: -3m", 'AcrPull, scope: group:rg-registry'),
  );
  const fixed = loaded.apply('fix');
  if (!isLoaded(fixed)) throw new Error('the change must apply');
  expect(fixed.world.assignments[0]?.created.toISOString()).toBe('2025-12-02T09:00:00.000Z');
  expect(fixed.world.assignments[0]?.scope).toMatch(/\/resourceGroups\/rg-registry$/);
});

describe('a mistake is told with line and reason', () => {
  test.each([
    ['asks: dana', 'asks: erin', ['line 4, asks: there is no erin among users']],
    [
      "scope: 'registry:contoso'",
      "scope: 'registry:fabrikam'",
      ['line 19, roleAssignments.fresh.scope: there is no fabrikam among registries'],
    ],
    ['role: AcrPull', 'role: AcrPul', ['line 19, roleAssignments.fresh.role: unknown role AcrPul']],
    ['subscription: prod }', 'subscription: prod, mode: new }', [/^line 17, registries\.contoso\.mode: /]],
    [
      'subscription: prod }',
      'subscription: prod, modus: abac }',
      [/^line 17, registries\.contoso: unknown: modus$/],
    ],
    ['created: -3m', 'created: soon', [/^line 19, roleAssignments\.fresh\.created: a time such as/]],
    [
      'decoy: role-missing',
      'decoy: role-missing\nanswers: { operation: shove }',
      [/no option shove; there are: login/],
    ],
    ['tenants:\n  contoso: {}', 'tenants: [', [/^line \d+: /]],
    ['asks: dana', 'asks: dana\nasks: dana', [/^line 5: .*unique/i]],
    [
      'clock: 2026-03-02T09:00:00Z',
      'clock: 2026-02-30T09:00:00Z',
      ['line 7, clock: there is no such day or time'],
    ],
    [
      'created: -3m',
      'created: 2026-03-02T25:00:00Z',
      ['line 19, roleAssignments.fresh.created: there is no such day or time'],
    ],
    [
      "'registry:contoso'",
      'group:rg-other',
      ['line 19, roleAssignments.fresh.scope: nothing is in a resource group rg-other'],
    ],
    [
      "'registry:contoso'",
      'resource:contoso',
      [
        /^line 19, roleAssignments\.fresh\.scope: registry:NAME, group:NAME, subscription:NAME, vault:NAME or workspace:NAME$/,
      ],
    ],
    [
      '  devs: { tenant: contoso }',
      '  devs: { tenant: contoso }\n  dana: { tenant: contoso }',
      ['line 14, groups.dana: the same as users.dana'],
    ],
    [
      'subscription: prod }',
      'subscription: prod }\n  Contoso: { subscription: prod }',
      ['line 18, registries.Contoso.loginServer: the same as registries.contoso.loginServer'],
    ],
    [
      '  contoso: { subscription',
      '  acr: { subscription',
      ['line 17, registries.acr: a registry name: 5–50 letters and digits'],
    ],
    [
      'subscription: prod }',
      'subscription: prod, firewall: { allow: [10.0.0.0/8, 10.0.0.0/33] } }',
      ['line 17, registries.contoso.firewall.allow.1: an IP address or CIDR block'],
    ],
    [
      'changes:',
      'faults:\n  f: { host: contoso.azurecr.io, dns: sometimes }\nchanges:',
      [/^line 21, faults\.f\.dns: Invalid option: .*; or .*object/],
    ],
    [
      'changes:',
      'faults:\n  f: { host: https://contoso.azurecr.io }\nchanges:',
      [/^line 21, faults\.f\.host: a host name in lower case/],
    ],
  ])('%s → %s', (good, bad, expected) => {
    const told = problems(file.replace(good, bad));
    expect(told.length).toBeGreaterThanOrEqual(expected.length);
    for (const [i, line] of expected.entries()) {
      if (typeof line === 'string') expect(told[i]).toBe(line);
      else expect(told[i]).toMatch(line);
    }
  });

  test('ids that two things have', () => {
    const id = '11111111-2222-4333-8444-555555555555';
    const told = problems(
      file
        .replace('dana: { tenant', `dana: { id: ${id}, tenant`)
        .replace('devs: { tenant', `devs: { id: ${id}, tenant`),
    );
    expect(told).toEqual(['line 13, groups.devs.id: the same as users.dana.id']);
  });

  test.each(['a: *nowhere', `a: &a [x]\nb: [${'*a,'.repeat(200)}]`])('aliases: %s', (text) => {
    expect(problems(text)).toHaveLength(1);
  });

  test('several at once', () => {
    const told = problems(
      file.replace('asks: dana', 'asks: erin').replace('groups: [devs]', 'groups: [ops]'),
    );
    expect(told).toHaveLength(2);
  });
});

const folder = new URL('../../../sandbox/worlds/', import.meta.url);

test.each(readdirSync(folder).filter((name) => name.endsWith('.yaml')))(
  'every change of %s can be made',
  (name) => {
    const loaded = load(readFileSync(new URL(name, folder), 'utf8'));
    for (const change of loaded.world.changes) {
      const result = loaded.apply(change);
      expect(isLoaded(result) ? [] : result.map(describeProblem)).toEqual([]);
    }
  },
);
