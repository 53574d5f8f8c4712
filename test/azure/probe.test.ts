import type { ServerResponse } from 'node:http';
import { describe, expect, test, vi } from 'vitest';
import { createProbe } from '../../src/azure/probe.js';
import { type FakeNet, fakeNet } from '../support/fake-net.js';
import { unsignedJwt } from '../support/jwt.js';
import { address, challenge, contoso, egressOn, inventory, nobody, server, signal } from './egress-on.js';

type Answer = (response: ServerResponse) => void;

async function registry(answer: Answer, at = address) {
  const net = await fakeNet();
  net.dns(contoso, [at]);
  const recorder = await net.serve(at, {
    names: [contoso],
    answer: (_request, response) => answer(response),
  });
  return { net, recorder };
}

const reach = (net: FakeNet) => createProbe(egressOn(net), nobody).reach(contoso, signal);

/** A redirect or realm would lead here. */
async function elsewhere(net: FakeNet) {
  net.dns('evil.azurecr.io', ['20.62.128.66']);
  net.dns('evil.example', ['20.62.128.66']);
  return net.serve('20.62.128.66', {
    names: ['evil.azurecr.io', 'evil.example'],
    answer: (_request, response) => response.end(),
  });
}

describe('how far it comes', () => {
  test('to the challenge', async () => {
    const { net, recorder } = await registry((response) =>
      response.writeHead(401, { 'WWW-Authenticate': challenge }).end(),
    );
    const reached = await reach(net);
    expect(reached).toMatchObject({
      dns: { kind: 'found', addresses: [address] },
      tcp: 'connected',
      tls: 'trusted',
      http: { kind: 'challenged' },
    });
    expect(reached.elapsed).toBeGreaterThan(0);
    expect(recorder.requests).toMatchObject([{ method: 'GET', url: '/v2/' }]);
    expect(recorder.requests[0]?.headers).not.toHaveProperty('authorization');
    await vi.waitFor(() => expect(recorder.open()).toBe(0));
  });

  test('to DNS', async () => {
    expect(await reach(await fakeNet())).toMatchObject({
      dns: { kind: 'not-found' },
      tcp: null,
      tls: null,
      http: null,
    });
  });

  test('to the connection', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    expect(await reach(net)).toMatchObject({ dns: { kind: 'found' }, tcp: 'refused', tls: null, http: null });
  });

  test('to the certificate', async () => {
    const net = await fakeNet();
    net.dns(contoso, [address]);
    await net.serve(address, {
      names: ['fabrikam.azurecr.io'],
      answer: (_request, response) => response.end(),
    });
    expect(await reach(net)).toMatchObject({ tcp: 'connected', tls: 'wrong-name', http: null });
  });

  test('to the guard: the same, whatever it is that stands there (T13)', async () => {
    const told = [];
    for (const at of ['127.0.0.1', '169.254.169.254', '10.0.0.5']) {
      const { net } = await registry((response) => response.end(), at);
      const { tcp, tls, http } = await reach(net);
      told.push({ tcp, tls, http });
      expect(net.connections).toEqual([]);
    }
    expect(told).toEqual(Array(3).fill({ tcp: 'guard', tls: null, http: null }));
  });

  test('to a private address of a registry in the inventory that has a private endpoint', async () => {
    const { net } = await registry((response) => response.writeHead(401).end(), '10.1.0.4');
    const tcp = async (privateEndpoint: boolean) =>
      (await createProbe(egressOn(net), inventory({ [contoso]: { privateEndpoint } })).reach(contoso, signal))
        .tcp;
    expect([await tcp(true), await tcp(false)]).toEqual(['connected', 'guard']);
  });

  test('no further than an inventory that fails', async () => {
    const { net } = await registry((response) => response.end(), '10.1.0.4');
    const find = () => Promise.reject(new Error('throttled'));
    expect(await createProbe(egressOn(net), { find }).reach(contoso, signal)).toMatchObject({ tcp: 'guard' });
  });
});

describe('the answer to GET /v2/', () => {
  test.each([
    [{ kind: 'no-challenge', status: 200 }, 200, {}],
    [{ kind: 'no-challenge', status: 404 }, 404, {}],
    [{ kind: 'no-challenge', status: 401 }, 401, {}],
    [
      { kind: 'no-challenge', status: 401 },
      401,
      { 'www-authenticate': `Bearer realm="${'a'.repeat(8200)}"` },
    ],
    [{ kind: 'forbidden' }, 403, {}],
    [{ kind: 'throttled', retryAfterSeconds: 17 }, 429, { 'retry-after': '17' }],
    [{ kind: 'throttled', retryAfterSeconds: null }, 429, {}],
    [{ kind: 'server-error', status: 503 }, 503, {}],
  ])('%j', async (expected, status, headers) => {
    const { net } = await registry((response) => response.writeHead(status, headers).end());
    expect((await reach(net)).http).toEqual(expected);
  });

  test('that never comes', async () => {
    const { net } = await registry(() => {});
    const { http } = await createProbe(egressOn(net, { http: 50 }), nobody).reach(contoso, signal);
    expect(http).toEqual({ kind: 'timeout' });
  });

  test('that is cut off', async () => {
    const { net } = await registry((response) => response.destroy());
    expect((await reach(net)).http).toEqual({ kind: 'broken' });
  });
});

