import { describe, expect, test } from 'vitest';
import type { VaultSecret } from '../../sandbox/world/ledger.js';
import { Secret } from '../../src/access/secret.js';
import { publicCloud, usGovernmentCloud } from '../../src/azure/clouds.js';
import { createVaults } from '../../src/azure/vault-client.js';
import { InvalidVault } from '../../src/azure/vault-places.js';
import type { Lab } from '../sandbox/writes/lab.js';
import { shown } from './not-written.js';
import { delivery, rotating } from './rotating.js';
import { signal } from './wired.js';

/** What is put into vaults, and where nothing is put. */

const name = 'acr-contoso-ci-pull-password2';
const at = { vault: delivery, name };
const canary = 'canary-value';
const endsAt = Date.parse('2026-05-01T00:00:00Z');
const about = { endsAt, tags: { request: '7', slot: 'password2' } };
const secret = new Secret(canary);
const versionId = `${delivery}/secrets/${name}/${'0'.repeat(32)}`;

function kept(lab: Lab): VaultSecret['versions'] {
  return lab.world().ledger.vaultSecrets.get(`delivery/${name}`)?.versions ?? [];
}

test('a secret becomes a version with its end and its tags', async () => {
  const { lab, vaults, sent } = rotating();
  const stored = await vaults.put(at, secret, about, signal);
  const [version] = kept(lab);
  expect(stored).toEqual({ kind: 'stored', id: `${delivery}/secrets/${name}/${version?.version}` });
  expect(version).toMatchObject({
    value: canary,
    expires: new Date(endsAt),
    tags: about.tags,
    enabled: true,
  });
  // The first is for the challenge: without token, and without the secret.
  expect(
    sent().map(({ method, headers, body }) => [method, 'authorization' in headers, body.includes(canary)]),
  ).toEqual([
    ['PUT', false, false],
    ['PUT', true, true],
  ]);
  const next = await vaults.put(at, secret, { endsAt: null, tags: {} }, signal);
  expect(next).toMatchObject({ kind: 'stored', id: expect.not.stringContaining(version?.version ?? '') });
  expect(kept(lab)[1]).toMatchObject({ expires: null, tags: {} });
  expect(sent()).toHaveLength(3);
  expect(shown([stored, next])).not.toContain('canary');
});

test('versions are listed without values; those of no secret are none', async () => {
  const { lab, vaults } = rotating();
  expect(await vaults.versions(at, signal)).toEqual({ ok: true, value: [] });
  await vaults.put(at, secret, about, signal);
  await vaults.put(at, secret, { endsAt: null, tags: {} }, signal);
  const listed = await vaults.versions(at, signal);
  const [first, second] = kept(lab).map(({ version }) => `${delivery}/secrets/${name}/${version}`);
  expect(listed).toEqual({
    ok: true,
    value: [
      { id: first, enabled: true, tags: about.tags },
      { id: second, enabled: true, tags: {} },
    ],
  });
  expect(shown(listed)).not.toContain('canary');
});

test('a version that is disabled is given to nobody, and the others are', async () => {
  const { lab, vaults } = rotating();
  const ids = [await vaults.put(at, secret, about, signal), await vaults.put(at, secret, about, signal)].map(
    (it) => (it.kind === 'stored' ? it.id : ''),
  );
  const disable = () => vaults.disable(ids[0] ?? '', signal);
  expect([await disable(), await disable()]).toEqual([{ kind: 'disabled' }, { kind: 'disabled' }]);
  expect(kept(lab)).toMatchObject([
    { enabled: false, value: canary, expires: new Date(endsAt), tags: about.tags },
    { enabled: true },
  ]);
  expect(await vaults.versions(at, signal)).toMatchObject({ value: [{ enabled: false }, { enabled: true }] });
  expect(await vaults.disable(versionId, signal)).toEqual({ kind: 'was-gone' });
  await lab.vault('rotator', 'DELETE', `secrets/${name}`);
  expect(await disable()).toEqual({ kind: 'was-gone' });
});

test('the name of a deleted secret is taken: waiting does not help', async () => {
  const { lab, vaults } = rotating();
  await vaults.put(at, secret, about, signal);
  await lab.vault('rotator', 'DELETE', `secrets/${name}`);
  expect(await vaults.put(at, secret, about, signal)).toEqual({ kind: 'refused', reason: 'invalid' });
});

