import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { UserRecord } from '../../src/azure/ports.js';
import { dana, danaId, failures, findingOf, pipeline, verdictOf } from './fakes.js';

const who = (some: Partial<UserRecord>) =>
  verdictOf('account', {
    directory: {
      user: async (objectId) => ok({ objectId, signInName: null, guest: false, enabled: true, ...some }),
    },
  });

describe('the account of the person', () => {
  test('is a member, a guest or disabled', async () => {
    expect(await who({})).toBe('member');
    expect(await who({ guest: true })).toBe('guest');
    expect(await who({ enabled: false })).toBe('disabled');
    expect(await who({ enabled: false, guest: true })).toBe('disabled');
  });

  test('is looked up by its object id', async () => {
    const asked: string[] = [];
    const user = async (objectId: string) => {
      asked.push(objectId);
      return ok(null);
    };
    await verdictOf('account', { directory: { user } });
    expect(asked).toEqual([danaId]);
  });

  test('that is none, or that the directory does not know, has no verdict', async () => {
    for (const identity of [pipeline, { kind: 'unknown' }, { kind: 'kubelet' }] as const) {
      expect(await verdictOf('account', { subject: { identity } })).toBe('unknown: missing-fact');
    }
    expect(await verdictOf('account', { directory: { user: async () => ok(null) } })).toBe(
      'unknown: missing-fact',
    );
  });

  test('needs the directory, and that a sign-in', async () => {
    expect(await verdictOf('account', { directory: null })).toBe('unknown: missing-right');
    expect(await verdictOf('account', { directory: null, management: null })).toBe('unknown: not-signed-in');
  });

  test.each(failures)('is unknown where it could not be asked for: %j', async (problem, why) => {
    expect(await verdictOf('account', { directory: { user: async () => failed(problem) } })).toBe(
      `unknown: ${why}`,
    );
  });

  test('is shown to that person only, whoever looked', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await findingOf('account', { vantage, subject: { identity: dana } })).toMatchObject({
        witness: vantage,
        exposure: 'own',
        facts: {},
      });
    }
  });
});
