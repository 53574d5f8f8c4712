import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { TokenRecord } from '../../src/azure/ports.js';
import type { LiveCheckId } from '../../src/checks/needs.js';
import { findingOf, type Given, minutesAgo, passwordUntil, verdictOf } from './fakes.js';

const token = (some: Partial<TokenRecord> = {}): TokenRecord => ({
  name: 'ci',
  enabled: true,
  scopeMapId: 'map',
  passwords: [],
  ...some,
});

function run(
  id: LiveCheckId,
  tokens: readonly TokenRecord[],
  { name = 'ci', ...given }: Given & { name?: string | null } = {},
) {
  return verdictOf(id, {
    ...given,
    subject: { identity: { kind: 'token', name }, ...given.subject },
    management: { tokens: async () => ok(tokens), ...given.management },
  });
}

describe('which token is meant', () => {
  const off = token({ name: 'other', enabled: false });

  test('the one of that name, whatever its case', async () => {
    expect(await run('token-status', [off, token()])).toBe('enabled');
    expect(await run('token-status', [off, token()], { name: 'CI' })).toBe('enabled');
    expect(await run('token-status', [off, token({ name: 'Ci' })])).toBe('enabled');
  });

  test('the only one, where nobody named it', async () => {
    expect(await run('token-status', [off], { name: null })).toBe('disabled');
    expect(await verdictOf('token-status', { subject: { identity: { kind: 'unknown' } } })).toBe('enabled');
  });

  test('nobody can tell', async () => {
    expect(await run('token-status', [off, token()], { name: null })).toBe('unknown: missing-fact');
    expect(await run('token-status', [], { name: null })).toBe('unknown: missing-fact');
    expect(await run('token-status', [off])).toBe('unknown: missing-fact');
  });
});

describe('the state of a token', () => {
  test('status', async () => {
    expect(await run('token-status', [token()])).toBe('enabled');
    expect(await run('token-status', [token({ enabled: false })])).toBe('disabled');
  });

  test('one password that is still good is enough', async () => {
    const judge = (...ends: readonly (string | null)[]) =>
      run('token-password', [token({ passwords: ends.map(passwordUntil) })]);
    expect(await judge(minutesAgo(1), minutesAgo(-1))).toBe('current');
    expect(await judge(minutesAgo(1), null)).toBe('current');
    expect(await judge(minutesAgo(1), minutesAgo(2))).toBe('expired');
    expect(await judge(minutesAgo(0))).toBe('expired');
    expect(await judge()).toBe('expired');
  });
});

test('the last end of the passwords is shown, where there is one', async () => {
  const facts = async (...ends: readonly (string | null)[]) =>
    (
      await findingOf('token-password', {
        subject: { identity: { kind: 'token', name: 'ci' } },
        management: { tokens: async () => ok([token({ passwords: ends.map(passwordUntil) })]) },
      })
    ).facts;
  expect(await facts('2026-03-01T00:00:00Z', '2025-03-01T00:00:00Z')).toEqual({ expires: '2026-03-01' });
  expect(await facts('2027-03-01T00:00:00Z', '2025-03-01T00:00:00Z')).toEqual({ expires: '2027-03-01' });
  expect(await facts('2027-03-01T00:00:00Z', null)).toEqual({});
  expect(await facts()).toEqual({});
});

describe('the scope map of a token', () => {
  test('covers the operation on the repository, or lacks it', async () => {
    expect(await run('scope-map', [token()])).toBe('covers');
    expect(await run('scope-map', [token()], { subject: { operation: null } })).toBe('covers');
    expect(await run('scope-map', [token()], { subject: { operation: 'push' } })).toBe('lacks');
    expect(await run('scope-map', [token()], { subject: { repository: 'other' } })).toBe('lacks');
    const nothing = async () => ok({ name: 'readers', actions: [] });
    expect(
      await run('scope-map', [token()], { management: { scopeMap: nothing }, subject: { operation: null } }),
    ).toBe('lacks');
  });

  test('is the one that the token names', async () => {
    const asked: string[] = [];
    const scopeMap = async (id: string) => {
      asked.push(id);
      return ok({ name: 'm', actions: [] });
    };
    await run('scope-map', [token({ scopeMapId: 'its own' })], { management: { scopeMap } });
    expect(asked).toEqual(['its own']);
  });

  test('says nothing without a repository or a map', async () => {
    expect(await run('scope-map', [token()], { subject: { repository: null } })).toBe(
      'unknown: missing-fact',
    );
    expect(await run('scope-map', [token({ scopeMapId: null })])).toBe('unknown: missing-fact');
  });
});

describe.each(['token-status', 'token-password', 'scope-map'] as const)('%s', (id) => {
  const role = 'Container Registry Configuration Reader and Data Access Configuration Reader';

  test('cannot be told of a registry that is not seen', async () => {
    expect(await verdictOf(id, { registry: null })).toBe('unknown: missing-right');
    expect(await verdictOf(id, { management: null })).toBe('unknown: not-signed-in');
  });

  test('names the role that shows tokens', async () => {
    const tokens = async () => failed({ kind: 'denied', action: 'x/read' });
    expect(await findingOf(id, { management: { tokens } })).toMatchObject({ why: 'missing-right', role });
  });

  test('tells whose rights were used', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await findingOf(id, { vantage })).toMatchObject({ witness: vantage, exposure: 'own' });
    }
  });
});

test('a scope map that may not be read names the role too', async () => {
  const scopeMap = async () => failed({ kind: 'denied', action: 'x/read' });
  expect(await findingOf('scope-map', { management: { scopeMap } })).toMatchObject({
    why: 'missing-right',
    role: 'Container Registry Configuration Reader and Data Access Configuration Reader',
  });
});
