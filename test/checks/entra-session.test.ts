import { describe, expect, test } from 'vitest';
import { failed, ok, type Problem } from '../../src/azure/answer.js';
import type { RegistryData } from '../../src/azure/ports.js';
import { findingOf, type Given, verdictOf } from './fakes.js';

const run = (given: Given) => verdictOf('entra-session', given);
const grants = (...actions: readonly string[]): Partial<RegistryData> => ({
  granted: async () => ok(actions),
});
const denied: Problem = { kind: 'denied', action: 'pull' };
const signedOut: Problem = { kind: 'signed-out', code: 'AADSTS700082' };

describe('the person’s own sign-in', () => {
  test('works where the token for the repository allows the operation', async () => {
    expect(await run({ data: grants('pull') })).toBe('works-now');
    expect(await run({ data: grants('push', 'pull'), subject: { operation: 'push' } })).toBe('works-now');
    expect(await run({ data: grants('*'), subject: { operation: 'push' } })).toBe('works-now');
    expect(await run({ data: grants('delete'), subject: { operation: 'delete' } })).toBe('works-now');
  });

  test('is still refused where the token allows less, and what it lacks is named', async () => {
    expect(await run({ data: grants() })).toBe('still-refused');
    expect(await run({ data: grants('pull', 'push'), subject: { operation: 'delete' } })).toBe(
      'still-refused',
    );
    const none = await findingOf('entra-session', { data: grants(), subject: { operation: 'push' } });
    expect(none.facts).toEqual({ lacking: 'pull, push' });
    const half = await findingOf('entra-session', { data: grants('pull'), subject: { operation: 'push' } });
    expect(half).toMatchObject({ verdict: 'still-refused', facts: { lacking: 'push' } });
  });

  test('is asked for what the operation needs on its repository', async () => {
    const asked: unknown[] = [];
    const granted = async (host: string, repository: string, actions: readonly string[]) => {
      asked.push([host, repository, actions]);
      return ok(actions);
    };
    for (const operation of ['pull', 'push', 'delete'] as const) {
      await run({ data: { granted }, subject: { operation } });
    }
    expect(asked).toEqual([
      ['contoso.azurecr.io', 'team/app', ['pull']],
      ['contoso.azurecr.io', 'team/app', ['pull', 'push']],
      ['contoso.azurecr.io', 'team/app', ['delete']],
    ]);
  });

  test.each([{ operation: 'login' }, { operation: null }, { repository: null }] as const)(
    'an exchange is all there is to try with %j',
    async (subject) => expect(await run({ subject, data: grants() })).toBe('works-now'),
  );

  test.each([
    [denied, 'still-refused'],
    [signedOut, 'entra-error'],
    [{ kind: 'not-found' }, 'unknown: missing-right'],
    [{ kind: 'throttled', retryAfterSeconds: 1 }, 'unknown: throttled'],
    [{ kind: 'unavailable', reason: 'timeout', status: null }, 'unknown: not-reachable'],
  ] satisfies [Problem, string][])('%j means %s', async (problem, expected) => {
    expect(await run({ data: { exchange: async () => failed(problem) } })).toBe(expected);
    expect(await run({ data: { granted: async () => failed(problem) } })).toBe(expected);
  });

  test('is not proved by the bot’s, nor without any', async () => {
    expect(await run({ vantage: 'bot' })).toBe('unknown: not-supported');
    expect(await run({ data: null })).toBe('unknown: not-signed-in');
  });

  test('is the person’s own evidence', async () => {
    expect(await findingOf('entra-session')).toMatchObject({ witness: 'person', exposure: 'own' });
  });
});

describe('a list of the repositories', () => {
  const list = (data: Partial<RegistryData>): Given => ({ data, subject: { operation: 'list' } });

  test('works where it was shown, whatever a token for one repository would allow', async () => {
    const asked: string[] = [];
    const catalog = async (host: string) => {
      asked.push(host);
      return ok([]);
    };
    expect(await run(list({ catalog, granted: async () => failed(denied) }))).toBe('works-now');
    expect(await run({ ...list({ catalog }), subject: { operation: 'list', repository: null } })).toBe(
      'works-now',
    );
    expect(asked).toEqual(['contoso.azurecr.io', 'contoso.azurecr.io']);
  });

  test('that is refused names what is lacking', async () => {
    const refused = list({ catalog: async () => failed({ kind: 'denied', action: 'catalog' }) });
    expect(await findingOf('entra-session', refused)).toMatchObject({
      verdict: 'still-refused',
      facts: { lacking: 'registry:catalog:*' },
    });
  });

  test.each([
    [signedOut, 'entra-error'],
    [{ kind: 'throttled', retryAfterSeconds: 1 }, 'unknown: throttled'],
    [{ kind: 'unavailable', reason: 'timeout', status: null }, 'unknown: not-reachable'],
  ] satisfies [Problem, string][])('%j means %s', async (problem, expected) => {
    expect(await run(list({ catalog: async () => failed(problem) }))).toBe(expected);
  });

  test('is not asked for where the sign-in is refused already, nor for another operation', async () => {
    const catalog = () => Promise.reject(new Error('asked'));
    const exchange = async () => failed(denied);
    expect(await findingOf('entra-session', list({ catalog, exchange }))).toMatchObject({
      verdict: 'still-refused',
      facts: {},
    });
    expect(await run({ data: { catalog } })).toBe('works-now');
    expect(await run({ ...list({ catalog }), vantage: 'bot' })).toBe('unknown: not-supported');
  });
});
