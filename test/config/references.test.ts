import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceIn, referencesIn } from '../../src/config/references.js';
import { readSecretFile } from '../../src/config/secret-file.js';
import { tempTree } from '../support/temp.js';

const version = '0123456789abcdef0123456789abcdef';

describe('a value', () => {
  test.each([
    ['file:/run/secrets/slack', { kind: 'file', path: '/run/secrets/slack' }],
    [
      'keyvault:https://bot.vault.azure.net/secrets/slack-token',
      { kind: 'keyvault', vault: 'https://bot.vault.azure.net', name: 'slack-token', version: null },
    ],
    [
      `keyvault:https://bot.vault.azure.cn/secrets/slack/${version}`,
      { kind: 'keyvault', vault: 'https://bot.vault.azure.cn', name: 'slack', version },
    ],
  ])('%s refers to where it stands', (value, reference) => {
    expect(referenceIn(value)).toEqual(reference);
  });

  test.each([
    'file:',
    'file:secrets/slack',
    'keyvault:',
    '@Microsoft.KeyVault(SecretUri=https://bot.vault.azure.net/secrets/x)',
    'keyvault:bot/slack',
    'keyvault:http://bot.vault.azure.net/secrets/x',
    'keyvault:https://bot.vault.azure.net/keys/x',
    'keyvault:https://bot.vault.azure.net/secrets/x/newest',
    'keyvault:https://bot.vault.azure.net:8443/secrets/x',
    'keyvault:https://bot.vault.azure.net@evil.example/secrets/x',
    `keyvault:https://bot.vault.azure.net/secrets/x/${version}/more`,
  ])('%s is none that can be read', (value) => {
    expect(referenceIn(value)).toBe('malformed');
  });

  test.each([
    ...['sqlite:acr-help.db', 'postgres://bot@db/acr', 'xoxb-fake-fake-fake', 'filed', 'keyvault', ''],
    'authorization=Bearer%20file:/x',
  ])('%s stands for itself', (value) => {
    expect(referenceIn(value)).toBeNull();
  });

  test('whatever it is, it is one of these', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', 'file:', 'keyvault:https://'),
        (text, begin) => {
          const read = referenceIn(begin + text);
          expect(read === null || read === 'malformed' || read.kind !== undefined).toBe(true);
        },
      ),
    );
  });
});

test('only secrets refer to elsewhere; of one that cannot be read its beginning is told alone', () => {
  expect(referencesIn({ POLICY: 'file:/etc/policy.yaml', LINK_CLIENT_SECRET: ' file:CANARY ' })).toEqual([
    { name: 'LINK_CLIENT_SECRET', reference: 'malformed', place: 'file:' },
  ]);
  const [unread] = referencesIn({ LINK_CLIENT_SECRET: '@Microsoft.KeyVault(SecretUri=CANARY)' });
  expect(unread?.place).toBe('@Microsoft.KeyVault');
});

describe('a file', () => {
  const file = (text: string) => join(tempTree({ secret: text }), 'secret');

  test('has the value, without the line feed that editors add', async () => {
    const path = file('xoxb-fake\n');
    chmodSync(path, 0o600);
    expect(await readSecretFile(path)).toEqual({ kind: 'value', value: 'xoxb-fake', openToAll: false });
  });

  test('that everybody can read says so', async () => {
    const path = file('fake');
    chmodSync(path, 0o644);
    expect(await readSecretFile(path)).toMatchObject({ openToAll: true });
  });

  test.each(['', '\n', 'x'.repeat(64 * 1024 + 1)])('without a value', async (text) => {
    expect(await readSecretFile(file(text))).toEqual({ kind: 'empty' });
  });

  test('that is not there, or a folder', async () => {
    const path = file('x');
    expect(await readSecretFile(`${path}-2`)).toEqual({ kind: 'file-missing' });
    expect(await readSecretFile(`${path}/x`)).toEqual({ kind: 'file-missing' });
    expect(await readSecretFile(join(path, '..'))).toEqual({ kind: 'file-unreadable' });
  });
});
