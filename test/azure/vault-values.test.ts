import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../src/access/secret.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { InvalidVault } from '../../src/azure/vault-places.js';
import { connectVaultValues, createVaultValues } from '../../src/azure/vault-values.js';
import type { Before } from './in-process.js';
import { delivery, instead, rotating } from './rotating.js';
import { live } from './rotating-live.js';
import { signal } from './wired.js';

/** The bot's own secrets in a vault. The lab's rotator is an officer there, who may read them, too. */
const canary = 'canary-value';
const at = { vault: delivery, name: 'slack-token', version: null };
const action = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';

async function open(before?: Before) {
  const { vaults, credential, transport, sent } = rotating({}, before === undefined ? {} : { before });
  await vaults.put(at, new Secret(canary), { endsAt: null, tags: {} }, signal);
  const values = createVaultValues(publicCloud, credential, transport, [delivery]);
  return { values, vaults, sent };
}

test('the newest version, or the one that is named', async () => {
  const { values, vaults } = await open();
  const first = await vaults.versions(at, signal);
  await vaults.put(at, new Secret('canary-newer'), { endsAt: null, tags: {} }, signal);
  const version = (first.ok && first.value[0]?.id.split('/').at(-1)) || '';
  const found = [await values(at, signal), await values({ ...at, version }, signal)];
  expect(found.map((it) => it.ok && it.value.reveal())).toEqual(['canary-newer', canary]);
  expect(JSON.stringify(found) + inspect(found)).not.toContain('canary');
});

test('a secret that is not there is not found', async () => {
  const { values } = await open();
  expect(await values({ ...at, name: 'another' }, signal)).toEqual({
    ok: false,
    problem: { kind: 'not-found' },
  });
});

test('without the right it is refused, which is not the same', async () => {
  const body = JSON.stringify({
    error: { code: 'Forbidden', message: 'x', innererror: { code: 'ForbiddenByRbac' } },
  });
  const { values } = await open(instead('GET', { status: 403, body }));
  expect(await values(at, signal)).toEqual({ ok: false, problem: { kind: 'denied', action } });
});

test('a vault that does not answer says nothing of the secret', async () => {
  const { values } = await open(instead('GET', { status: 503 }));
  expect(await values(at, signal)).toMatchObject({ ok: false, problem: { kind: 'unavailable' } });
});

test('another vault is not asked, and one of another cloud is none', async () => {
  const { values, sent } = await open();
  const before = sent().length;
  expect(await values({ ...at, vault: 'https://others.vault.azure.net' }, signal)).toMatchObject({
    ok: false,
  });
  expect(sent()).toHaveLength(before);
  const { credential, transport } = rotating();
  for (const vault of [
    'https://evil.example',
    `${delivery}.evil.example`,
    'https://delivery.vault.azure.cn',
  ]) {
    expect(() => createVaultValues(publicCloud, credential, transport, [vault])).toThrow(InvalidVault);
  }
});

test('over TLS, through the guard, with a sign-in of its own', async () => {
  const { sandbox, vaults } = await live();
  await vaults.put(at, new Secret(canary), { endsAt: null, tags: {} }, signal);
  const spec = sandbox.writerCredential('rotator');
  if (spec === null) throw new Error('the world has no rotator');
  const values = connectVaultValues({ network: sandbox.network('bot'), cloud: publicCloud }, spec, [
    delivery,
  ]);
  const found = await values(at, signal);
  expect(found.ok && found.value.reveal()).toBe(canary);
});
