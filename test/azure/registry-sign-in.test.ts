import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import { createRegistryData } from '../../src/azure/data-plane.js';
import type { RegistryData } from '../../src/azure/ports.js';
import { Refusal } from '../../src/azure/refusal.js';
import type { LoginServer } from '../../src/diagnosis/reading.js';
import { address, contoso, egressOn, inventory, server, signal } from './egress-on.js';
import { form, setUp } from './registry-with-data.js';

describe('the exchange', () => {
  test('asks for the scope of the registry service alone, and sends the token to the host alone (T09)', async () => {
    const { recorder, getToken, data } = await setUp();
    expect(await data.exchange(contoso, signal)).toEqual(ok('accepted'));
    expect(getToken.mock.calls.map(([scope]) => scope)).toEqual([
      'https://containerregistry.azure.net/.default',
    ]);
    expect(recorder.requests).toMatchObject([
      { method: 'POST', url: '/oauth2/exchange', headers: { host: contoso } },
    ]);
    expect(form(recorder.requests[0])).toEqual({
      grant_type: 'access_token',
      service: contoso,
      access_token: 'entra-token',
    });
  });

  const calls: Readonly<Record<string, (data: RegistryData) => Promise<unknown>>> = {
    exchange: (data) => data.exchange(contoso, signal),
    granted: (data) => data.granted(contoso, 'team/app', ['pull'], signal),
    manifest: (data) => data.manifest(contoso, 'team/app', 'v1', signal),
    attributes: (data) => data.attributes(contoso, 'team/app', null, signal),
  };
  test.each(Object.keys(calls))(
    '%s of a registry outside the inventory asks nobody for a token (T10)',
    async (name) => {
      const { net, getToken, data } = await setUp({}, null);
      expect(await calls[name]?.(data)).toMatchObject({ problem: { kind: 'unavailable', reason: 'guard' } });
      expect(getToken).not.toHaveBeenCalled();
      expect([...net.lookups, ...net.connections]).toEqual([]);
    },
  );

  test('an inventory that cannot be read is an empty one', async () => {
    const { net, getToken } = await setUp();
    const find = () => Promise.reject(new Error('throttled'));
    const data = createRegistryData({ egress: egressOn(net), inventory: { find }, getToken });
    expect(await data.exchange(contoso, signal)).toMatchObject({ problem: { reason: 'guard' } });
    expect(getToken).not.toHaveBeenCalled();
  });

  test('takes a LoginServer, which the parser alone makes', async () => {
    const { data } = await setUp();
    expectTypeOf(data.exchange).parameter(0).toEqualTypeOf<LoginServer>();
    expectTypeOf(data.manifest).parameter(0).toEqualTypeOf<LoginServer>();
    expectTypeOf<string>().not.toExtend<LoginServer>();
  });

  test('500 hostile hosts, even past the types and in the inventory: no token arrives anywhere (T01)', async () => {
    const { net, recorder, getToken } = await setUp();
    const evil = await net.serve('20.62.128.66', {
      names: ['evil.example', '*.evil.example'],
      answer: (_request, response) => response.end('{"refresh_token":"r"}'),
    });
    const everywhere = {
      ...net.network,
      resolve: async () => ({ kind: 'found', addresses: ['20.62.128.66'], aliases: [] }) as const,
    };
    const data = createRegistryData({
      egress: egressOn({ network: everywhere }),
      inventory: { find: async () => ({ privateEndpoint: true }) },
      getToken,
    });
    const around = fc.constantFrom(
      '.evil.example',
      '@evil.example',
      '#',
      '/',
      '\\',
      ':8443',
      '?',
      '%00',
      '。',
      '\r\n',
      '.',
      ' ',
    );
    const host = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('', 'evil.example', 'x.evil.example'),
          around,
          fc.constantFrom('contoso.azurecr.io', ''),
        )
        .map((it) => it.join('')),
      fc.tuple(fc.constantFrom('contoso.azurecr.io', 'evil'), around, fc.domain()).map((it) => it.join('')),
      fc.domain(),
    );
    for (const hostile of fc.sample(host, 500)) {
      const answer = await data.granted(hostile as LoginServer, 'team/app', ['pull'], signal);
      expect(answer).toMatchObject({ ok: false });
    }
    expect(net.connections).toEqual([]);
    expect([...evil.requests, ...recorder.requests]).toEqual([]);
    expect(getToken).not.toHaveBeenCalled();
  });
});

