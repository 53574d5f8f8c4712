import { describe, expect, test } from 'vitest';
import type { Reach } from '../../src/azure/ports.js';
import { findingOf, reach, verdictOf } from './fakes.js';

type ReachCheck = 'dns' | 'connection' | 'challenge' | 'service-state';
const ways: readonly ReachCheck[] = ['dns', 'connection', 'challenge', 'service-state'];
const run = (id: ReachCheck, way: Partial<Reach>, vantage: 'bot' | 'person' = 'person') =>
  verdictOf(id, { vantage, probe: { reach: async () => reach(way) } });
const at = (...addresses: string[]): Partial<Reach> => ({ dns: { kind: 'found', addresses, aliases: [] } });
const absent: Partial<Reach> = { dns: { kind: 'not-found', aliases: [] }, tcp: null, tls: null, http: null };
const noDns: Partial<Reach> = {
  dns: { kind: 'failed', reason: 'timeout' },
  tcp: null,
  tls: null,
  http: null,
};

test.each(ways)('%s of a registry that is not asked for now has no verdict', async (id) => {
  const notAsked = { kind: 'circuit-open', service: 'registry', retryAfterSeconds: 12 } as const;
  for (const vantage of ['bot', 'person'] as const) {
    const finding = await findingOf(id, {
      vantage,
      probe: { reach: async () => reach({ ...noDns, notAsked }) },
    });
    const letAlone = { service: 'registry', seconds: 12 };
    expect(finding).toMatchObject({ verdict: 'unknown', why: 'circuit-open', letAlone });
  }
});

describe('the name, seen from the person’s network', () => {
  test.each([
    '10.0.0.4',
    '192.168.1.1',
    '172.16.0.1',
    '172.31.255.255',
    'fd00::4',
    'FC00::1',
    '127.0.0.1',
    '169.254.1.1',
    '::1',
    'fe80::1',
  ])('%s is an address that nobody else can reach', async (address) => {
    expect(await run('dns', at(address))).toBe('private-address');
    expect(await run('dns', at('20.50.1.2', address))).toBe('private-address');
  });

  test.each([
    '20.50.1.2',
    '172.15.0.1',
    '172.32.0.1',
    '192.169.0.1',
    '110.0.0.1',
    '100.10.0.1',
    '2603:1030::1',
    '2001:fd00::1',
  ])('%s is a public one', async (address) => expect(await run('dns', at(address))).toBe('public-address'));

  test('a name that is not there, and a name server that does not answer', async () => {
    expect(await run('dns', absent)).toBe('not-found');
    expect(await run('dns', noDns)).toBe('server-error');
  });

  test('a name without addresses has neither kind', async () => {
    expect(await run('dns', at())).toBe('unknown: not-reachable');
  });
});

describe('the connection', () => {
  test.each([
    [{}, 'connects'],
    [{ http: { kind: 'forbidden' } }, 'connects'],
    [{ tcp: 'refused', tls: null, http: null }, 'refused-or-timeout'],
    [{ tcp: 'timeout', tls: null, http: null }, 'refused-or-timeout'],
    [{ tcp: 'unreachable', tls: null, http: null }, 'refused-or-timeout'],
    [{ tls: 'untrusted', http: null }, 'tls-error'],
    [{ tls: 'wrong-name', http: null }, 'tls-error'],
    [{ tls: 'expired', http: null }, 'tls-error'],
    [{ tls: 'not-yet-valid', http: null }, 'tls-error'],
    [{ tls: 'failed', http: null }, 'tls-error'],
    [{ tls: 'timeout', http: null }, 'refused-or-timeout'],
    [{ tls: null, http: null }, 'unknown: not-reachable'],
    [{ http: null }, 'unknown: not-reachable'],
    [{ tcp: 'guard', tls: null, http: null }, 'unknown: not-reachable'],
    [absent, 'unknown: not-reachable'],
    [noDns, 'unknown: not-reachable'],
  ] satisfies [Partial<Reach>, string][])('%j: %s', async (way, expected) => {
    expect(await run('connection', way)).toBe(expected);
  });
});

