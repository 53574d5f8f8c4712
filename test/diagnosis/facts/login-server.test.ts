import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseDataEndpoint,
  parseLoginServer,
  parseRegistryName,
  registryOf,
} from '../../../src/diagnosis/facts/login-server.js';

const accepted: readonly (readonly [string, string, string])[] = [
  ['contoso.azurecr.io', 'contoso.azurecr.io', 'contoso'],
  ['Contoso.AzureCR.io', 'contoso.azurecr.io', 'contoso'],
  ['contoso.azurecr.cn', 'contoso.azurecr.cn', 'contoso'],
  ['contoso.azurecr.us', 'contoso.azurecr.us', 'contoso'],
  ['contoso-e7ggejfuhzhgedc8.azurecr.io', 'contoso-e7ggejfuhzhgedc8.azurecr.io', 'contoso'],
  ['contoso.westeurope.geo.azurecr.io', 'contoso.westeurope.geo.azurecr.io', 'contoso'],
  ['contoso-a1b2.eastus2.geo.azurecr.io', 'contoso-a1b2.eastus2.geo.azurecr.io', 'contoso'],
  [`${'a'.repeat(50)}.azurecr.io`, `${'a'.repeat(50)}.azurecr.io`, 'a'.repeat(50)],
  ['abcde.azurecr.io', 'abcde.azurecr.io', 'abcde'],
];

const refused = [
  '',
  'azurecr.io',
  '.azurecr.io',
  'abcd.azurecr.io',
  `${'a'.repeat(51)}.azurecr.io`,
  'contoso.azurecr.io.evil.com',
  'contoso.azurecr.io.',
  'contoso.azurecr.io:443',
  'contoso.azurecr.io:5000',
  'contoso.azurecr.io/v2/',
  'contoso.azurecr.io#',
  'contoso.azurecr.io@evil.com',
  'contoso.azurecr.io\n',
  ' contoso.azurecr.io',
  'x@contoso.azurecr.io',
  'evil.com#contoso.azurecr.io',
  'evil.com/contoso.azurecr.io',
  'evil.com\\.azurecr.io',
  'https://contoso.azurecr.io',
  'my_registry.azurecr.io',
  '-contoso.azurecr.io',
  'contoso-.azurecr.io',
  'my.contoso.azurecr.io',
  'contoso.privatelink.azurecr.io',
  'privatelink.azurecr.io',
  'contoso.westeurope.data.azurecr.io',
  'contoso.azurecr.de',
  'contoso.azurecr.com',
  'contoso.azureacr.io',
  'contosoazurecr.io',
  'contoso.azurecr.us.azurecr.io',
  'c\u043entoso.azurecr.io',
  'contoso\u3002azurecr.io',
  'contoso\uff0eazurecr.io',
  'con\u200btoso.azurecr.io',
  'contoso.a\u00adzurecr.io',
  '\u212aontoso.azurecr.io',
  'xn--contso-5va.azurecr.io.xn--p1ai',
  'contoso%00.azurecr.io',
  '10.0.0.4',
  '2852039166',
  '0x7f.1',
  '[::ffff:a9fe:a9fe]',
  '169.254.169.254',
  'localhost:5000',
];

describe('parseLoginServer', () => {
  it.each(accepted)('takes %s', (text, host, registry) => {
    const server = parseLoginServer(text);
    expect(server).toBe(host);
    expect(server && registryOf(server)).toBe(registry);
  });

  it.each(refused)('refuses %j', (text) => {
    expect(parseLoginServer(text)).toBeNull();
  });

  it('refuses any host in which a character is not ASCII', () => {
    const host = 'contoso.azurecr.io';
    fc.assert(
      fc.property(
        fc.nat(host.length - 1),
        fc.integer({ min: 0x80, max: 0xffff }),
        (index, code) =>
          parseLoginServer(host.slice(0, index) + String.fromCharCode(code) + host.slice(index + 1)) === null,
      ),
    );
  });

  it('gives nothing but the grammar, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const server = parseLoginServer(text);
        return server === null || /^[a-z0-9.-]+\.azurecr\.(?:io|cn|us)$/.test(server);
      }),
    );
  });
});

describe('parseDataEndpoint', () => {
  it('knows its login server', () => {
    expect(parseDataEndpoint('Contoso.EastUS.data.azurecr.io')).toEqual({
      host: 'contoso.eastus.data.azurecr.io',
      loginServer: 'contoso.azurecr.io',
    });
  });

  it.each(['contoso.azurecr.io', 'contoso.data.azurecr.io', 'contoso.eastus.data.azurecr.io.evil.com', ''])(
    'refuses %j',
    (text) => {
      expect(parseDataEndpoint(text)).toBeNull();
    },
  );
});

describe('parseRegistryName', () => {
  it.each([
    ['contoso', true],
    ['Contoso01', true],
    ['abcd', false],
    ['con-toso', false],
    ['contoso.azurecr.io', false],
    ['***', false],
    ['', false],
  ])('%j → %s', (text, valid) => {
    expect(parseRegistryName(text)).toBe(valid ? text : null);
  });
});
