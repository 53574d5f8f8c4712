import { expect, it } from 'vitest';
import { store } from '../../../src/probe/collect/store.js';
import { fakeNet } from '../../support/fake-net.js';
import { around, registry, signal } from './around.js';

const secret = 'ZmFrZTpmYWtlLXNlY3JldA==';
const helper = (stdout: string, ok = true) => ({ programs: { 'docker-credential-acr-env': { ok, stdout } } });

it.each([
  ['no configuration', undefined, {}, { name: null, entry: false }],
  ['one that is no object', 'text', {}, { name: null, entry: null }],
  [
    'a file with the registry',
    { auths: { [registry]: { auth: secret } } },
    {},
    { name: 'file', entry: true },
  ],
  ['an older key', { auths: { [`https://${registry}/v1/`]: {} } }, {}, { name: 'file', entry: true }],
  [
    'another registry',
    { auths: { [`x${registry}`]: {}, 'evil.example': {} } },
    {},
    { name: 'file', entry: false },
  ],
  [
    'a helper of this registry',
    { credHelpers: { [registry]: 'acr-env' } },
    helper(`{"${registry}":"u"}`),
    { name: 'acr-env', entry: true },
  ],
  [
    'a helper of another one',
    { credHelpers: { 'x.azurecr.io': 'acr-env' } },
    {},
    { name: 'file', entry: false },
  ],
  [
    'a helper without it',
    { credsStore: 'acr-env', auths: { [registry]: {} } },
    helper('{}'),
    { name: 'acr-env', entry: false },
  ],
  [
    'a helper that fails',
    { credsStore: 'acr-env' },
    helper('no such keychain', false),
    { name: 'acr-env', entry: null },
  ],
  ['a helper that is not there', { credsStore: 'acr-env' }, {}, { name: 'acr-env', entry: null }],
  ['a name that would be a path', { credsStore: '../../tmp/evil' }, {}, { name: 'file', entry: false }],
])('%s', async (_name, config, machine, expected) => {
  const net = await fakeNet();
  const here = around(net.network, { config, ...machine });
  const said = await store(here, registry, signal);
  expect(said).toEqual(expected);
  expect(JSON.stringify(said)).not.toContain(secret);
  // Only names are asked for, and no program but the helper.
  expect(here.ran.every((it) => it === 'docker-credential-acr-env list')).toBe(true);
  expect(net.connections).toEqual([]);
});
