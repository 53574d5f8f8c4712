import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hostsOf } from '../../sandbox/registry/hosts.js';
import { parsed } from './raw.js';
import { lab, type Parts, refusalOf, role, server } from './registry-lab.js';

const pull = 'repository:team/app:pull';
const push = 'repository:team/app:pull,push';
const sentence =
  'The operation is disallowed on this registry, repository or image. View troubleshooting steps at https://aka.ms/acr/faq/#why-does-my-pull-or-push-request-fail-with-disallowed-operation';
const disallowed = [405, 'REGISTRY_DISALLOWED_OPERATION', sentence];
const owner = (registry: Parts['registry'] = {}) => lab({ registry, roleAssignments: role('Owner') });

/** A registry in which one thing about team/app or its tag v1 is different. */
const with1 = (tag: object, repository: object = {}, more: object = {}) =>
  owner({ repositories: { 'team/app': { tags: { v1: tag, v2: {} }, ...repository } }, ...more });

const sha256 = (text = '') => `sha256:${createHash('sha256').update(text).digest('hex')}`;

describe('lists', () => {
  test('the catalog, in pages', async () => {
    const of = lab();
    const first = await of.as('registry:catalog:*', 'GET', '/v2/_catalog?n=1');
    expect(parsed(first)).toEqual({ repositories: ['team/app'] });
    const [, next = ''] = /^<(.+)>; rel="next"$/.exec(first.headers?.['link'] ?? '') ?? [];
    const second = await of.as('registry:catalog:*', 'GET', next);
    expect(parsed(second)).toEqual({ repositories: ['web'] });
    expect(second.headers).not.toHaveProperty('link');
  });

  test('null for a registry without repositories', async () => {
    const answer = await lab({ registry: { repositories: {} } }).as(
      'registry:catalog:*',
      'GET',
      '/acr/v1/_catalog',
    );
    expect(answer.body).toBe('{"repositories":null}');
  });

  test('tags', async () => {
    const scope = 'repository:team/app:metadata_read';
    expect(parsed(await lab().as(scope, 'GET', '/v2/team/app/tags/list'))).toEqual({
      name: 'team/app',
      tags: ['v1', 'v2'],
    });
    const missing = await lab().as(
      'repository:constructor:metadata_read',
      'GET',
      '/v2/constructor/tags/list',
    );
    expect(refusalOf(missing)).toEqual([404, 'NAME_UNKNOWN', 'repository name not known to registry']);
  });
});

describe('manifests', () => {
  test('of one platform, by tag and by digest', async () => {
    const of = lab();
    const byTag = await of.as(pull, 'GET', '/v2/team/app/manifests/v1');
    const digest = byTag.headers?.['docker-content-digest'] ?? '';
    expect(digest).toBe(sha256(byTag.body));
    expect(byTag.headers?.['content-type']).toBe('application/vnd.oci.image.manifest.v1+json');
    const byDigest = await of.as(pull, 'GET', `/v2/team/app/manifests/${digest}`);
    expect(byDigest.body).toBe(byTag.body);
    const head = await of.as(pull, 'HEAD', '/v2/team/app/manifests/v1');
    expect([head.status, head.body]).toEqual([200, undefined]);
    expect(head.headers?.['content-length']).toBe(String(byTag.body?.length));
  });

  test('of several platforms: an index, and each manifest by its digest', async () => {
    const of = lab();
    const index = parsed(await of.as(pull, 'GET', '/v2/team/app/manifests/v2'));
    const { manifests } = index as { manifests: { digest: string; platform: object }[] };
    expect(manifests.map(({ platform }) => platform)).toEqual([
      { os: 'linux', architecture: 'amd64' },
      { os: 'linux', architecture: 'arm64' },
    ]);
    for (const { digest } of manifests) {
      const answer = await of.as(pull, 'GET', `/v2/team/app/manifests/${digest}`);
      expect(sha256(answer.body)).toBe(digest);
    }
  });

  test.each([
    ['application/vnd.oci.image.manifest.v1+json, text/plain;q=0.5', 200],
    ['application/vnd.docker.distribution.manifest.v2+json', 404],
    ['', 404],
  ])('for a client that accepts "%s": %i', async (accept, status) => {
    expect((await lab().as(pull, 'GET', '/v2/team/app/manifests/v1', { accept })).status).toBe(status);
  });

  test('that are not there', async () => {
    const ask = async (path: string, scope = pull) => refusalOf(await lab().as(scope, 'GET', path));
    const unknown = 'manifest tagged by "v9" is not found';
    expect(await ask('/v2/team/app/manifests/v9')).toEqual([404, 'MANIFEST_UNKNOWN', unknown]);
    const byDigest = await ask(`/v2/team/app/manifests/${sha256()}`);
    expect(byDigest).toEqual([404, 'MANIFEST_UNKNOWN', 'manifest unknown']);
    expect((await ask('/v2/none/manifests/v1', 'repository:none:pull'))[1]).toBe('NAME_UNKNOWN');
  });
});