describe('a token for one repository', () => {
  test('tells what was granted, which may be less', async () => {
    const { recorder, data } = await setUp();
    expect(await data.granted(contoso, 'team/app', ['pull', 'push'], signal)).toEqual(
      ok(['pull', 'metadata_read']),
    );
    expect(form(recorder.requests[1])).toEqual({
      grant_type: 'refresh_token',
      service: contoso,
      scope: 'repository:team/app:pull,push',
      refresh_token: 'refresh-of-contoso',
    });
  });

  test('shares the exchange with those that ask at the same time, and with none later', async () => {
    const { recorder, data } = await setUp();
    const ask = (action: string) => data.granted(contoso, 'team/app', [action], signal);
    await Promise.all([ask('pull'), ask('push'), data.exchange(contoso, signal)]);
    const exchanges = () => recorder.requests.filter(({ url }) => url === '/oauth2/exchange').length;
    expect([exchanges(), recorder.requests.length]).toEqual([1, 3]);
    await ask('pull');
    expect(exchanges()).toBe(2);
  });

  test('sends the refresh token to the host that issued it, over the same connection', async () => {
    const { net, data } = await setUp();
    await data.granted(contoso, 'team/app', ['pull'], signal);
    expect(net.connections).toEqual([`${address}:443`]);
  });

  test.each([
    ['../../x', ['pull']],
    ['team/app', ['pull repository:other:*']],
    ['team/app', ['*']],
    ['Team/App', ['pull']],
  ])('is not asked for with %j %j', async (repository, actions) => {
    const { getToken, data } = await setUp();
    expect(await data.granted(contoso, repository, actions, signal)).toMatchObject({
      problem: { reason: 'guard' },
    });
    expect(getToken).not.toHaveBeenCalled();
  });

  test.each(['not a token', '{"access_token":"a.b.c"}', '{"access_token":7}', '{}'])(
    'is not %j',
    async (body) => {
      const { data } = await setUp({ '/oauth2/token': (_request, response) => response.end(body) });
      expect(await data.granted(contoso, 'team/app', ['pull'], signal)).toMatchObject({
        problem: { kind: 'unavailable', reason: 'protocol' },
      });
    },
  );
});

describe('a sign-in that fails', () => {
  test.each([
    [{ kind: 'denied', action: 'oauth2/exchange' }, 401, '{}'],
    [{ kind: 'denied', action: 'oauth2/exchange' }, 403, '{}'],
    [
      { kind: 'unavailable', reason: 'connect', status: 403 },
      403,
      '{"errors":[{"code":"DENIED","message":"client with IP \'20.1.2.3\' is not allowed access."}]}',
    ],
    [{ kind: 'unavailable', reason: 'protocol', status: 404 }, 404, ''],
  ] as const)('at the registry: %j', async (problem, status, body) => {
    const { data } = await setUp({
      '/oauth2/exchange': (_request, response) => response.writeHead(status).end(body),
    });
    expect(await data.exchange(contoso, signal)).toEqual(failed(problem));
  });

  const refused = { kind: 'signed-out', code: 'AADSTS7000222' } as const;
  test.each([
    [refused, async () => failed(refused)],
    [refused, () => Promise.reject(new Refusal(refused))],
    [
      { kind: 'signed-out', code: 'CredentialUnavailableError' },
      () => Promise.reject(Object.assign(new Error('secret'), { name: 'CredentialUnavailableError' })),
    ],
    [{ kind: 'signed-out', code: 'unknown' }, () => Promise.reject('secret')],
  ] as const)('at Entra: %j', async (problem, getToken) => {
    const { net, recorder } = await setUp();
    const data = createRegistryData({
      egress: egressOn(net),
      inventory: { find: async () => ({ privateEndpoint: false }) },
      getToken,
    });
    expect(await data.exchange(contoso, signal)).toEqual(failed(problem));
    expect(recorder.requests).toEqual([]);
  });

  test('because Entra never answers', async () => {
    const { net } = await setUp();
    const data = createRegistryData({
      egress: egressOn(net, { token: 50 }),
      inventory: { find: async () => ({ privateEndpoint: false }) },
      getToken: () => new Promise(() => {}),
    });
    expect(await data.exchange(contoso, signal)).toEqual(
      failed({ kind: 'unavailable', reason: 'timeout', status: null }),
    );
  });

  test('on the way there', async () => {
    const { data } = await setUp({}, { privateEndpoint: false });
    const other = server('fabrikam.azurecr.io');
    expect(await data.exchange(other, signal)).toMatchObject({ problem: { reason: 'guard' } });
    const { net, getToken } = await setUp();
    net.dns(contoso, ['10.1.0.4']);
    const at = (privateEndpoint: boolean) =>
      createRegistryData({
        egress: egressOn(net),
        inventory: inventory({ [contoso]: { privateEndpoint } }),
        getToken,
      }).exchange(contoso, signal);
    expect(await at(false)).toMatchObject({ problem: { reason: 'guard' } });
    expect(await at(true)).toMatchObject({ problem: { reason: 'connect' } });
  });
});
