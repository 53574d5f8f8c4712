import { describe, expect, test } from 'vitest';
import { failed } from '../../src/azure/answer.js';
import type { Resolution } from '../../src/azure/network.js';
import type { Way } from '../../src/azure/ports.js';
import { findingOf, type Given, reach, verdictOf } from './fakes.js';

const west = 'contoso.westeurope.data.azurecr.io';
const north = 'contoso.northeurope.data.azurecr.io';
const way = (some: Partial<Way>): Way => ({ ...reach(), ...some });
const blocked = way({ tcp: 'timeout', tls: null, issuer: null });
const guarded = way({ tcp: 'guard', tls: null, issuer: null });
const absent: Resolution = { kind: 'not-found', aliases: [] };

/** Two endpoints; the ways that are not good. */
const from = (vantage: 'bot' | 'person', ways: Readonly<Record<string, Way>>): Given => ({
  vantage,
  registry: { dataEndpoints: [west, north] },
  probe: {
    way: async (_registry, host) => ways[host] ?? way({}),
    lookUp: async (host) => (ways[host] ?? way({})).dns,
  },
});
const person = (ways: Readonly<Record<string, Way>>) => findingOf('data-endpoint', from('person', ways));
const bot = (ways: Readonly<Record<string, Way>>) => findingOf('data-endpoint', from('bot', ways));

describe('from the person’s network', () => {
  test('all endpoints are reached, and named', async () => {
    expect(await person({})).toMatchObject({
      verdict: 'reachable',
      facts: { endpoints: `${west}, ${north}` },
      witness: 'person',
      exposure: 'own',
    });
  });

  test.each([
    { dns: absent, tcp: null, tls: null },
    { tcp: 'refused', tls: null },
    { tcp: 'timeout', tls: null },
    { tcp: 'unreachable', tls: null },
    { tls: 'untrusted' },
    { tls: 'wrong-name' },
    { tls: 'expired' },
    { tls: 'not-yet-valid' },
    { tls: 'failed' },
    { tls: 'timeout' },
  ] satisfies Partial<Way>[])('one is blocked, and only that is named: %j', async (steps) => {
    expect(await person({ [north]: way(steps) })).toMatchObject({
      verdict: 'blocked',
      facts: { endpoints: north },
    });
  });

  test('several are blocked', async () => {
    expect((await person({ [west]: blocked, [north]: blocked })).facts).toEqual({
      endpoints: `${west}, ${north}`,
    });
  });

  test('one that is not asked for now has no verdict', async () => {
    const notAsked = { kind: 'circuit-open', service: 'registry-data', retryAfterSeconds: 12 } as const;
    const steps = way({ dns: { kind: 'failed', reason: 'refused' }, tcp: null, tls: null, notAsked });
    expect(await person({ [north]: steps })).toMatchObject({ verdict: 'unknown', why: 'circuit-open' });
  });

  test.each([
    guarded,
    way({ dns: { kind: 'failed', reason: 'timeout' }, tcp: null, tls: null }),
    way({ dns: { kind: 'found', addresses: [], aliases: [] }, tcp: null, tls: null }),
    way({ tls: null }),
  ])('what was not tried is neither: %j', async (steps) => {
    expect(await person({ [north]: steps })).toMatchObject({
      verdict: 'unknown',
      why: 'not-reachable',
      facts: {},
    });
    expect(await person({ [north]: steps, [west]: blocked })).toMatchObject({
      verdict: 'blocked',
      facts: { endpoints: west },
    });
  });

  test('each is tried for this registry', async () => {
    const asked: string[] = [];
    const probe: Given['probe'] = {
      way: async (registry, host) => {
        asked.push(`${registry} ${host}`);
        return way({});
      },
    };
    await verdictOf('data-endpoint', { registry: { dataEndpoints: [west, north] }, probe });
    expect(asked).toEqual([`contoso.azurecr.io ${west}`, `contoso.azurecr.io ${north}`]);
  });
});

describe('from the bot’s network', () => {
  test('a name that nobody has is blocked for everybody', async () => {
    expect(await bot({ [north]: way({ dns: absent }) })).toMatchObject({
      verdict: 'blocked',
      facts: { endpoints: north },
      witness: 'bot',
    });
  });

  test.each([way({}), way({ dns: { kind: 'failed', reason: 'timeout' } })])(
    'all else says nothing: %j',
    async (steps) => {
      expect(await bot({ [north]: steps })).toMatchObject({ why: 'other-vantage', facts: {} });
    },
  );

  test('nothing is connected to', async () => {
    const given = from('bot', {});
    const probe: Given['probe'] = { ...given.probe, way: () => Promise.reject(new Error('connected')) };
    expect(await verdictOf('data-endpoint', { ...given, probe })).toBe('unknown: other-vantage');
  });
});

describe('names that are none of the registry’s', () => {
  test.each([
    'fabrikam.westeurope.data.azurecr.io',
    'contoso.westeurope.data.azurecr.cn',
    'management.azure.com',
    'contoso.azurecr.io',
    'evil.example, <b>',
    '',
  ])('%j is neither asked nor shown', async (name) => {
    for (const vantage of ['person', 'bot'] as const) {
      const asked: string[] = [];
      const finding = await findingOf('data-endpoint', {
        vantage,
        registry: { dataEndpoints: [west, name] },
        probe: {
          way: async (_registry, host) => {
            asked.push(host);
            return host === west ? way({}) : blocked;
          },
          lookUp: async (host) => {
            asked.push(host);
            return host === west ? way({}).dns : absent;
          },
        },
      });
      expect(asked).toEqual([west]);
      expect(finding).toMatchObject({ verdict: 'unknown', facts: {} });
    }
  });
});

describe('without endpoints', () => {
  test('that have names, nothing can be tried', async () => {
    expect(await verdictOf('data-endpoint')).toBe('unknown: not-supported');
  });

  test('of a registry that is not seen, neither', async () => {
    expect(await verdictOf('data-endpoint', { registry: null })).toBe('unknown: missing-right');
    expect(await verdictOf('data-endpoint', { management: null })).toBe('unknown: not-signed-in');
  });

  test('that may not be read, the role is named', async () => {
    const findRegistry = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    expect(await findingOf('data-endpoint', { management: { findRegistry } })).toMatchObject({
      why: 'missing-right',
      role: 'Reader',
    });
  });
});
