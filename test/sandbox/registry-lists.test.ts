import { describe, expect, test } from 'vitest';
import { parsed } from './raw.js';
import { authenticationRequired, type Lab, lab, refusalOf, role, server } from './registry-lab.js';

/** Lists of repositories and tags: their pages, and who may see them. */

const catalog = 'registry:catalog:*';
const metadata = 'repository:team/app:metadata_read';
const names = ['app', 'base/linux', 'base/windows', 'tools', 'web'];
// Pushed in this order; by name it is another one.
const tags = ['v2', 'v10', 'v1', 'latest', 'beta'];
const registry = {
  repositories: {
    ...Object.fromEntries(names.toReversed().map((name) => [name, { tags: {} }])),
    'team/app': { tags: Object.fromEntries(tags.map((tag) => [tag, {}])) },
  },
};

const nextOf = (link: string | undefined) => /^<(\/[^>]+)>; rel="next"$/.exec(link ?? '')?.[1] ?? null;

/** Every page from a path on, by the links alone. */
async function pages(of: Lab, scope: string, path: string) {
  const found: Record<string, unknown>[] = [];
  for (let next: string | null = path; next !== null && found.length < 9; ) {
    const answer = await of.as(scope, 'GET', next);
    expect(answer.status).toBe(200);
    found.push(parsed(answer));
    next = nextOf(answer.headers?.['link']);
  }
  return found;
}

describe('the catalog', () => {
  test.each(['/v2/_catalog', '/acr/v1/_catalog'])(
    '%s comes in pages, each once and by name',
    async (path) => {
      const found = await pages(lab({ registry }), catalog, `${path}?n=4`);
      expect(found).toEqual([
        { repositories: ['app', 'base/linux', 'base/windows', 'team/app'] },
        { repositories: ['tools', 'web'] },
      ]);
    },
  );

  test.each([
    ['?last=base/windows', ['team/app', 'tools', 'web']],
    // A name that is not there.
    ['?last=b&n=1', ['base/linux']],
    ['?last=zz', []],
  ])('begins after what %s names', async (query, repositories) => {
    const answer = await lab({ registry }).as(catalog, 'GET', `/v2/_catalog${query}`);
    expect(parsed(answer)).toEqual({ repositories });
  });

  test.each([
    ['legacy', 'AcrPull', 200],
    ['legacy', 'AcrDelete', 401],
    ['abac', 'Container Registry Repository Catalog Lister', 200],
    ['abac', 'Container Registry Repository Reader', 401],
    ['abac', 'Container Registry Repository Contributor', 401],
  ])('in mode %s with %s: %i', async (mode, name, status) => {
    const of = lab({ registry: { ...registry, mode }, roleAssignments: role(name) });
    for (const path of ['/v2/_catalog', '/acr/v1/_catalog']) {
      const answer = await of.as(catalog, 'GET', path);
      expect(answer.status).toBe(status);
      if (status === 200) continue;
      expect(refusalOf(answer)).toEqual(authenticationRequired);
      expect(parsed(answer)['errors']).toMatchObject([
        { detail: [{ Type: 'registry', Name: 'catalog', Action: '*' }] },
      ]);
      expect(answer.headers?.['www-authenticate']).toBe(
        `Bearer realm="https://${server}/oauth2/token",service="${server}",scope="${catalog}",error="insufficient_scope"`,
      );
    }
  });
});

describe('tags', () => {
  test('of /v2 come in pages with their repository', async () => {
    expect(await pages(lab({ registry }), metadata, '/v2/team/app/tags/list?n=2')).toEqual([
      { name: 'team/app', tags: ['beta', 'latest'] },
      { name: 'team/app', tags: ['v1', 'v10'] },
      { name: 'team/app', tags: ['v2'] },
    ]);
  });

  test.each([
    ['', ['beta', 'latest', 'v1', 'v10', 'v2']],
    ['&orderby=timeasc', tags],
    ['&orderby=timedesc', tags.toReversed()],
  ])('of /acr/v1 come in pages with%s in their order', async (order, expected) => {
    const found = await pages(lab({ registry }), metadata, `/acr/v1/team%2Fapp/_tags?n=2${order}`);
    const listed = found.map((page) => page['tags'] as { name: string; createdTime: string }[]);
    expect(listed.map((page) => page.length)).toEqual([2, 2, 1]);
    expect(listed.flat().map(({ name }) => name)).toEqual(expected);
    if (order === '') return;
    const times = listed.flat().map(({ createdTime }) => createdTime);
    expect(order.endsWith('asc') ? times : times.toReversed()).toEqual(times.toSorted());
  });

  test('are not for who may only list repositories, nor the other way round', async () => {
    const of = lab({
      registry: { ...registry, mode: 'abac' },
      roleAssignments: role('Container Registry Repository Catalog Lister'),
    });
    for (const path of ['/v2/team/app/tags/list', '/acr/v1/team/app/_tags']) {
      expect((await of.as(metadata, 'GET', path)).status).toBe(401);
    }
    expect((await lab({ registry }).as(metadata, 'GET', '/v2/_catalog')).status).toBe(401);
  });

  test('of a repository that is not there are not found', async () => {
    const of = lab({ registry });
    for (const path of ['/v2/none/tags/list', '/acr/v1/none/_tags']) {
      const answer = await of.as('repository:none:metadata_read', 'GET', path);
      expect(refusalOf(answer).slice(0, 2)).toEqual([404, 'NAME_UNKNOWN']);
    }
  });
});
