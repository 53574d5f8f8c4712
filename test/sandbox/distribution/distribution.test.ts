import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { findDistribution } from '../../../sandbox/distribution/process.js';
import type { Sandbox } from '../../../sandbox/open.js';
import { imagesOf } from '../../../sandbox/registry/images.js';
import { ask, running, server } from '../network/running.js';
import { nameIs, readCondition, refusalOf } from '../registry-lab.js';
import { Client, digestOf } from './pushing.js';

type Situation = Parameters<typeof running>[0];

const real = (situation: Situation = {}) => running(situation, { distribution: true });
const may = (role: string, more = {}) => ({
  roleAssignments: { ci: { principal: 'ci', role, scope: 'registry:contoso', ...more } },
});
const layer = randomBytes(70_000);
const pull = 'repository:team/app:pull';
const v1 = '/v2/team/app/manifests/v1';

function digestIn(sandbox: Sandbox, tag: string): string | undefined {
  const repository = sandbox.world().registries.get('contoso')?.repositories['team/app'];
  return imagesOf('team/app', repository ?? { tags: {}, readEnabled: true, writeEnabled: true }).find(
    ({ name }) => name === tag,
  )?.manifest.digest;
}

const folders = () => readdirSync(tmpdir()).filter((it) => it.startsWith('acr-help-distribution-'));