describe('rights', () => {
  const roleOf = (...verbs: string[]) => ({
    roleDefinitions: {
      rotator: { actions: [] },
      puts: { dataActions: verbs.map((verb) => `Microsoft.KeyVault/vaults/secrets/${verb}/action`) },
    },
    roleAssignments: { delivers: { principal: 'rotator', role: 'puts', scope: 'vault:delivery' } },
  });

  test('to put, list and disable are enough', async () => {
    const { vaults } = rotating(roleOf('setSecret', 'readMetadata', 'update'));
    const stored = await vaults.put(at, secret, about, signal);
    expect(stored.kind).toBe('stored');
    expect(await vaults.versions(at, signal)).toMatchObject({ value: [{ enabled: true }] });
    expect(await vaults.disable(stored.kind === 'stored' ? stored.id : '', signal)).toEqual({
      kind: 'disabled',
    });
  });

  test('that are missing are named', async () => {
    const { lab, vaults } = rotating(roleOf('getSecret'));
    const right = { kind: 'refused', reason: 'right' };
    expect(await vaults.put(at, secret, about, signal)).toEqual(right);
    expect(await vaults.disable(versionId, signal)).toEqual(right);
    const listed = await vaults.versions(at, signal);
    expect(listed).toEqual({
      ok: false,
      problem: { kind: 'denied', action: 'Microsoft.KeyVault/vaults/secrets/readMetadata/action' },
    });
    expect(kept(lab)).toEqual([]);
  });
});

describe('nothing is sent', () => {
  const invalid = { kind: 'refused', reason: 'invalid' };
  test.each([
    'https://other.vault.azure.net',
    'https://delivery.vault.azure.net.evil.example',
    'https://delivery.vault.azure.net:8443',
    'https://delivery.vault.azure.net/',
    'https://evil.example/delivery.vault.azure.net',
    'https://DELIVERY.vault.azure.net',
    'http://delivery.vault.azure.net',
    'delivery.vault.azure.net',
    '',
  ])('to %j, which nobody named', async (vault) => {
    const { vaults, net } = rotating({
      vaults: { delivery: { subscription: 'prod' }, other: { subscription: 'prod' } },
    });
    expect(await vaults.put({ vault, name }, secret, about, signal)).toEqual(invalid);
    expect(await vaults.disable(`${vault}/secrets/${name}/${'0'.repeat(32)}`, signal)).toEqual(invalid);
    expect(await vaults.versions({ vault, name }, signal)).toMatchObject({ problem: { reason: 'guard' } });
    expect(net.exchanges).toEqual([]);
  });

  test.each(['', 'a/b', '../x', 'a.b', 'a?b', 'ä', 'a'.repeat(128)])('for the name %j', async (odd) => {
    const { vaults, net } = rotating();
    expect(await vaults.put({ vault: delivery, name: odd }, secret, about, signal)).toEqual(invalid);
    expect(await vaults.disable(`${delivery}/secrets/${odd}/${'0'.repeat(32)}`, signal)).toEqual(invalid);
    expect(await vaults.versions({ vault: delivery, name: odd }, signal)).toEqual({ ok: true, value: [] });
    expect(net.exchanges).toEqual([]);
  });

  test.each([
    `${delivery}/secrets/${name}`,
    `${delivery}/secrets/${name}/`,
    `${delivery}/secrets/${name}/versions`,
    `${delivery}/keys/${name}/${'0'.repeat(32)}`,
    `${versionId}/x`,
    `${versionId}?x`,
  ])('to disable %j', async (id) => {
    const { vaults, net } = rotating();
    expect(await vaults.disable(id, signal)).toEqual(invalid);
    expect(net.exchanges).toEqual([]);
  });

  // The SDK would make something else of the last.
  test.each([Number.NaN, -1, Date.parse('2038-01-19T03:14:08Z')])('with the end %d', async (odd) => {
    const { vaults, net } = rotating();
    expect(await vaults.put(at, secret, { endsAt: odd, tags: {} }, signal)).toEqual(invalid);
    expect(net.exchanges).toEqual([]);
  });
});

test.each([
  'https://delivery.vault.azure.cn',
  'https://delivery.vault.azure.net/',
  'https://delivery.vault.azure.net:443',
  'https://a.b.vault.azure.net',
  'https://vault.azure.net',
  'https://de--livery.vault.azure.net',
  'http://delivery.vault.azure.net',
])('%s cannot be named', (url) => {
  const { credential, transport } = rotating();
  expect(() => createVaults(publicCloud, credential, transport, [url])).toThrow(InvalidVault);
});

test('each cloud has vaults of its own', () => {
  const { credential, transport } = rotating();
  const government = ['https://delivery.vault.usgovcloudapi.net'];
  expect(createVaults(usGovernmentCloud, credential, transport, government)).toBeTypeOf('object');
  expect(() => createVaults(usGovernmentCloud, credential, transport, [delivery])).toThrow(InvalidVault);
});
