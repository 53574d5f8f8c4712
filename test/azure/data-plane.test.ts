import { describe, expect, test } from 'vitest';
import { type Answer, failed, ok } from '../../src/azure/answer.js';
import { contoso, signal } from './egress-on.js';
import { access, form, setUp } from './registry-with-data.js';

describe('a manifest', () => {
  const path = '/v2/team/app/manifests/v1';
  const answer = async (status: number, body: string, headers = {}) => {
    const set = await setUp({
      [path]: (_request, response) => response.writeHead(status, headers).end(body),
    });
    return { ...set, manifest: await set.data.manifest(contoso, 'team/app', 'v1', signal) };
  };

  test('of several platforms', async () => {
    const manifests = [
      { platform: { os: 'linux', architecture: 'amd64' } },
      { platform: { os: 'linux', architecture: 'arm64', variant: 'v8' } },
      { platform: { os: 'linux', architecture: 'arm64', variant: 'v9' } },
      { platform: { os: 'unknown', architecture: 'unknown' } },
      { platform: { os: '<script>', architecture: 'x' } },
      {},
    ];
    const { recorder, manifest } = await answer(200, JSON.stringify({ manifests }));
    expect(manifest).toEqual(ok({ platforms: ['linux/amd64', 'linux/arm64'] }));
    const { headers } = recorder.requests[2] ?? {};
    expect(headers?.['authorization']).toBe(`Bearer ${access}`);
    for (const type of [
      'oci.image.index.v1',
      'oci.image.manifest.v1',
      'distribution.manifest.v2',
      'distribution.manifest.list.v2',
    ]) {
      expect(headers?.['accept']).toContain(`${type}+json`);
    }
  });

  test('of one image, or too long to read', async () => {
    expect((await answer(200, '{"config":{},"layers":[]}')).manifest).toEqual(ok({ platforms: [] }));
    expect((await answer(200, JSON.stringify({ layers: 'a'.repeat(70_000) }))).manifest).toEqual(
      ok({ platforms: [] }),
    );
  });

  test.each([
    [{ ok: true, value: null }, 404, '{"errors":[{"code":"MANIFEST_UNKNOWN"}]}'],
    [failed({ kind: 'denied', action: 'pull' }), 401, '{"errors":[{"code":"UNAUTHORIZED"}]}'],
    [
      failed({ kind: 'denied', action: 'pull' }),
      403,
      '{"errors":[{"code":"DENIED","message":"requested access"}]}',
    ],
    [failed({ kind: 'throttled', retryAfterSeconds: 9 }), 429, ''],
    [failed({ kind: 'unavailable', reason: 'server-error', status: 503 }), 503, ''],
    [failed({ kind: 'unavailable', reason: 'protocol', status: 200 }), 200, 'oh'],
  ])('%j', async (expected, status, body) => {
    expect((await answer(status, body, { 'retry-after': '9' })).manifest).toEqual(expected);
  });

  test('behind a redirect is not fetched (T06)', async () => {
    const { recorder, manifest } = await answer(307, '', { location: `https://${contoso}/blob` });
    expect(manifest).toEqual(failed({ kind: 'unavailable', reason: 'protocol', status: 307 }));
    expect(recorder.requests.map(({ url }) => url)).not.toContain('/blob');
  });

  test.each(['a b', '../x', `sha256:${'A'.repeat(64)}`, 'v1?x=y', ''])(
    'is not asked for as %j',
    async (reference) => {
      const { getToken, data } = await setUp();
      expect(await data.manifest(contoso, 'team/app', reference, signal)).toMatchObject({
        problem: { reason: 'guard' },
      });
      expect(getToken).not.toHaveBeenCalled();
    },
  );
});

describe('attributes', () => {
  const digest = `sha256:${'a'.repeat(64)}`;
  const locked = { changeableAttributes: { readEnabled: true, writeEnabled: false, deleteEnabled: false } };
  test.each([
    ['/acr/v1/team/app', null, locked],
    ['/acr/v1/team/app/_tags/v1', 'v1', { tag: { name: 'v1', ...locked } }],
    [`/acr/v1/team/app/_manifests/${digest}`, digest, { manifest: locked }],
  ])('%s', async (path, reference, body) => {
    const { recorder, data } = await setUp({
      [path]: (_request, response) => response.end(JSON.stringify(body)),
    });
    expect(await data.attributes(contoso, 'team/app', reference, signal)).toEqual(
      ok({ readEnabled: true, writeEnabled: false, deleteEnabled: false }),
    );
    expect(form(recorder.requests[1])).toMatchObject({ scope: 'repository:team/app:metadata_read' });
  });

  test('of what is not there, and of a body that is none', async () => {
    const { data } = await setUp({ '/acr/v1/team/app': (_request, response) => response.end('{}') });
    expect(await data.attributes(contoso, 'team/app', 'v1', signal)).toEqual(ok(null));
    expect(await data.attributes(contoso, 'team/app', null, signal)).toEqual(
      failed({ kind: 'unavailable', reason: 'protocol', status: 200 }),
    );
  });
});