describe.skipIf(findDistribution() === null)(
  'with CNCF distribution behind it (skipped where docker-registry is not installed)',
  () => {
    test('what is pushed is kept, byte by byte, and listed', async () => {
      const client = new Client(await real(may('AcrPush')));
      const pushed = await client.push('new/tool', 'one', layer);
      expect([pushed.status, pushed.headers['docker-content-digest']]).toEqual([
        201,
        expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      ]);
      const manifest = await client.as('repository:new/tool:pull', 'GET', '/v2/new/tool/manifests/one');
      expect(JSON.parse(manifest.body).layers[0].digest).toBe(digestOf(layer));
      expect((await client.layer('new/tool', digestOf(layer))).bytes.equals(layer)).toBe(true);
      expect(await client.tags('new/tool')).toEqual(['one']);
      const catalog = await client.as('registry:catalog:*', 'GET', '/v2/_catalog?n=1');
      expect([JSON.parse(catalog.body), catalog.headers['link']]).toEqual([
        { repositories: ['new/tool'] },
        '</v2/_catalog?last=new%2Ftool&n=1>; rel="next"',
      ]);
    });

    test('images of the world are there, and follow its changes', async () => {
      const repositories = {
        'team/app': { tags: { v1: null, v2: { platforms: ['linux/amd64', 'linux/arm64'] } } },
      };
      const sandbox = await real({ changes: { fix: { registries: { contoso: { repositories } } } } });
      const client = new Client(sandbox);
      const before = await client.as(pull, 'HEAD', v1);
      expect(before.headers['docker-content-digest']).toBe(digestIn(sandbox, 'v1'));
      expect(sandbox.apply('fix')).toEqual([]);
      const after = await client.as(pull, 'GET', '/v2/team/app/manifests/v2');
      expect(after.headers['docker-content-digest']).toBe(digestIn(sandbox, 'v2'));
      const [child] = JSON.parse(after.body).manifests;
      expect(await client.status(pull, `/v2/team/app/manifests/${child.digest}`)).toBe(200);
      expect(refusalOf(await client.as(pull, 'GET', v1)).slice(0, 2)).toEqual([404, 'MANIFEST_UNKNOWN']);
      expect(await client.tags('team/app')).toEqual(['v2']);
    });

    test('a tag that was pushed anew stays what it is', async () => {
      const client = new Client(await real(may('AcrPush')));
      const { headers } = await client.push('team/app', 'v1', layer);
      const found = await client.as(pull, 'HEAD', v1);
      expect(found.headers['docker-content-digest']).toBe(headers['docker-content-digest']);
    });

    test("what is not there is told in the registry's words", async () => {
      const client = new Client(await real());
      expect(refusalOf(await client.as(pull, 'GET', '/v2/team/app/manifests/v9'))).toEqual([
        404,
        'MANIFEST_UNKNOWN',
        'manifest tagged by "v9" is not found',
      ]);
      const other = await client.as('repository:nobody/here:pull', 'GET', '/v2/nobody/here/manifests/v1');
      expect(refusalOf(other).slice(0, 2)).toEqual([404, 'NAME_UNKNOWN']);
      expect((await client.layer('team/app', digestOf(layer))).status).toBe(404);
    });

    test('roles decide who pushes', async () => {
      const client = new Client(await real(may('AcrPull')));
      expect(await client.status(pull, v1)).toBe(200);
      const refused = await client.push('team/app', 'v2', layer);
      expect([refused.status, refused.headers['www-authenticate']]).toEqual([
        401,
        expect.stringContaining('error="insufficient_scope"'),
      ]);
    });

    test('conditions decide which repositories', async () => {
      const condition = readCondition(nameIs('StringEqualsIgnoreCase', 'team/app'));
      const repositories = { 'team/app': { tags: { v1: {} } }, other: { tags: { v1: {} } } };
      const client = new Client(
        await real({
          registry: { mode: 'abac', repositories },
          ...may('Container Registry Repository Reader', { condition }),
        }),
      );
      expect(await client.status(pull, v1)).toBe(200);
      expect(await client.status('repository:other:pull', '/v2/other/manifests/v1')).toBe(401);
    });

    test('scope maps decide what a token may', async () => {
      const registry = {
        scopeMaps: { readers: { actions: ['repositories/team/app/content/read'] } },
        tokens: { 'ci-builds': { scopeMap: 'readers', passwords: { password1: {} } } },
      };
      const client = new Client(await real({ registry }), [
        'ci-builds',
        'sandbox-contoso-ci-builds-password1',
      ]);
      expect(await client.status(pull, v1)).toBe(200);
      expect((await client.push('team/app', 'v2', layer)).status).toBe(401);
      expect(
        (await client.as('repository:team/app:metadata_read', 'GET', '/v2/team/app/tags/list')).status,
      ).toBe(401);
    });

    test.each([
      [
        'a locked tag',
        { tags: { v1: { writeEnabled: false } } },
        'team/app',
        [405, 'REGISTRY_DISALLOWED_OPERATION'],
      ],
      [
        'a locked repository',
        { tags: { v1: {} }, writeEnabled: false },
        'team/app',
        [405, 'REGISTRY_DISALLOWED_OPERATION'],
      ],
    ])('%s takes no push', async (_, repository, name, expected) => {
      const client = new Client(
        await real({ ...may('AcrPush'), registry: { repositories: { [name]: repository } } }),
      );
      expect(refusalOf(await client.push(name, 'v1', layer)).slice(0, 2)).toEqual(expected);
      expect(await client.status(pull, v1)).toBe(200);
    });

    test('what was pushed to a repository that is locked for reading by then is not given', async () => {
      const repositories = { 'team/app': { readEnabled: false } };
      const sandbox = await real({
        ...may('AcrPush'),
        changes: { fix: { registries: { contoso: { repositories } } } },
      });
      const client = new Client(sandbox);
      await client.push('team/app', 'pushed', layer);
      sandbox.apply('fix');
      expect(await client.status(pull, '/v2/team/app/manifests/pushed')).toBe(405);
      expect((await client.layer('team/app', digestOf(layer))).status).toBe(405);
    });

    test('the firewall refuses on every path, throttling before everything', async () => {
      const closed = await real({ registry: { firewall: { default: 'deny' } } });
      for (const path of ['/v2/', '/oauth2/token', v1, '/v2/_catalog', '/acr/v1/_catalog', '/nothing']) {
        expect([path, (await ask(closed, `https://${server}${path}`)).status]).toEqual([path, 403]);
      }
      const faults = { busy: { host: server, http: { status: 429, retryAfter: 7 } } };
      const { status, headers } = await ask(await real({ faults }), `https://${server}${v1}`);
      expect([status, headers['retry-after']]).toEqual([429, '7']);
    });

    test('nobody is let in with a token of the sandbox itself or none, and old ones end by the clock of the world', async () => {
      const sandbox = await real();
      const none = await ask(sandbox, `https://${server}${v1}`);
      expect([none.status, none.headers['www-authenticate']]).toEqual([
        401,
        `Bearer realm="https://${server}/oauth2/token",service="${server}",scope="${pull}"`,
      ]);
      sandbox.advance(40 * 24 * 3_600_000);
      expect(await new Client(sandbox).status(pull, v1)).toBe(200);
    });

    test('closing stops it and takes its folder away', async () => {
      const before = folders();
      const sandbox = await real();
      expect(await new Client(sandbox).status(pull, v1)).toBe(200);
      const [folder = ''] = folders().filter((it) => !before.includes(it));
      expect(folder).not.toBe('');
      await sandbox.close();
      expect(folders()).not.toContain(folder);
    });
  },
);

describe('without it', () => {
  test('the own registry serves where it is not at hand, and who insists is told', async () => {
    expect(findDistribution('/nowhere:/nothing')).toBeNull();
    const path = process.env['PATH'];
    process.env['PATH'] = '/nowhere';
    try {
      const sandbox = await running({}, { distribution: 'if-present' });
      expect([sandbox.distribution, await new Client(sandbox).status(pull, v1)]).toEqual([false, 200]);
      await expect(running({}, { distribution: true })).rejects.toThrow('docker-registry');
    } finally {
      process.env['PATH'] = path;
    }
  });

  test('nothing of it is started unless it is asked for', async () => {
    expect((await running()).distribution).toBe(false);
  });
});
