import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import { failures, findingOf, type Given, subscription, verdictOf } from './fakes.js';

const run = (given: Given) => verdictOf('provider', given);
const other = '00000000-0000-4000-8000-000000000041';

/** The subscriptions that were asked about. */
async function asked(given: Given): Promise<readonly string[]> {
  const subscriptions: string[] = [];
  await run({
    ...given,
    management: {
      ...given.management,
      providerRegistered: async (where) => {
        subscriptions.push(where);
        return ok(true);
      },
    },
  });
  return subscriptions;
}

describe('the resource provider', () => {
  test('is registered, or not', async () => {
    expect(await run({})).toBe('registered');
    expect(await run({ management: { providerRegistered: async () => ok(false) } })).toBe('not-registered');
  });

  test('is asked for in the subscription that the text names, whatever else is seen', async () => {
    const subject = { subscription: other };
    expect(await asked({ subject })).toEqual([other]);
    expect(await asked({ subject, registry: null })).toEqual([other]);
    const management = { findRegistry: async () => failed({ kind: 'not-found' } as const) };
    expect(await asked({ subject, management })).toEqual([other]);
  });

  test('else in that of the registry', async () => {
    expect(await asked({})).toEqual([subscription]);
  });

  test('cannot be asked for where nobody knows a subscription', async () => {
    expect(await run({ registry: null })).toBe('unknown: missing-right');
    expect(await asked({ registry: null })).toEqual([]);
  });

  test('cannot be asked for without a sign-in', async () => {
    expect(await run({ management: null })).toBe('unknown: not-signed-in');
    expect(await run({ management: null, subject: { subscription } })).toBe('unknown: not-signed-in');
  });
});

describe('a call that fails', () => {
  test.each(failures)('is no verdict: %j', async (problem, why) => {
    const broken = async () => failed(problem);
    expect(await run({ management: { findRegistry: broken } })).toBe(`unknown: ${why}`);
    expect(await run({ management: { providerRegistered: broken } })).toBe(`unknown: ${why}`);
  });

  test('for want of a right names the role that has it', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x/read' } as const);
    for (const management of [{ findRegistry: denied }, { providerRegistered: denied }]) {
      expect(await findingOf('provider', { management })).toMatchObject({
        why: 'missing-right',
        role: 'Reader',
      });
    }
  });
});

test('whose rights read it is told', async () => {
  for (const vantage of ['bot', 'person'] as const) {
    expect(await findingOf('provider', { vantage })).toMatchObject({ witness: vantage, exposure: 'own' });
  }
});