describe('names of tags', () => {
  const path = '/acr/v1/team/app/_tags?n=10&orderby=timedesc';
  const answer = async (status: number, body: string) => {
    const set = await setUp({ [path]: (_request, response) => response.writeHead(status).end(body) });
    return { ...set, tags: await set.data.tags(contoso, 'team/app', signal) };
  };
  const named = (...names: readonly unknown[]) =>
    JSON.stringify({ registry: contoso, tags: names.map((name) => ({ name, digest: 'x' })) });

  test('in the order of the registry, asked for with the right to read them', async () => {
    const { recorder, tags } = await answer(200, named('v2', 'latest', 'V_1.0-rc'));
    expect(tags).toEqual(ok(['v2', 'latest', 'V_1.0-rc']));
    expect(form(recorder.requests[1])).toMatchObject({ scope: 'repository:team/app:metadata_read' });
    expect(recorder.requests[2]?.headers).toMatchObject({
      accept: 'application/json',
      authorization: `Bearer ${access}`,
    });
  });

  test('leave out what no tag is called', async () => {
    const hostile = ['<b>', 'a b', 'a,b', '.x', '-x', '', 'a\n', '\u202ea', 'x'.repeat(129), 'ä'];
    expect((await answer(200, named(...hostile, 'v1'))).tags).toEqual(ok(['v1']));
  });

  test('may be none', async () => {
    for (const body of ['{"tags":[]}', '{"tags":null}', '{}']) {
      expect((await answer(200, body)).tags).toEqual(ok([]));
    }
  });

  type Row = readonly [Answer<null>, number, string];
  test.each<Row>([
    [ok(null), 404, '{"errors":[{"code":"NAME_UNKNOWN"}]}'],
    [failed({ kind: 'denied', action: 'metadata_read' }), 401, '{"errors":[{"code":"UNAUTHORIZED"}]}'],
    [failed({ kind: 'denied', action: 'metadata_read' }), 403, '{}'],
    [failed({ kind: 'throttled', retryAfterSeconds: null }), 429, ''],
    [failed({ kind: 'unavailable', reason: 'server-error', status: 500 }), 500, ''],
    [failed({ kind: 'unavailable', reason: 'protocol', status: 302 }), 302, ''],
    ...['{"tags":', '[]', 'null', '<html>', '{"tags":[{}]}', '{"tags":[{"name":7}]}', '{"tags":"v1"}'].map(
      (body): Row => [failed({ kind: 'unavailable', reason: 'protocol', status: 200 }), 200, body],
    ),
  ])('%j', async (expected, status, body) => {
    expect((await answer(status, body)).tags).toEqual(expected);
  });

  test.each(['../x', 'Team/App', 'a b', 'team/app?x=', ''])('are not asked for of %j', async (repository) => {
    const { getToken, data } = await setUp();
    expect(await data.tags(contoso, repository, signal)).toMatchObject({ problem: { reason: 'guard' } });
    expect(getToken).not.toHaveBeenCalled();
  });
});

describe('names of repositories', () => {
  const answer = async (status: number, body: string) => {
    const { data } = await setUp({
      '/acr/v1/_catalog?n=100': (_request, response) => response.writeHead(status).end(body),
    });
    return data.catalog(contoso, signal);
  };

  test('in the order of the registry', async () => {
    expect(await answer(200, '{"repositories":["b","team/app"]}')).toEqual(ok(['b', 'team/app']));
  });

  test('leave out what no repository is called', async () => {
    const hostile = ['<b>', 'A', 'a b', 'a,b', '../x', 'a//b', '', 'a\n', 'x'.repeat(256), 'ä'];
    expect(await answer(200, JSON.stringify({ repositories: [...hostile, 'app'] }))).toEqual(ok(['app']));
  });

  test('may be none', async () => {
    for (const body of ['{"repositories":[]}', '{"repositories":null}', '{}']) {
      expect(await answer(200, body)).toEqual(ok([]));
    }
  });

  test.each([
    [{ kind: 'denied', action: 'catalog' }, 401, '{"errors":[{"code":"UNAUTHORIZED"}]}'],
    [{ kind: 'denied', action: 'catalog' }, 403, '{}'],
    [{ kind: 'unavailable', reason: 'protocol', status: 404 }, 404, '{}'],
    [{ kind: 'throttled', retryAfterSeconds: null }, 429, ''],
    [{ kind: 'unavailable', reason: 'server-error', status: 503 }, 503, ''],
    ...['{"repositories":', '[]', 'null', '<html>', '{"repositories":[7]}', '{"repositories":"app"}'].map(
      (body) => [{ kind: 'unavailable', reason: 'protocol', status: 200 }, 200, body] as const,
    ),
  ] as const)('%j', async (problem, status, body) => {
    expect(await answer(status, body)).toEqual(failed(problem));
  });
});
