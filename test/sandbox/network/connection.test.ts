import { describe, expect, test } from 'vitest';
import type { Sandbox } from '../../../sandbox/open.js';
import { publicCloud } from '../../../src/azure/clouds.js';
import { type Deadlines, deadlines } from '../../../src/azure/deadline.js';
import { createEgress } from '../../../src/azure/egress.js';
import { send } from '../../../src/azure/http.js';
import { running, server } from './running.js';

/** What the guard of the production code makes of a world's faults. */

const { signal } = new AbortController();

function open(sandbox: Sandbox, side: 'person' | 'bot' = 'bot', short: Partial<Deadlines> = {}) {
  const egress = createEgress({
    network: sandbox.network(side),
    cloud: publicCloud,
    deadlines: { ...deadlines, tls: 20_000, ...short },
  });
  return egress.open(server, async () => true, signal);
}

const fault = (it: object) => running({ faults: { f: { host: server, ...it } } });

describe('TCP', () => {
  test.each(['refused', 'timeout', 'unreachable'] as const)('%s', async (tcp) => {
    const short = tcp === 'timeout' ? { tcp: 50 } : {};
    expect(await open(await fault({ tcp }), 'bot', short)).toMatchObject({ kind: 'tcp', failure: tcp });
  });

  test('a connection that never comes is given up when the caller gives up', async () => {
    const network = (await fault({ tcp: 'timeout' })).network('bot');
    const found = await network.resolve(server, signal);
    const [address = ''] = found.kind === 'found' ? found.addresses : [];
    for (const [given, name] of [
      [AbortSignal.timeout(20), 'TimeoutError'],
      [AbortSignal.abort(), 'AbortError'],
    ] as const) {
      await expect(network.connect(address, 443, given)).rejects.toMatchObject({ name });
    }
  });

  test('of one side only', async () => {
    const sandbox = await fault({ tcp: 'refused', for: 'person' });
    expect((await open(sandbox, 'person')).kind).toBe('tcp');
    expect((await open(sandbox, 'bot')).kind).toBe('open');
  });

  test('nobody is at an address that no host has, and at no other port', async () => {
    const network = (await running()).network('bot');
    const found = await network.resolve(server, signal);
    const [address = ''] = found.kind === 'found' ? found.addresses : [];
    for (const other of ['20.1.2.3', '127.0.0.1', '169.254.169.254']) {
      await expect(network.connect(other, 443, signal)).rejects.toMatchObject({ code: 'EHOSTUNREACH' });
    }
    await expect(network.connect(address, 80, signal)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(network.connect(address, 443, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

test.each(['127.0.0.1', '169.254.169.254', '168.63.129.16', '::1'])(
  'nobody answers at %s, even where the name service of a world leads there',
  async (address) => {
    const sandbox = await fault({ dns: { addresses: [address] } });
    await expect(sandbox.network('bot').connect(address, 443, signal)).rejects.toMatchObject({
      code: 'EHOSTUNREACH',
    });
  },
);

describe('TLS', () => {
  test.each([
    ['untrusted', 'untrusted'],
    ['wrong-name', 'wrong-name'],
    ['expired', 'expired'],
    ['not-yet-valid', 'not-yet-valid'],
    ['hangs', 'timeout'],
  ])('%s is seen as %s', async (tls, failure) => {
    const short = tls === 'hangs' ? { tls: 100 } : {};
    expect(await open(await fault({ tls }), 'bot', short)).toMatchObject({ kind: 'tls', failure });
  });

  test('a certificate is for its host alone, of an authority that only who is told of it trusts', async () => {
    const sandbox = await running();
    const opened = await open(sandbox);
    if (opened.kind !== 'open') throw new Error(opened.kind);
    expect(opened.socket.getPeerCertificate().subjectaltname).toBe(`DNS:${server}`);
    opened.socket.destroy();
    const stranger = createEgress({
      network: { ...sandbox.network('bot'), extraCa: [] },
      cloud: publicCloud,
    });
    expect(await stranger.open(server, async () => true, signal)).toMatchObject({
      kind: 'tls',
      failure: 'untrusted',
    });
    expect((await running()).authority).not.toBe(sandbox.authority);
  });
});

describe('HTTP', () => {
  async function sent(http: unknown, milliseconds = 5000) {
    const opened = await open(await fault({ http }));
    if (opened.kind !== 'open') throw new Error(opened.kind);
    return send(opened.socket, { host: server, method: 'GET', path: '/v2/' }, milliseconds, signal);
  }

  test.each(['hangs', 'drips'])('%s until the client has enough', async (http) => {
    expect(await sent(http, 50)).toEqual({ kind: 'timeout' });
  });

  test('huge: more than anybody reads', async () => {
    expect(await sent('huge')).toEqual({ kind: 'unread', status: 200 });
  });

  test.each([
    [{ status: 429, retryAfter: 9 }, 429, { 'retry-after': '9' }],
    [{ status: 503 }, 503, {}],
    ['redirect', 302, { location: expect.stringMatching(/^https:/) }],
    ['foreign-realm', 401, { 'www-authenticate': expect.stringMatching(/interception/) }],
  ])('%j', async (http, status, headers) => {
    expect(await sent(http)).toMatchObject({ kind: 'answered', response: { status, headers } });
  });

  test('waits before every answer as long as the world wants', async () => {
    const opened = await open(await running({ delay: 80 }));
    if (opened.kind !== 'open') throw new Error(opened.kind);
    const begin = performance.now();
    const message = { host: server, method: 'GET', path: '/v2/' } as const;
    expect((await send(opened.socket, message, 5000, signal)).kind).toBe('answered');
    expect(performance.now() - begin).toBeGreaterThan(75);
  });
});
