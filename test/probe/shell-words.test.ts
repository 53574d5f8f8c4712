import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/probe/shell-words.js';

const at = '2026-11-29T12:00:00Z';
const nothing = { dns: null, lookup: null, tcp: null, tls: null, v2: null, clockAhead: null };

describe('the words of curl', () => {
  it.each<[string, readonly string[], object]>([
    [
      'an answer',
      [
        'Connected',
        'issuer: C=US; O=Microsoft Corporation; CN=Azure CA',
        'verify ok',
        'HTTP/2 401',
        'realm= contoso.azurecr.io',
        'date: Sun, 29 Nov 2026 11:59:00 GMT',
      ],
      {
        tcp: 'ok',
        tls: { result: 'ok', issuer: 'Microsoft Corporation' },
        v2: { status: 401, realm: 'contoso.azurecr.io' },
        clockAhead: 60,
      },
    ],
    [
      'newer words for a connection',
      ['Established', 'HTTP/1.1 403'],
      { tcp: 'ok', v2: { status: 403, realm: null } },
    ],
    [
      'the answer that follows the one of a proxy',
      ['Connected', 'HTTP/1.1 200', 'tunnel established', 'HTTP/1.1 401'],
      { tcp: 'ok', v2: { status: 401, realm: null } },
    ],
    [
      'a proxy that refuses',
      ['Connected', 'HTTP/1.1 403', 'tunnel failed'],
      { tcp: 'proxy-refused', tls: null, v2: null },
    ],
    [
      'a proxy that opens TLS, looked at again without judging it',
      [
        'Connected',
        'local issuer',
        'Connected',
        'issuer: O=Zscaler Inc.; CN=Zscaler',
        'local issuer',
        'HTTP/1.1 200',
        'date: Sun, 29 Nov 2026 11:59:00 GMT',
      ],
      { tls: { result: 'untrusted', issuer: 'Zscaler Inc' }, v2: null, clockAhead: null },
    ],
    [
      'an answer that does not come after TLS',
      ['Connected', 'verify ok', 'timed out'],
      { tcp: 'ok', tls: { result: 'ok', issuer: null }, v2: null },
    ],
    ['a connection that does not come about', ['timeout', 'timed out'], { tcp: 'timeout', tls: null }],
    ['no way there', ['no route'], { tcp: 'unreachable', tls: null }],
    ['a name that leads nowhere', ['resolve'], { ...nothing, lookup: { kind: 'failed', reason: 'other' } }],
  ])('%s', (_name, saw, expected) => {
    expect(meaningOf([], saw, at)).toMatchObject(expected);
  });
});

describe('the words of wget', () => {
  it('of busybox, which judges no certificate', () => {
    const saw = ['not implemented', 'HTTP/1.1 401', 'realm= contoso.azurecr.io'];
    expect(meaningOf(['10.1.2.3'], saw, at)).toEqual({
      ...nothing,
      lookup: { kind: 'found', addresses: ['10.1.2.3'] },
      tcp: 'ok',
      v2: { status: 401, realm: 'contoso.azurecr.io' },
    });
    expect(meaningOf([], ['bad address'], at).lookup).toEqual({ kind: 'failed', reason: 'other' });
  });

  it.each([
    [['connected', 'not trusted', 'expired'], 'expired'],
    [['connected', 'not trusted', 't match'], 'name-mismatch'],
    [['connected', 'locally verify the issuer'], 'untrusted'],
    [['connected', 'self-signed'], 'untrusted'],
  ])('%o', (saw, result) => {
    expect(meaningOf([], saw, at)).toMatchObject({ tcp: 'ok', tls: { result }, v2: null });
  });
});

describe('the words of nslookup', () => {
  it.each<[string, readonly string[], object | null]>([
    [
      'of BIND',
      [
        'Server: 10.0.0.10',
        'Address: 10.0.0.10#53',
        'canonical name = R1.AZCR.io.',
        'Address: 20.1.2.3',
        'Address: 2603::4',
        'Address: 20.1.2.3',
      ],
      {
        resolver: '10.0.0.10',
        cname: ['r1.azcr.io'],
        answer: { kind: 'found', addresses: ['20.1.2.3', '2603::4'] },
      },
    ],
    [
      'of busybox',
      ['Server: 10.0.0.10', 'Address: 10.0.0.10:53', 'Address: 10.1.2.3'],
      { resolver: '10.0.0.10', cname: [], answer: { kind: 'found', addresses: ['10.1.2.3'] } },
    ],
    [
      'of Windows, where the server has a name',
      ['Server: dns.corp.example', 'Address: 10.0.0.10', 'Address: 10.1.2.3'],
      { resolver: '10.0.0.10', cname: [], answer: { kind: 'found', addresses: ['10.1.2.3'] } },
    ],
    [
      'no such name',
      ['Server: 10.0.0.10', 'NXDOMAIN'],
      { resolver: '10.0.0.10', cname: [], answer: { kind: 'failed', reason: 'nxdomain' } },
    ],
    [
      'nobody answers',
      ['timed out', 'no servers'],
      { resolver: null, cname: [], answer: { kind: 'failed', reason: 'timeout' } },
    ],
    ['not there', [], null],
  ])('%s', (_name, saw, expected) => {
    const { dns, tcp } = meaningOf([], saw, at);
    expect(dns).toEqual(expected);
    expect(tcp).toBeNull();
  });
});
