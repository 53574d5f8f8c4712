import { connect } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { ask, running, server } from './running.js';

/** Faults of a request at every kind of host, and what its clients get over TLS. */

const data = 'contoso.westeurope.data.azurecr.io';
const hosts = [
  ['Entra', 'login.microsoftonline.com', '/common/discovery/instance'],
  ['Resource Manager', 'management.azure.com', '/subscriptions?api-version=2022-12-01'],
  ['Graph', 'graph.microsoft.com', '/v1.0/users/ana'],
  ['a login server', server, '/v2/'],
  ['a data endpoint', data, '/x'],
] as const;

const faulty = (host: string, fault: object) =>
  running({ registry: { dataEndpoint: true }, faults: { f: { host, ...fault } } });

/** What arrives in a while, without waiting for an end; null where the connection is broken off. */
async function arrived(sandbox: Sandbox, host: string, path: string): Promise<string | null> {
  const network = sandbox.network('person');
  const { signal } = new AbortController();
  const found = await network.resolve(host, signal);
  const [address = ''] = found.kind === 'found' ? found.addresses : [];
  const socket = await network.connect(address, 443, signal);
  const secure = connect({ socket, servername: host, ca: [...network.extraCa] });
  onTestFinished(() => void secure.destroy());
  secure.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
  let text = '';
  secure.on('data', (chunk) => {
    text += String(chunk);
  });
  return new Promise((resolve) => {
    secure.once('error', () => resolve(null));
    setTimeout(() => resolve(text), 700);
  });
}

describe.each(hosts)('%s', (_, host, path) => {
  const url = `https://${host}${path}`;

  test('answers where nothing is wrong', async () => {
    const answer = await ask(await faulty(host, { for: 'bot', http: { status: 503 } }), url);
    expect(answer.status).toBeLessThan(500);
  });

  test('may hang, and drip', async () => {
    const silent = arrived(await faulty(host, { http: 'hangs' }), host, path);
    const slow = arrived(await faulty(host, { http: 'drips' }), host, path);
    expect(await silent).toBe('');
    expect(await slow).toMatch(/^HTTP\/1\.1 200 [\s\S]*x/);
  });

  test('may break off a request, or the handshake', async () => {
    for (const fault of [{ http: 'reset' }, { tls: 'reset' }]) {
      const sandbox = await faulty(host, fault);
      await expect(ask(sandbox, url)).rejects.toMatchObject({ code: 'ECONNRESET' });
    }
  });

  test.each([429, 500, 503])('may say %i, with a time to wait', async (status) => {
    const answer = await ask(await faulty(host, { http: { status, retryAfter: 17 } }), url);
    expect([answer.status, answer.headers['retry-after']]).toEqual([status, '17']);
    const plain = await ask(await faulty(host, { http: { status } }), url);
    expect(plain.headers).not.toHaveProperty('retry-after');
  });

  test('may be behind a page to sign in', async () => {
    const answer = await ask(await faulty(host, { http: 'redirect' }), url);
    expect([answer.status, answer.headers.location]).toEqual([302, 'https://sign-in.interception.invalid/']);
  });
});

describe('the body of a fault is that of the service', () => {
  const body = async (host: string, status: number) => {
    const [, , path] = hosts.find(([, it]) => it === host) ?? ['', '', '/'];
    return (await ask(await faulty(host, { http: { status, retryAfter: 9 } }), `https://${host}${path}`))
      .body;
  };

  test.each([
    ['login.microsoftonline.com', 503, { error: 'temporarily_unavailable' }],
    ['management.azure.com', 429, { error: { code: 'SubscriptionRequestsThrottled' } }],
    ['management.azure.com', 500, { error: { code: 'InternalServerError' } }],
    ['management.azure.com', 504, { error: { code: 'GatewayTimeout' } }],
    ['graph.microsoft.com', 429, { error: { code: 'TooManyRequests' } }],
    ['graph.microsoft.com', 503, { error: { code: 'serviceNotAvailable' } }],
    [server, 429, { errors: [{ code: 'TOOMANYREQUESTS' }] }],
  ])('%s, %i', async (host, status, expected) => {
    expect(JSON.parse(await body(host, status))).toMatchObject(expected);
  });

  test('XML at a data endpoint', async () => {
    expect(await body(data, 503)).toMatch(/^<\?xml.*<Code>ServerBusy<\/Code>/);
  });
});

describe('a challenge that was tampered with', () => {
  const challenge = async (host: string, http: string) => {
    const [, , path] = hosts.find(([, it]) => it === host) ?? ['', '', '/'];
    const answer = await ask(await faulty(host, { http }), `https://${host}${path}`);
    return [answer.status, answer.headers['www-authenticate'] ?? null];
  };

  test.each([server, 'management.azure.com', 'graph.microsoft.com'])('at %s', async (host) => {
    expect(await challenge(host, 'foreign-realm')).toEqual([
      401,
      expect.stringContaining('="https://tokens.interception.invalid/'),
    ]);
    expect(await challenge(host, 'no-challenge')).toEqual([401, null]);
  });

  test.each(['login.microsoftonline.com', data])('is nothing at %s, which has none', async (host) => {
    for (const http of ['foreign-realm', 'no-challenge']) {
      const [status] = await challenge(host, http);
      expect(status).not.toBe(401);
    }
  });
});
