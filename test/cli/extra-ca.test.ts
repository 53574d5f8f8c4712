import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Authority } from '../../sandbox/network/authority.js';
import { extraCaOf } from '../../src/cli/extra-ca.js';
import { ownSignIn } from '../../src/cli/live.js';
import { tempTree } from '../support/temp.js';

let one: string;
let two: string;
beforeAll(async () => {
  one = (await Authority.create('one')).pem;
  two = (await Authority.create('two')).pem;
});

/** What a file with this text brings. */
const read = (text: string) =>
  extraCaOf({ ACR_HELP_EXTRA_CA: join(tempTree({ 'ca.pem': text }), 'ca.pem'), LANG: 'en_US.UTF-8' });

describe('ACR_HELP_EXTRA_CA', () => {
  test('without it nothing is trusted beside the list of Node', async () => {
    expect(await extraCaOf({})).toEqual([]);
    expect(await extraCaOf({ ACR_HELP_EXTRA_CA: '' })).toEqual([]);
  });

  test('brings each certificate of the file, whatever stands between them', async () => {
    expect(await read(`# ours\n${one}\nsubject=CN=two\n${two}\n`)).toEqual([one.trim(), two.trim()]);
  });

  test.each([
    ['nothing', () => ''],
    ['a key', () => '-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----\n'],
    ['what only looks like one', () => '-----BEGIN CERTIFICATE-----\nMC4=\n-----END CERTIFICATE-----\n'],
    ['one that is cut', () => one.slice(0, -60)],
    ['a good one and a spoilt one', () => `${one}\n${two.replace(/\n\w{8}/, '\n00000000')}`],
  ])('a file with %s is a mistake', async (_, text) => {
    await expect(read(text())).rejects.toMatchObject({
      exitCode: 66,
      message: expect.stringMatching(/^The file "\S+ca\.pem" cannot be read\.$/),
    });
  });

  test('is read before anybody is asked', async () => {
    const env = { ACR_HELP_EXTRA_CA: '/no/such/ca.pem', LANG: 'de_DE.UTF-8' };
    await expect(ownSignIn('contoso.azurecr.io', env)).rejects.toMatchObject({
      exitCode: 66,
      message: 'Die Datei „/no/such/ca.pem“ kann nicht gelesen werden.',
    });
  });
});