describe('the challenge', () => {
  test.each([
    [{}, 'challenged'],
    [{ http: { kind: 'forbidden' } }, 'forbidden'],
    [{ http: { kind: 'timeout' } }, 'no-answer'],
    [{ tcp: 'refused', tls: null, http: null }, 'no-answer'],
    [{ tcp: 'timeout', tls: null, http: null }, 'no-answer'],
    [absent, 'no-answer'],
    [noDns, 'no-answer'],
    [{ tcp: 'guard', tls: null, http: null }, 'unknown: not-reachable'],
    [{ tls: 'untrusted', http: null }, 'unknown: untrusted-certificate'],
    [{ http: { kind: 'foreign-realm' } }, 'unknown: intercepted'],
    [{ http: { kind: 'no-challenge', status: 200 } }, 'unknown: intercepted'],
    [{ http: { kind: 'redirect', status: 302 } }, 'unknown: intercepted'],
    [{ http: { kind: 'throttled', retryAfterSeconds: 1 } }, 'unknown: not-reachable'],
    [{ http: { kind: 'server-error', status: 503 } }, 'unknown: not-reachable'],
    [{ http: { kind: 'broken' } }, 'unknown: intercepted'],
  ] satisfies [Partial<Reach>, string][])('%j: %s', async (way, expected) => {
    expect(await run('challenge', way)).toBe(expected);
  });
});

describe('the service', () => {
  test.each([
    [{ kind: 'challenged' }, 'healthy'],
    [{ kind: 'forbidden' }, 'healthy'],
    [{ kind: 'throttled', retryAfterSeconds: null }, 'healthy'],
    [{ kind: 'server-error', status: 503 }, 'outage'],
  ] satisfies [Reach['http'], string][])('%j is the same for everybody: %s', async (http, expected) => {
    expect(await run('service-state', { http })).toBe(expected);
    expect(await run('service-state', { http }, 'bot')).toBe(expected);
  });

  test.each([null, { kind: 'timeout' }] satisfies Reach['http'][])('%j tells nothing of it', async (http) => {
    expect(await run('service-state', { http })).toBe('unknown: not-reachable');
    expect(await run('service-state', { http }, 'bot')).toBe('unknown: other-vantage');
  });

  test.each([
    { kind: 'foreign-realm' },
    { kind: 'no-challenge', status: 404 },
    { kind: 'redirect', status: 302 },
    { kind: 'broken' },
  ] satisfies Reach['http'][])('%j is somebody else’s answer', async (http) => {
    expect(await run('service-state', { http })).toBe('unknown: intercepted');
    expect(await run('service-state', { http }, 'bot')).toBe('unknown: intercepted');
  });
});

describe('what the bot’s network shows', () => {
  test('is no evidence about the person’s, but for a name that nobody has', async () => {
    expect(await run('dns', absent, 'bot')).toBe('not-found');
    for (const way of [at('20.50.1.2'), at('10.0.0.4')]) {
      expect(await run('dns', way, 'bot')).toBe('unknown: other-vantage');
    }
    for (const way of [{}, absent]) {
      expect(await run('connection', way, 'bot')).toBe('unknown: other-vantage');
      expect(await run('challenge', way, 'bot')).toBe('unknown: other-vantage');
    }
  });

  test('is told to be set beside the person’s, but for private addresses', async () => {
    const told = async (way: Partial<Reach>) =>
      (await findingOf('dns', { vantage: 'bot', probe: { reach: async () => reach(way) } })).facts;
    expect(await told(at('20.50.1.2'))).toEqual({ addresses: '20.50.1.2' });
    expect(await told(at('20.50.1.2', '10.0.0.4'))).toEqual({});
  });

  test('is said to be nothing where nothing answers', async () => {
    const blocked: Partial<Reach> = { tcp: 'refused', tls: null, http: null };
    for (const way of [blocked, noDns]) {
      expect(await run('connection', way, 'bot')).toBe('unknown: not-reachable');
      expect(await run('challenge', way, 'bot')).toBe('unknown: not-reachable');
    }
  });

  test.each(ways)('%s is public: nobody’s rights were used', async (id) => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await findingOf(id, { vantage })).toMatchObject({
        witness: 'none',
        exposure: 'public',
        vantage,
      });
    }
  });
});