describe('layers', () => {
  async function layerOf(of: ReturnType<typeof lab>) {
    const manifest = parsed(await of.as(pull, 'GET', '/v2/team/app/manifests/v1'));
    const { layers } = manifest as { layers: { digest: string; size: number }[] };
    const [layer = { digest: '', size: 0 }] = layers;
    const redirect = await of.as(pull, 'GET', `/v2/team/app/blobs/${layer.digest}`);
    expect(redirect.status).toBe(307);
    return { ...layer, location: redirect.headers?.['location'] ?? '' };
  }

  test.each([
    [{}, 'acrcontoso.blob.core.windows.net'],
    [{ dataEndpoint: true }, 'contoso.westeurope.data.azurecr.io'],
    [{ privateEndpoints: { a: {} } }, 'contoso.westeurope.data.azurecr.io'],
    [
      { loginServer: 'contoso.azurecr.io', privateEndpoints: { a: { status: 'pending' } } },
      'acrcontoso.blob.core.windows.net',
    ],
  ])('with %j come from %s', async (registry, host) => {
    const of = lab({ registry });
    const { location, digest, size } = await layerOf(of);
    expect(new URL(location).host).toBe(host);
    expect([...of.world.registries.values()].flatMap(hostsOf)).toEqual([server, host]);
    const blob = await of.ask(location);
    expect([blob.status, sha256(blob.body), blob.body?.length]).toEqual([200, digest, size]);
    const head = await of.as(pull, 'HEAD', `/v2/team/app/blobs/${digest}`);
    expect(head.headers?.['content-length']).toBe(String(size));
  });

  test('links run out, cannot be made up, and take no Authorization', async () => {
    const of = lab({ changes: { fix: {}, later: { clock: '+21m' } } });
    const { location } = await layerOf(of);
    const sent = await of.ask(location, { headers: { authorization: 'Bearer x' } });
    expect(sent.status).toBe(400);
    expect(sent.body).toContain('<Code>InvalidAuthenticationInfo</Code>');
    expect((await of.ask(location.replace('sig=', 'sig=x'))).status).toBe(403);
    of.apply('later');
    expect((await of.ask(location)).status).toBe(403);
  });

  test('the firewall stands before a data endpoint, not before the storage', async () => {
    const at = async (registry: object) => {
      const of = lab({ registry: { ...registry, firewall: { default: 'deny', allow: ['203.0.113.7'] } } });
      const [found] = of.world.registries.values();
      const host = found?.dataEndpoint
        ? 'contoso.westeurope.data.azurecr.io'
        : 'acrcontoso.blob.core.windows.net';
      return (await of.ask(`https://${host}/x`)).body;
    };
    expect(await at({ dataEndpoint: true })).toContain('AuthorizationFailure');
    expect(await at({})).toContain('AuthenticationFailed');
  });

  test('a fault of the data endpoint speaks XML', async () => {
    const host = 'contoso.westeurope.data.azurecr.io';
    const situation = { faults: { f: { host, http: { status: 403 } } } };
    const answer = await lab({ registry: { dataEndpoint: true }, situation }).ask(`https://${host}/x`);
    expect([answer.status, answer.headers?.['content-type']]).toEqual([403, 'application/xml']);
  });

  test('that are not there', async () => {
    expect(refusalOf(await lab().as(pull, 'GET', `/v2/team/app/blobs/${sha256()}`))[1]).toBe('BLOB_UNKNOWN');
  });
});

describe('pushes', () => {
  const manifest = '{"schemaVersion":2}';

  test('are taken, step by step', async () => {
    const of = owner();
    const begun = await of.as(push, 'POST', '/v2/team/app/blobs/uploads/');
    expect(begun.status).toBe(202);
    const location = begun.headers?.['location'] ?? '';
    expect((await of.as(push, 'PATCH', location, {}, 'layer')).headers?.['range']).toBe('0-4');
    const done = await of.as(push, 'PUT', `${location}?digest=${sha256('layer')}`);
    expect([done.status, done.headers?.['docker-content-digest']]).toEqual([201, sha256('layer')]);
    expect((await of.as(push, 'PUT', `${location}?digest=x`)).status).toBe(400);
    const put = await of.as(push, 'PUT', '/v2/team/app/manifests/v3', {}, manifest);
    expect([put.status, put.headers?.['docker-content-digest']]).toEqual([201, sha256(manifest)]);
  });

  test('of a layer that is elsewhere in the registry mount it', async () => {
    const of = owner();
    const { config } = parsed(await of.as('repository:web:pull', 'GET', '/v2/web/manifests/latest')) as {
      config: { digest: string };
    };
    const mount = `/v2/team/app/blobs/uploads/?mount=${config.digest}&from=web`;
    expect((await of.as(push, 'POST', mount)).status).toBe(201);
  });

  test.each([
    ['a full registry', with1({}, {}, { usage: { Size: { current: 10, limit: 10 } } }), true],
    ['a locked repository', with1({}, { writeEnabled: false }), true],
    ['a locked tag', with1({ writeEnabled: false }), false],
  ])('to %s are disallowed', async (_, of, uploads) => {
    expect(refusalOf(await of.as(push, 'PUT', '/v2/team/app/manifests/v1', {}, manifest))).toEqual(
      disallowed,
    );
    const begun = await of.as(push, 'POST', '/v2/team/app/blobs/uploads/');
    expect(begun.status).toBe(uploads ? 405 : 202);
  });

  test('need the right to push', async () => {
    expect((await lab().as(push, 'PUT', '/v2/team/app/manifests/v1', {}, manifest)).status).toBe(401);
  });
});

