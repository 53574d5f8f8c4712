import { describe, expect, test } from 'vitest';
import { failed, ok, type Problem } from '../../src/azure/answer.js';
import { contoso, signal } from './egress-on.js';
import { form, setUp } from './registry-with-data.js';

const list = '/acr/v1/_catalog?n=100';
const names: Parameters<typeof setUp>[0] = {
  [list]: (_request, response) => response.end('{"repositories":["team/app"]}'),
};

describe('a token for the list of repositories', () => {
  test('is asked for after the exchange, for the list alone, and used for it', async () => {
    const { net, recorder, getToken, data } = await setUp({
      ...names,
      '/oauth2/token': (_request, response) => response.end('{"access_token":"for the list"}'),
    });
    expect(await data.catalog(contoso, signal)).toEqual(ok(['team/app']));
    const [exchange, token, answer] = recorder.requests;
    expect(recorder.requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /oauth2/exchange',
      'POST /oauth2/token',
      `GET ${list}`,
    ]);
    expect(form(exchange)).toMatchObject({ grant_type: 'access_token', access_token: 'entra-token' });
    expect(form(token)).toEqual({
      grant_type: 'refresh_token',
      service: contoso,
      scope: 'registry:catalog:*',
      refresh_token: 'refresh-of-contoso',
    });
    expect(answer?.headers['authorization']).toBe('Bearer for the list');
    expect(answer?.headers['accept']).toBe('application/json');
    expect(getToken).toHaveBeenCalledOnce();
    expect(net.connections).toHaveLength(1);
  });

  test('shares the exchange with others that ask at the same time', async () => {
    const { recorder, data } = await setUp(names);
    await Promise.all([data.catalog(contoso, signal), data.granted(contoso, 'team/app', ['pull'], signal)]);
    expect(recorder.requests.filter(({ url }) => url === '/oauth2/exchange')).toHaveLength(1);
  });

  test.each([
    [{ kind: 'denied', action: 'catalog' }, 401, '{"errors":[{"code":"UNAUTHORIZED"}]}'],
    [{ kind: 'denied', action: 'catalog' }, 403, '{}'],
    [{ kind: 'unavailable', reason: 'protocol', status: 404 }, 404, '{}'],
    [{ kind: 'throttled', retryAfterSeconds: null }, 429, ''],
    [{ kind: 'unavailable', reason: 'server-error', status: 502 }, 502, ''],
    [{ kind: 'unavailable', reason: 'protocol', status: 200 }, 200, '{"access_token":'],
    [{ kind: 'unavailable', reason: 'protocol', status: 200 }, 200, '{"access_token":""}'],
  ] satisfies [Problem, number, string][])('is not given: %j', async (problem, status, body) => {
    const { recorder, data } = await setUp({
      ...names,
      '/oauth2/token': (_request, response) => response.writeHead(status).end(body),
    });
    expect(await data.catalog(contoso, signal)).toEqual(failed(problem));
    expect(recorder.requests).toHaveLength(2);
  });

  test('is not asked for where the exchange is refused', async () => {
    const { recorder, data } = await setUp({
      ...names,
      '/oauth2/exchange': (_request, response) => response.writeHead(401).end('{}'),
    });
    expect(await data.catalog(contoso, signal)).toEqual(
      failed({ kind: 'denied', action: 'oauth2/exchange' }),
    );
    expect(recorder.requests).toHaveLength(1);
  });

  test('is asked of no registry outside the inventory (T10)', async () => {
    const { net, getToken, data } = await setUp(names, null);
    for (const answer of [data.catalog(contoso, signal), data.tags(contoso, 'team/app', signal)]) {
      expect(await answer).toMatchObject({ problem: { reason: 'guard' } });
    }
    expect(getToken).not.toHaveBeenCalled();
    expect([...net.lookups, ...net.connections]).toEqual([]);
  });
});