describe('what is shown of the name', () => {
  const facts = async (dns: Reach['dns'], vantage: 'bot' | 'person' = 'person') =>
    (await findingOf('dns', { vantage, probe: { reach: async () => reach({ dns }) } })).facts;
  const found = (aliases: readonly string[], addresses: readonly string[] = ['10.1.0.4']): Reach['dns'] => ({
    kind: 'found',
    aliases,
    addresses,
  });
  const link = 'contoso.privatelink.azurecr.io';

  test('its aliases in order, and its addresses', async () => {
    expect(await facts(found([link, 'a_b.example'], ['10.1.0.4', 'fd00::4']))).toEqual({
      aliases: `${link} → a_b.example`,
      addresses: '10.1.0.4, fd00::4',
    });
    expect(await facts(found([]))).toEqual({ addresses: '10.1.0.4' });
  });

  test('the alias at which a name that nobody has ends, to the bot too', async () => {
    for (const vantage of ['bot', 'person'] as const) {
      expect(await facts({ kind: 'not-found', aliases: [link] }, vantage)).toEqual({ aliases: link });
    }
  });

  test.each([
    'evil name',
    '<script>',
    'a\u0000.example',
    'a\u202e.example',
    'a\u001b[31m.example',
    'a`b.example',
    'a, b',
    'a → b',
    'https://evil.example/',
    '.example',
    'example-',
    'пример.example',
    `${'a'.repeat(254)}`,
    '',
  ])('no alias %j', async (alias) => {
    expect(await facts(found([alias, link]))).toMatchObject({ aliases: link });
    expect(await facts(found([alias]))).toEqual({ addresses: '10.1.0.4' });
  });

  test('no address that is none', async () => {
    expect(await facts(found([], ['<b>', '10.1.0.4', 'fe80::1%eth0', '']))).toEqual({
      addresses: '10.1.0.4',
    });
    expect(await facts(found([], ['evil']))).toEqual({});
  });

  test('six of each at most', async () => {
    const numbers = [1, 2, 3, 4, 5, 6, 7];
    const some = found(
      numbers.map((n) => `a${n}.example`),
      numbers.map((n) => `10.0.0.${n}`),
    );
    const { aliases = '', addresses = '' } = await facts(some);
    expect([aliases.split(' → ').length, addresses.split(', ').length]).toEqual([6, 6]);
    expect(`${aliases} ${addresses}`).not.toMatch(/a7|0\.7/);
  });

  test('nothing where DNS does not answer', async () => {
    expect(await facts({ kind: 'failed', reason: 'timeout' })).toEqual({});
  });
});

describe('what is shown of the connection', () => {
  const facts = async (way: Partial<Reach>) =>
    (await findingOf('connection', { probe: { reach: async () => reach(way) } })).facts;

  test('who issued the certificate, trusted or not', async () => {
    expect(await facts({})).toEqual({ issuer: 'Microsoft Corporation' });
    expect(await facts({ tls: 'untrusted', http: null, issuer: 'Proxy of Contoso' })).toEqual({
      issuer: 'Proxy of Contoso',
    });
  });

  test('as one name, although it holds a comma', async () => {
    expect(await facts({ issuer: 'Contoso, Inc.' })).toEqual({ issuer: 'Contoso Inc.' });
    expect(await facts({ issuer: 'A, B, C' })).toEqual({ issuer: 'A B C' });
  });

  test('nothing where nobody showed one', async () => {
    expect(await facts({ tcp: 'refused', tls: null, http: null, issuer: null })).toEqual({});
  });
});
