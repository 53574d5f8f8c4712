import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/access/secret.js';
import { failed, ok } from '../../src/azure/answer.js';
import { InvalidVault } from '../../src/azure/vault-places.js';
import { resolveReferences, type ToVaults, unresolvedFailure } from '../../src/cli/references.js';
import { cliTexts } from '../../src/cli/texts/index.js';
import type { Environment } from '../../src/config/reader.js';
import { languages } from '../../src/knowledge/language.js';
import { tempTree } from '../support/temp.js';

const inVault = 'keyvault:https://bot.vault.azure.net/secrets';
const answering =
  (answer: Awaited<ReturnType<NonNullable<Awaited<ReturnType<ToVaults>>>>>): ToVaults =>
  async () =>
  async () =>
    answer;

function file(text: string): string {
  const path = join(tempTree({ secret: text }), 'secret');
  chmodSync(path, 0o600);
  return path;
}

const why = async (env: Environment, toVaults?: ToVaults | null) =>
  (await resolveReferences(env, toVaults)).unresolved.map((it) => it.why);

describe('secrets of the environment', () => {
  test('that stand for themselves stay as they are, and nobody is asked', async () => {
    const env = { SLACK_BOT_TOKEN: 'xoxb-fake-fake', STORE: 'sqlite:x.db', POLICY: 'file:/x' };
    const never: ToVaults = () => Promise.reject(new Error('asked'));
    expect(await resolveReferences(env, never)).toEqual({ env, resolved: [], unresolved: [] });
  });

  test('in files and vaults take the place of what refers to them', async () => {
    const path = file('xoxb-from-file\n');
    const seen: unknown[] = [];
    const toVaults: ToVaults = async (env, vaults) => {
      seen.push(env['SLACK_BOT_TOKEN'], env['LINK_CLIENT_SECRET'], vaults);
      return async (place) => ok(new Secret(`from ${place.name}`));
    };
    const env = { SLACK_BOT_TOKEN: `file:${path}`, LINK_CLIENT_SECRET: `${inVault}/link`, PORT: '1' };
    const { env: values, resolved, unresolved } = await resolveReferences(env, toVaults);
    expect(values).toEqual({ SLACK_BOT_TOKEN: 'xoxb-from-file', LINK_CLIENT_SECRET: 'from link', PORT: '1' });
    expect(unresolved).toEqual([]);
    expect(resolved).toEqual([
      { name: 'SLACK_BOT_TOKEN', place: path, openToAll: false },
      { name: 'LINK_CLIENT_SECRET', place: 'https://bot.vault.azure.net/secrets/link', openToAll: false },
    ]);
    // Who asks may have their own secret in a file.
    expect(seen).toEqual(['xoxb-from-file', undefined, ['https://bot.vault.azure.net']]);
  });

  test('that could not be read are gone, not what refers to them', async () => {
    const { env } = await resolveReferences({ LINK_CLIENT_SECRET: 'file:/does/not/exist' });
    expect(env['LINK_CLIENT_SECRET']).toBeUndefined();
  });

  test.each([
    ['not-found', failed({ kind: 'not-found' }), 'secret-missing'],
    ['denied', failed({ kind: 'denied', action: 'x' }), 'vault-refuses'],
    ['signed-out', failed({ kind: 'signed-out', code: 'AADSTS7000215' }), 'signed-out'],
    ['timeout', failed({ kind: 'unavailable', reason: 'timeout', status: null }), 'vault-unknown'],
    ['throttled', failed({ kind: 'throttled', retryAfterSeconds: 3 }), 'vault-unknown'],
  ] as const)('say why a vault gave none: %s', async (_, answer, expected) => {
    expect(await why({ LINK_CLIENT_SECRET: `${inVault}/x` }, answering(answer))).toEqual([expected]);
  });

  test('say why nobody was asked', async () => {
    const env = { LINK_CLIENT_SECRET: `${inVault}/x` };
    expect(await why(env)).toEqual(['no-identity']);
    expect(await why(env, null)).toEqual(['in-world']);
    expect(await why(env, () => Promise.reject(new InvalidVault('.vault.azure.net')))).toEqual([
      'not-a-vault',
    ]);
    // Its own secret cannot be in a vault that is asked with it.
    const azure = { AZURE_IDENTITY: 'client-secret', AZURE_CLIENT_SECRET: `${inVault}/own` };
    expect(await why(azure)).toEqual(['no-identity']);
    const elsewhere = {
      AZURE_IDENTITY: 'managed-identity',
      DELIVERY_KEY: 'keyvault:https://evil.example/secrets/x',
    };
    expect(await why(elsewhere)).toEqual(['not-a-vault']);
  });
});

describe.each(languages)('in %s', (language) => {
  test('what could not be read is told with its place, and with what to do', async () => {
    const env = { SLACK_BOT_TOKEN: 'file:CANARY', LINK_CLIENT_SECRET: 'file:/does/not/exist' };
    const { unresolved } = await resolveReferences(env);
    const { message, exitCode } = unresolvedFailure(unresolved, cliTexts(language).references);
    expect(message).toContain('LINK_CLIENT_SECRET (/does/not/exist): ');
    expect(message).not.toContain('CANARY');
    expect(exitCode).toBe(64);
  });
});
