import { describe, expect, test } from 'vitest';
import { coversScope } from '../../src/checks/scope-map.js';
import type { Operation } from '../../src/knowledge/vocabulary.js';

const covers = (operation: Operation, ...actions: readonly string[]) =>
  coversScope(actions, 'team/app', operation);
const own = (action: string) => `repositories/team/app/${action}`;

describe('the actions that an operation needs', () => {
  test.each([
    ['pull', ['content/read']],
    ['push', ['content/read', 'content/write']],
    ['delete', ['content/delete']],
    ['list', ['metadata/read']],
    ['manage', ['metadata/write']],
    ['other', ['content/read']],
  ] as const)('%s: %j, all of them and no others', (operation, needed) => {
    expect(covers(operation, ...needed.map(own))).toBe(true);
    for (const missing of needed) {
      expect(covers(operation, ...needed.filter((it) => it !== missing).map(own))).toBe(false);
    }
    expect(covers(operation)).toBe(false);
    const others = ['content/read', 'content/write', 'content/delete', 'metadata/read', 'metadata/write'];
    expect(covers(operation, ...others.filter((it) => !needed.some((n) => n === it)).map(own))).toBe(false);
  });

  test('a sign-in needs none', () => expect(covers('login')).toBe(true));

  test('the rules of a map add up', () => {
    expect(covers('push', 'repositories/*/content/read', own('content/write'))).toBe(true);
    expect(covers('push', own('content/read'), 'repositories/other/content/write')).toBe(false);
  });
});

describe('the repositories of a rule', () => {
  test.each([
    ['team/app', true],
    ['*', true],
    ['team/*', true],
    ['team', false],
    ['team/app/*', false],
    ['team/app2', false],
    ['tea/*', false],
    ['Team/App', false],
    ['te*', false],
    ['*/app', false],
    ['team/*/app', false],
    ['', false],
  ])('%s: %s', (pattern, expected) => {
    expect(covers('pull', `repositories/${pattern}/content/read`)).toBe(expected);
  });

  test('a prefix goes down any number of levels', () => {
    expect(coversScope(['repositories/a/*/content/read'], 'a/b/c/d', 'pull')).toBe(true);
  });

  test('a repository may be called like an action', () => {
    expect(coversScope(['repositories/content/read/content/read'], 'content/read', 'pull')).toBe(true);
    expect(coversScope(['repositories/content/read'], 'content', 'pull')).toBe(false);
  });

  test.each([
    'content/read',
    'repositories/content/read',
    'team/app/content/read',
    'repositorieX/team/app/content/read',
    'repositories/*',
    '*',
    '',
  ])('what is no rule (%j) gives nothing', (action) => expect(covers('pull', action)).toBe(false));
});