test.each([301, 302, 303, 307, 308])('a %i is told and not followed (T06)', async (status) => {
  for (const location of ['https://evil.azurecr.io/v2/', `https://${contoso}/elsewhere`, '/elsewhere']) {
    const { net, recorder } = await registry((response) => response.writeHead(status, { location }).end());
    const other = await elsewhere(net);
    expect((await reach(net)).http).toEqual({ kind: 'redirect', status });
    expect(recorder.requests.map(({ url }) => url)).toEqual(['/v2/']);
    expect(other.requests).toEqual([]);
    expect(net.lookups).toEqual([contoso]);
  }
});

test.each([
  'Bearer realm="https://evil.example/oauth2/token",service="contoso.azurecr.io"',
  'Bearer realm="https://evil.azurecr.io/oauth2/token",service="evil.azurecr.io"',
  'Bearer realm="http://contoso.azurecr.io/oauth2/token",service="contoso.azurecr.io"',
  `${challenge}, Bearer realm="https://evil.example/oauth2/token",service="x"`,
])('a foreign realm is compared and never asked: %s (T07)', async (header) => {
  const { net, recorder } = await registry((response) =>
    response.writeHead(401, { 'WWW-Authenticate': header }).end(),
  );
  const other = await elsewhere(net);
  const probe = createProbe(egressOn(net), nobody);
  expect((await probe.reach(contoso, signal)).http).toEqual({ kind: 'foreign-realm' });
  await probe.anonymousToken(contoso, 'team/app', signal);
  expect(recorder.requests.map(({ url }) => url.split('?')[0])).toEqual(['/v2/', '/oauth2/token']);
  expect(other.requests).toEqual([]);
  expect(new Set(net.lookups)).toEqual(new Set([contoso]));
});

describe('a token without credentials', () => {
  const token = (access: unknown) => JSON.stringify({ access_token: unsignedJwt({ access }) });
  const own = { type: 'repository', name: 'team/app', actions: ['pull'] };

  test.each([
    [{ ok: true, value: true }, 200, token([own])],
    [{ ok: true, value: false }, 200, token([])],
    [{ ok: true, value: false }, 200, token([{ ...own, actions: ['metadata_read'] }])],
    [{ ok: true, value: false }, 200, token([{ ...own, name: 'team/other' }])],
    [{ ok: true, value: false }, 401, '{"errors":[{"code":"UNAUTHORIZED"}]}'],
    [{ ok: false, problem: { kind: 'denied', action: 'pull' } }, 403, '{}'],
    [
      { ok: false, problem: { kind: 'unavailable', reason: 'connect', status: 403 } },
      403,
      '{"errors":[{"code":"DENIED","message":"client with IP \'20.1.2.3\' is not allowed access."}]}',
    ],
    [{ ok: false, problem: { kind: 'throttled', retryAfterSeconds: null } }, 429, ''],
    [{ ok: false, problem: { kind: 'unavailable', reason: 'server-error', status: 500 } }, 500, ''],
    [{ ok: false, problem: { kind: 'unavailable', reason: 'protocol', status: 307 } }, 307, ''],
    [
      { ok: false, problem: { kind: 'unavailable', reason: 'protocol', status: 200 } },
      200,
      '{"access_token":"x"}',
    ],
    [{ ok: false, problem: { kind: 'unavailable', reason: 'protocol', status: 200 } }, 200, '<html>'],
  ])('%j', async (expected, status, body) => {
    const { net, recorder } = await registry((response) => response.writeHead(status).end(body));
    expect(await createProbe(egressOn(net), nobody).anonymousToken(contoso, 'team/app', signal)).toEqual(
      expected,
    );
    expect(recorder.requests[0]?.url).toBe(
      `/oauth2/token?service=${contoso}&scope=repository%3Ateam%2Fapp%3Apull`,
    );
  });

  test.each(['../admin', 'a b', 'Team/app', 'a&scope=b', ''])('is not asked for %j', async (repository) => {
    const { net } = await registry((response) => response.end());
    const answer = await createProbe(egressOn(net), nobody).anonymousToken(contoso, repository, signal);
    expect(answer).toMatchObject({ problem: { reason: 'guard' } });
    expect(net.lookups).toEqual([]);
  });

  test.each([
    ['dns', 'fabrikam.azurecr.io'],
    ['connect', 'contoso.azurecr.us'],
    ['guard', 'contoso.azurecr.cn'],
  ])('says where it ended: %s', async (reason, host) => {
    const { net } = await registry((response) => response.end());
    net.dns('contoso.azurecr.us', ['20.62.128.99']);
    net.dns('contoso.azurecr.cn', ['127.0.0.1']);
    const answer = await createProbe(egressOn(net), nobody).anonymousToken(server(host), 'app', signal);
    expect(answer).toEqual({ ok: false, problem: { kind: 'unavailable', reason, status: null } });
  });
});

test('a data endpoint is looked up, no more; other names are not', async () => {
  const { net } = await registry((response) => response.end());
  const host = 'contoso.westeurope.data.azurecr.io';
  net.dns(host, ['20.62.128.20']);
  const probe = createProbe(egressOn(net), nobody);
  expect(await probe.lookUp(host, signal)).toMatchObject({ kind: 'found', addresses: ['20.62.128.20'] });
  expect(await probe.lookUp('intranet.example', signal)).toEqual({ kind: 'failed', reason: 'refused' });
  expect(net.lookups).toEqual([host]);
  expect(net.connections).toEqual([]);
});
