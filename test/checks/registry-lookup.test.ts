import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { Resolution } from '../../src/azure/network.js';
import type { Management } from '../../src/azure/ports.js';
import { assignment, failures, findingOf, type Given, reach, subscription, verdictOf } from './fakes.js';

const run = (given: Given) => verdictOf('registry-lookup', given);
const dns = (resolution: Resolution): Given => ({ probe: { reach: async () => reach({ dns: resolution }) } });
const absent = dns({ kind: 'not-found', aliases: [] });
const holding = (...held: readonly ReturnType<typeof assignment>[]): Partial<Management> => ({
  assignments: async () => ok(held),
});

describe('a registry that Resource Manager shows', () => {
  test('is here, where nobody said which subscription was searched', async () => {
    expect(await run({})).toBe('here');
    expect(await run(absent)).toBe('here');
  });

  test('is elsewhere, where another subscription was searched', async () => {
    expect(await run({ subject: { subscription: 'another' } })).toBe('elsewhere');
  });

  test('is in the subscription that was searched, however its id is written', async () => {
    const registry = { subscription: 'abcdefab-0000-4000-8000-00000000000A' };
    const management = holding(assignment('Reader'));
    const written = { subject: { subscription: 'ABCDEFAB-0000-4000-8000-00000000000a' } };
    expect(await run({ ...written, registry, management })).toBe('here');
  });

  const searched = { subject: { subscription } };

  test('is here for whoever holds a role that shows it', async () => {
    expect(await run({ ...searched, management: holding(assignment('Reader')) })).toBe('here');
    const abac = { ...searched, registry: { mode: 'abac' } } as const;
    expect(await run({ ...abac, management: holding(assignment('Owner')) })).toBe('here');
  });

  test('is hidden from whoever holds none', async () => {
    expect(await run({ ...searched, management: holding() })).toBe('no-permission');
    expect(await run({ ...searched, management: holding(assignment('AcrPull')) })).toBe('no-permission');
  });

  test.each(failures)('is unknown where the roles could not be asked for (%j)', async (problem, why) => {
    const management = { assignments: async () => failed(problem) };
    expect(await run({ ...searched, management })).toBe(`unknown: ${why}`);
  });

  test('is unknown while nobody knows who looked', async () => {
    const nobody = { subject: { subscription, identity: { kind: 'unknown' } } } as const;
    expect(await run(nobody)).toBe('unknown: missing-fact');
  });

  test('is unknown where a custom role could not be read', async () => {
    const roleDefinition = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    const unread = { ...holding(assignment('own')), roleDefinition };
    expect(await run({ ...searched, management: unread })).toBe('unknown: missing-right');
    const reads = { ...holding(assignment('own'), assignment('Reader')), roleDefinition };
    expect(await run({ ...searched, management: reads })).toBe('here');
  });

  test.each(['legacy', 'abac'] as const)(
    'a custom role shows it by its actions, in %s mode too',
    async (mode) => {
      const custom = (...actions: readonly string[]): Given => ({
        ...searched,
        registry: { mode },
        management: {
          ...holding(assignment('own')),
          roleDefinition: async () =>
            ok({ name: 'own', actions, notActions: [], dataActions: [], notDataActions: [] }),
        },
      });
      expect(await run(custom('Microsoft.ContainerRegistry/registries/read'))).toBe('here');
      expect(await run(custom('Microsoft.ContainerRegistry/registries/pull/read'))).toBe('no-permission');
    },
  );

  test('is shown to the person it concerns only', async () => {
    expect(await findingOf('registry-lookup', { vantage: 'bot' })).toMatchObject({
      exposure: 'own',
      witness: 'bot',
    });
  });
});

describe('what is shown of a registry that is here', () => {
  const facts = async (given: Given) => (await findingOf('registry-lookup', given)).facts;

  test('its SKU, and its state where it is not the usual one', async () => {
    expect(await facts({})).toEqual({ sku: 'Premium' });
    expect(await facts({ registry: { sku: 'Basic', provisioningState: 'Updating' } })).toEqual({
      sku: 'Basic',
      state: 'Updating',
    });
    const searched = { subject: { subscription }, management: holding(assignment('Reader')) };
    expect(await facts({ ...searched, registry: { provisioningState: 'Failed' } })).toEqual({
      sku: 'Premium',
      state: 'Failed',
    });
  });

  test.each(['', 'a b', '<b>', 'Premium\n', 'Ünlü', 'A'.repeat(31), 'A1'])(
    'nothing that is no word of Azure’s: %j',
    async (word) => {
      expect(await facts({ registry: { sku: word, provisioningState: word } })).toEqual({});
    },
  );

  test('nothing of one that is elsewhere, hidden or absent', async () => {
    expect(await facts({ subject: { subscription: 'another' } })).toEqual({});
    expect(await facts({ subject: { subscription }, management: holding() })).toEqual({});
    expect(await facts({ registry: null, ...absent })).toEqual({});
  });
});

describe('a registry that Resource Manager does not show', () => {
  test('is in no tenant where its name is in no DNS, and anybody may know that', async () => {
    expect(await findingOf('registry-lookup', { registry: null, ...absent })).toMatchObject({
      verdict: 'absent',
      witness: 'none',
      exposure: 'public',
    });
    expect(await run({ management: null, ...absent })).toBe('absent');
  });

  test('may be anywhere where its name is there, or DNS does not say', async () => {
    expect(await run({ registry: null })).toBe('unknown: missing-right');
    const silent = dns({ kind: 'failed', reason: 'timeout' });
    expect(await run({ registry: null, ...silent })).toBe('unknown: missing-right');
    expect(await run({ management: null })).toBe('unknown: not-signed-in');
  });

  test.each(failures)('where it could not be asked (%j), DNS alone proves absence', async (problem, why) => {
    const management = { findRegistry: async () => failed(problem) };
    expect(await run({ management, ...absent })).toBe('absent');
    expect(await run({ management })).toBe(`unknown: ${why}`);
  });

  test('a right that the bot lacks is named with the role that has it', async () => {
    const findRegistry = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    expect(await findingOf('registry-lookup', { management: { findRegistry } })).toMatchObject({
      role: 'Reader',
    });
  });
});
