import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import type { RegistryProbe } from '../../src/azure/ports.js';
import { failures, findingOf, type Given, verdictOf } from './fakes.js';

const run = (given: Given) => verdictOf('anonymous-pull', given);
const granted = (value: boolean): Partial<RegistryProbe> => ({ anonymousToken: async () => ok(value) });

describe('anonymous pull', () => {
  test('is told by the setting, whatever a request without credentials would give', async () => {
    expect(await run({ registry: { anonymousPullEnabled: true }, probe: granted(false) })).toBe('on');
    expect(await run({ registry: { anonymousPullEnabled: false }, probe: granted(true) })).toBe('off');
    expect(await run({ registry: { anonymousPullEnabled: true }, subject: { repository: null } })).toBe('on');
  });

  test('is told by a request without credentials where the setting is not seen', async () => {
    expect(await run({ registry: null, probe: granted(true) })).toBe('on');
    expect(await run({ registry: null, probe: granted(false) })).toBe('off');
    expect(await run({ management: null, probe: granted(true) })).toBe('on');
    for (const [problem] of failures) {
      const management = { findRegistry: async () => failed(problem) };
      expect(await run({ management, probe: granted(true) })).toBe('on');
    }
  });

  test('asks for the repository in question', async () => {
    const asked: unknown[] = [];
    const anonymousToken = async (host: string, repository: string) => {
      asked.push(host, repository);
      return ok(true);
    };
    await run({ registry: null, probe: { anonymousToken } });
    expect(asked).toEqual(['contoso.azurecr.io', 'team/app']);
  });

  test('cannot be told without the setting and without a repository', async () => {
    expect(await run({ registry: null, subject: { repository: null } })).toBe('unknown: missing-fact');
  });

  test.each(failures)('a request that failed (%j) is no verdict', async (problem, why) => {
    expect(await run({ registry: null, probe: { anonymousToken: async () => failed(problem) } })).toBe(
      `unknown: ${why}`,
    );
  });

  test('what anybody may see is public, the setting is not', async () => {
    expect(await findingOf('anonymous-pull', { vantage: 'bot' })).toMatchObject({
      witness: 'bot',
      exposure: 'own',
    });
    expect(await findingOf('anonymous-pull', { registry: null })).toMatchObject({
      witness: 'none',
      exposure: 'public',
    });
  });
});
