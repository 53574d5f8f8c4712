import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/diagnosis/diagnose.js';
import { curl, dig, nslookup } from './samples.js';
import { verdictsIn } from './seen.js';

const factsIn = (text: string, check = 'dns') =>
  diagnose(text)
    .reading.outputs.flatMap(({ seen }) => seen)
    .find((it) => it.check === check)?.facts;

describe('nslookup', () => {
  test.each([
    [
      'bind',
      'private-address',
      { aliases: 'contoso.privatelink.azurecr.io', addresses: '10.1.2.3', resolver: '10.0.0.10' },
    ],
    [
      'windows',
      'public-address',
      {
        aliases: 'contoso.privatelink.azurecr.io → r0042.weu.azurecr.example',
        addresses: '2001:db8::7, 203.0.113.7',
        resolver: '192.168.1.1',
      },
    ],
    ['busybox', 'public-address', { addresses: '203.0.113.7', resolver: '10.96.0.10' }],
    ['missing', 'not-found', { resolver: '10.0.0.10' }],
    ['missingWindows', 'not-found', { resolver: '10.0.0.4' }],
    ['failed', 'server-error', { resolver: '10.0.0.10' }],
  ] as const)('%s', (name, verdict, facts) => {
    expect(verdictsIn(nslookup[name])).toEqual({ dns: verdict });
    expect(factsIn(nslookup[name])).toEqual(facts);
  });

  test('of another name answers nothing', () => {
    expect(verdictsIn(nslookup.bind.replaceAll('contoso.', 'www.'))).toEqual({});
    expect(
      verdictsIn(nslookup.missing.replace('azurecr.io', 'azurecr.io.default.svc.cluster.local')),
    ).toEqual({});
  });
});

describe('dig', () => {
  test.each([
    [
      'found',
      'private-address',
      { aliases: 'contoso.privatelink.azurecr.io', addresses: '10.1.2.3', resolver: '10.0.0.10' },
    ],
    ['missing', 'not-found', { resolver: '10.0.0.10' }],
    ['failed', 'server-error', { resolver: '10.0.0.10' }],
    ['silent', 'server-error', {}],
  ] as const)('%s', (name, verdict, facts) => {
    expect(verdictsIn(dig[name])).toEqual({ dns: verdict });
    expect(factsIn(dig[name])).toEqual(facts);
  });

  test('records of another name are none', () => {
    expect(verdictsIn(dig.found.replace('contoso.azurecr.io.\t60', 'fabrikam.azurecr.io.\t60'))).toEqual({});
  });
});

describe('curl -v', () => {
  test.each([
    ['challenged', { dns: 'public-address', connection: 'connects', challenge: 'challenged' }],
    ['forbidden', { dns: 'public-address', connection: 'connects', challenge: 'forbidden' }],
    ['foreignRealm', { dns: 'public-address', connection: 'connects' }],
    ['refused', { dns: 'private-address', connection: 'refused-or-timeout', challenge: 'no-answer' }],
    ['unresolved', { challenge: 'no-answer' }],
    ['intercepted', { dns: 'public-address', connection: 'tls-error' }],
    ['plain', {}],
    // What the proxy refuses, the registry did not.
    ['proxyRefuses', {}],
  ] as const)('%s', (name, verdicts) => {
    expect(verdictsIn(curl[name])).toEqual(verdicts);
  });

  test('what answered before TLS does not count', () => {
    expect(verdictsIn(`${curl.plain}\n${curl.challenged}`)).toMatchObject({ challenge: 'challenged' });
  });

  test('tells who issued the certificate', () => {
    expect(factsIn(curl.challenged, 'connection')).toEqual({ issuer: 'Microsoft Corporation' });
    expect(factsIn(curl.intercepted, 'connection')).toEqual({ issuer: 'Fabrikam' });
  });
});
