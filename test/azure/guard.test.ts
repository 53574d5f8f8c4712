import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRange } from '../../src/azure/address-ranges.js';
import { publicCloud } from '../../src/azure/clouds.js';
import { judgeAddress, judgeHost } from '../../src/azure/guard.js';

const strict = { privateAllowed: false, extraDenied: [] };
const lenient = { privateAllowed: true, extraDenied: [] };

/** T04, and what is like it: never, whatever the inventory says. */
const denied: readonly (readonly [string, string])[] = [
  ['0.0.0.0', 'unspecified'],
  ['0.1.2.3', 'unspecified'],
  ['127.0.0.1', 'loopback'],
  ['127.255.0.9', 'loopback'],
  ['169.254.169.254', 'link-local'],
  ['169.254.130.1', 'link-local'],
  ['168.63.129.16', 'azure-platform'],
  ['100.100.100.200', 'metadata'],
  ['192.0.0.192', 'reserved'],
  ['192.0.2.1', 'documentation'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.7', 'documentation'],
  ['192.88.99.1', 'reserved'],
  ['198.18.0.1', 'benchmarking'],
  ['198.19.255.255', 'benchmarking'],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.250', 'multicast'],
  ['240.0.0.1', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['::127.0.0.1', 'reserved'],
  ['fe80::1', 'link-local'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'reserved'],
  ['ff02::1', 'multicast'],
  ['fd00:ec2::254', 'metadata'],
  ['fd20:ce::254', 'metadata'],
  ['2001:db8::1', 'documentation'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'reserved'],
  ['100::1', 'reserved'],
  ['::ffff:169.254.169.254', 'link-local'],
  ['::ffff:a9fe:a9fe', 'link-local'],
  ['::ffff:7f00:1', 'loopback'],
  ['64:ff9b::a9fe:a9fe', 'link-local'],
  ['64:ff9b::20.62.128.10', 'translated'],
  ['64:ff9b:1::7f00:1', 'loopback'],
  ['2002:7f00:1::', 'loopback'],
  ['2002:143e:800a::1', 'translated'],
  ['2002:a83f:8110::1', 'azure-platform'],
  // Forms that only some resolvers understand.
  ['2852039166', 'not-an-address'],
  ['0x7f.1', 'not-an-address'],
  ['127.1', 'not-an-address'],
  ['0177.0.0.1', 'not-an-address'],
  ['[::1]', 'not-an-address'],
  ['fe80::1%eth0', 'not-an-address'],
  ['20.62.128.10%eth0', 'not-an-address'],
  ['localhost', 'not-an-address'],
  ['', 'not-an-address'],
];

describe('addresses', () => {
  test.each(denied)('%s is denied: %s', (address, reason) => {
    expect(judgeAddress(address, strict)).toEqual({ kind: 'denied', reason });
    expect(judgeAddress(address, lenient)).toEqual({ kind: 'denied', reason });
  });

  test.each([
    '20.62.128.10',
    '168.63.129.15',
    '172.15.0.1',
    '172.32.0.1',
    '2603:1030:20e::4',
    '::ffff:20.62.128.10',
  ])('%s is public', (address) => {
    expect(judgeAddress(address, strict)).toEqual({ kind: 'public' });
  });

  test.each([
    '10.1.0.4',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.0.1',
    '100.64.0.1',
    'fd12:3456::1',
    '::ffff:10.1.0.4',
  ])('%s is private: allowed to a registry with a private endpoint only', (address) => {
    expect(judgeAddress(address, strict)).toEqual({ kind: 'denied', reason: 'private' });
    expect(judgeAddress(address, lenient)).toEqual({ kind: 'private' });
  });

  test.each([
    ['10.96.0.0/12', '10.96.0.1'],
    ['10.96.0.0/12', '::ffff:10.96.0.1'],
    ['20.62.128.10', '20.62.128.10'],
    ['2603:1030:20e::/48', '2603:1030:20e::4'],
    ['::ffff:0:0/96', '::ffff:20.62.128.10'],
  ])('the operator denies %s, and so %s', (range, address) => {
    const extraDenied = [parseRange(range)].filter((it) => it !== null);
    expect(judgeAddress(address, { privateAllowed: true, extraDenied })).toEqual({
      kind: 'denied',
      reason: 'operator',
    });
  });

  test.each(['10.0.0.0/33', '10.0.0/8', '0x0a.0.0.1', '010.0.0.1', 'intranet', ''])(
    'a range with a typing error (%s) is none',
    (text) => expect(parseRange(text)).toBeNull(),
  );
});

describe('hosts', () => {
  const kind = (host: string) => judgeHost(host, publicCloud);

  test.each([
    ['contoso.azurecr.io', 'login-server'],
    ['contoso-a1b2c3.azurecr.io', 'login-server'],
    ['contoso.azurecr.cn', 'login-server'],
    ['contoso.azurecr.us', 'login-server'],
    ['contoso.westeurope.geo.azurecr.io', 'login-server'],
    ['contoso.westeurope.data.azurecr.io', 'data-endpoint'],
    ['login.microsoftonline.com', 'cloud'],
    ['management.azure.com', 'cloud'],
    ['graph.microsoft.com', 'cloud'],
  ])('%s is a %s', (host, expected) => expect(kind(host)).toBe(expected));

  test.each([
    'contoso.azurecr.io.evil.example',
    'contoso.azurecr.io@evil.example',
    'evil.example#contoso.azurecr.io',
    'evil.example/contoso.azurecr.io',
    'evil.example\\.azurecr.io',
    'evil.example?.azurecr.io',
    'contoso.azurecr.io:5000',
    'contoso.azurecr.io:443',
    'contoso.azurecr.io.',
    '.contoso.azurecr.io',
    'azurecr.io',
    'x.azurecr.io',
    'x.y.azurecr.io',
    'contoso.privatelink.azurecr.io',
    'contosoazurecr.io',
    'contoso.azurecr.com',
    'contoso.azurecr.io.cn',
    'https://contoso.azurecr.io',
    ' contoso.azurecr.io',
    'contoso.azurecr.io\n',
    'contoso.azurecr.io\0',
    'contoso.azurecr.io%00',
    'contoso。azurecr.io',
    'contоso.azurecr.io',
    'contoso\u200b.azurecr.io',
    'xn--contso-bxf.azurecr.io',
    'CONTOSO.azurecr.io',
    '169.254.169.254',
    '2852039166',
    '0x7f.1',
    '[::ffff:a9fe:a9fe]',
    'localhost',
    'login.microsoftonline.com.evil.example',
    'evil.login.microsoftonline.com',
    'management.chinacloudapi.cn',
    'hosts',
    '',
  ])('%j is nothing', (host) => expect(kind(host)).toBeNull());

  test('one character by a look-alike, and it is nothing (T03)', () => {
    const host = 'contoso.azurecr.io';
    const lookAlike = fc.constantFrom(
      'а',
      'ｏ',
      '。',
      '．',
      'ⅰ',
      'ı',
      'K',
      '\u200b',
      '\u00ad',
      '\u0000',
      '%2e',
    );
    fc.assert(
      fc.property(fc.nat(host.length - 1), lookAlike, fc.boolean(), (at, other, between) => {
        expect(kind(host.slice(0, at) + other + host.slice(between ? at : at + 1))).toBeNull();
      }),
    );
  });
});