describe('locks', () => {
  test.each([
    ['a locked tag', with1({ readEnabled: false }), 405],
    ['a locked repository', with1({}, { readEnabled: false }), 405],
    ['no lock', with1({}), 200],
    ['a lock of another kind', with1({ writeEnabled: false, deleteEnabled: false }), 200],
  ])('%s: a pull is answered with %3$i', async (_, of, status) => {
    expect((await of.as(pull, 'GET', '/v2/team/app/manifests/v1')).status).toBe(status);
  });

  test('quarantine withholds an image, by tag and by digest, but from who may see it', async () => {
    const quarantined = { repositories: { 'team/app': { tags: { v1: { quarantined: true } } } } };
    const path = '/v2/team/app/manifests/v1';
    const quarantine = { principal: 'ana', role: 'AcrQuarantineReader', scope: 'registry:contoso' };
    const roleAssignments = { ...role('AcrPull'), quarantine };
    expect((await owner(quarantined).as(pull, 'GET', path)).status).toBe(405);
    expect(refusalOf(await lab({ registry: quarantined }).as(pull, 'GET', path))).toEqual(disallowed);
    const cleared = await lab({ registry: quarantined, roleAssignments }).as(pull, 'GET', path);
    const digest = cleared.headers?.['docker-content-digest'];
    const byDigest = await lab({ registry: quarantined }).as(pull, 'GET', `/v2/team/app/manifests/${digest}`);
    expect([cleared.status, byDigest.status]).toEqual([200, 405]);
  });

  test.each([
    ['/v2/team/app/manifests/v1', {}, 202],
    ['/v2/team/app/manifests/v1', { deleteEnabled: false }, 405],
    ['/acr/v1/team/app/_tags/v1', {}, 202],
    ['/acr/v1/team/app/_tags/v1', { writeEnabled: false }, 405],
    ['/acr/v1/team/app', {}, 202],
    ['/acr/v1/team/app', { deleteEnabled: false }, 405],
    ['/acr/v1/team/app/_tags/v9', {}, 404],
  ])('DELETE %s of a tag with %j: %i', async (path, tag, status) => {
    expect((await with1(tag).as('repository:team/app:delete', 'DELETE', path)).status).toBe(status);
  });
});

describe('attributes', () => {
  const read = 'repository:team/app:metadata_read';
  const flags = { deleteEnabled: true, writeEnabled: true, readEnabled: true, listEnabled: true };

  test('of repository, tag and manifest', async () => {
    const of = with1({ deleteEnabled: false });
    const get = async (path: string) => parsed(await of.as(read, 'GET', `/acr/v1/team%2Fapp${path}`));
    const locked = { changeableAttributes: { ...flags, deleteEnabled: false } };
    expect(await get('')).toMatchObject({
      registry: server,
      imageName: 'team/app',
      tagCount: 2,
      changeableAttributes: flags,
    });
    const tag = await get('/_tags/v1');
    expect(tag).toMatchObject({ tag: { name: 'v1', ...locked } });
    const { digest } = tag['tag'] as { digest: string };
    expect(await get(`/_manifests/${digest}`)).toMatchObject({ manifest: { tags: ['v1'], ...locked } });
    expect(await get('/_tags')).toMatchObject({ tags: [{ name: 'v1' }, { name: 'v2' }] });
    expect((await get('/_manifests'))['manifests']).toHaveLength(2);
    expect(await get('/_tags/v9')).toHaveProperty('errors');
    expect(await get(`/_manifests/${sha256()}`)).toHaveProperty('errors');
  });

  test('a change is told', async () => {
    const path = '/acr/v1/team/app/_tags/v1';
    const change = (body: string) =>
      owner().as('repository:team/app:metadata_write', 'PATCH', path, {}, body);
    expect(parsed(await change('{"writeEnabled":false}'))).toMatchObject({
      tag: { changeableAttributes: { ...flags, writeEnabled: false } },
    });
    expect((await change('no')).status).toBe(400);
  });
});
