import { describe, expect, test } from 'vitest';
import { failed, ok } from '../../src/azure/answer.js';
import { findingOf, type Given, verdictOf } from './fakes.js';

const run = (given: Given) => verdictOf('image-exists', given);

describe('the image', () => {
  test('exists where its manifest is there', async () => {
    expect(await run({})).toBe('exists');
    expect(await run({ data: { manifest: async () => ok(null) } })).toBe('missing');
  });

  test('is asked for by repository and reference', async () => {
    const asked: unknown[] = [];
    await run({
      data: {
        manifest: async (...[host, repository, reference]) => {
          asked.push(host, repository, reference);
          return ok(null);
        },
      },
    });
    expect(asked).toEqual(['contoso.azurecr.io', 'team/app', 'v1']);
  });

  test('cannot be asked for without a name, or without access to the data', async () => {
    expect(await run({ subject: { repository: null } })).toBe('unknown: missing-fact');
    expect(await run({ subject: { reference: null } })).toBe('unknown: missing-fact');
    expect(await run({ data: null })).toBe('unknown: missing-right');
  });

  test('tells with whose sign-in it was looked for', async () => {
    expect(await findingOf('image-exists', { vantage: 'bot' })).toMatchObject({
      witness: 'bot',
      exposure: 'own',
    });
    expect(await findingOf('image-exists')).toMatchObject({ witness: 'person', exposure: 'own' });
  });
});

describe('what there is instead', () => {
  /** An image that is not there, in a registry with these tags and repositories. */
  const missing = (
    tags: readonly string[] | null,
    repositories: readonly string[] = [],
    repository = 'team/app',
  ): Given => ({
    subject: { repository },
    data: {
      manifest: async () => ok(null),
      tags: async () => ok(tags),
      catalog: async () => ok(repositories),
    },
  });
  const facts = async (given: Given) => (await findingOf('image-exists', given)).facts;

  test('other tags of the repository, five at most', async () => {
    expect(await facts(missing(['v2', 'v3'], ['team/ap']))).toEqual({ tags: 'v2, v3' });
    expect(await facts(missing(['a', 'b', 'c', 'd', 'e', 'f']))).toEqual({ tags: 'a, b, c, d, e' });
  });

  test.each([
    ['team/app', 'app'],
    ['app', 'team/app'],
    ['team/app', 'other/app'],
    ['team/app', 'a/b/app'],
    ['team/app', 'team/ap'],
    ['team/app', 'team/apps'],
    ['team/app', 'team/aqp'],
    ['team/app', 'tema/app'],
    ['team/app', 'team/ppa'],
    ['app', 'api'],
  ])('for %s the repository %s', async (wanted, name) => {
    for (const tags of [null, []]) {
      expect(await facts(missing(tags, ['x/y', name], wanted))).toEqual({ repositories: name });
    }
  });

  test.each([
    ['team/app', 'team/app'],
    ['team/app', 'team/web'],
    ['team/app', 'team/app/base'],
    ['team/app', 'team'],
    ['ui', 'db'],
    ['ui', 'un'],
    ['app', 'web'],
    ['app', 'art'],
    ['team/frontend', 'team/fronxyzd'],
  ])('for %s not %s', async (wanted, name) => {
    expect(await facts(missing(null, [name], wanted))).toEqual({});
  });

  test('five repositories at most', async () => {
    const names = ['a/app', 'b/app', 'c/app', 'd/app', 'e/app', 'f/app'];
    expect(await facts(missing(null, names))).toEqual({ repositories: names.slice(0, 5).join(', ') });
  });

  test('is not looked for with the bot’s sign-in', async () => {
    const refused = () => Promise.reject(new Error('asked'));
    for (const data of [
      missing(['v2']).data,
      { manifest: async () => ok(null), tags: refused, catalog: refused },
    ]) {
      expect(await findingOf('image-exists', { vantage: 'bot', data: data ?? null })).toMatchObject({
        verdict: 'missing',
        facts: {},
      });
    }
  });

  test('is not looked for where the image is there', async () => {
    const refused = () => Promise.reject(new Error('asked'));
    expect(await findingOf('image-exists', { data: { tags: refused, catalog: refused } })).toMatchObject({
      verdict: 'exists',
      facts: {},
    });
  });

  test('is left out where it may not be read', async () => {
    const denied = async () => failed({ kind: 'denied', action: 'x' } as const);
    const without = (some: Given['data']): Given => ({ data: { ...missing(null, ['app']).data, ...some } });
    expect(await facts(without({ tags: denied }))).toEqual({ repositories: 'app' });
    expect(await facts(without({ catalog: denied }))).toEqual({});
    expect(await run(without({ tags: denied, catalog: denied }))).toBe('missing');
  });

  test('is asked of the same registry', async () => {
    const asked: unknown[] = [];
    const data: Given['data'] = {
      manifest: async () => ok(null),
      tags: async (host, repository) => {
        asked.push(host, repository);
        return ok(null);
      },
      catalog: async (host) => {
        asked.push(host);
        return ok([]);
      },
    };
    await facts({ data });
    expect(asked).toEqual(['contoso.azurecr.io', 'team/app', 'contoso.azurecr.io']);
  });
});
