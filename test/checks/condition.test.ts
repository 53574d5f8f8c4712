import { describe, expect, test } from 'vitest';
import { evaluateCondition } from '../../src/checks/condition.js';

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';
const name = `@Request[${repositories}:name]`;
const doing = (what: string) => `ActionMatches{'${repositories}/${what}'}`;
const judge = (condition: string, repository = 'team/app', action = 'content/read') =>
  evaluateCondition(condition, { action: `${repositories}/${action}`, repository });

/** The documented form: the named actions are limited to some repositories, all others are not. */
const limited = (which: string, ...actions: readonly string[]) =>
  `( ( ${actions.map((action) => `!(${doing(action)})`).join(' AND ')} ) OR ( ${which} ) )`;

describe('the documented forms', () => {
  const exact = limited(`${name} StringEqualsIgnoreCase 'team/app'`, 'content/read', 'metadata/read');
  const prefix = limited(`${name} StringStartsWithIgnoreCase 'team/'`, 'content/read');

  test('an exact name lets its repository pass and no other', () => {
    expect(judge(exact)).toBe('covers');
    expect(judge(exact, 'Team/App')).toBe('covers');
    expect(judge(exact, 'team/app2')).toBe('excludes');
    expect(judge(exact, 'team')).toBe('excludes');
  });

  test('an action that the condition does not name is not limited', () => {
    expect(judge(exact, 'other', 'content/write')).toBe('covers');
    expect(judge(exact, 'other', 'metadata/read')).toBe('excludes');
  });

  test('a prefix lets everything below it pass', () => {
    expect(judge(prefix)).toBe('covers');
    expect(judge(prefix, 'TEAM/x/y')).toBe('covers');
    expect(judge(`${name} StringStartsWithIgnoreCase 'TEAM/'`)).toBe('covers');
    expect(judge(prefix, 'team')).toBe('excludes');
    expect(judge(prefix, 'teams/app')).toBe('excludes');
  });

  test('a prefix without a slash takes its neighbours in', () => {
    expect(judge(`${name} StringStartsWith 'team'`, 'team-infra/app')).toBe('covers');
  });

  test('several names are joined with OR', () => {
    const several = limited(
      `${name} StringStartsWithIgnoreCase 'back/' OR ${name} StringEqualsIgnoreCase 'front'`,
      'content/read',
    );
    expect(judge(several, 'back/a')).toBe('covers');
    expect(judge(several, 'front')).toBe('covers');
    expect(judge(several, 'front/a')).toBe('excludes');
  });

  test('a list of names takes each of them in', () => {
    const list = `${name} ForAnyOfAnyValues:StringEqualsIgnoreCase {'A', 'team/APP'}`;
    expect(judge(list)).toBe('covers');
    expect(judge(list, 'b')).toBe('excludes');
    expect(judge(`${name} ForAnyOfAnyValues:StringStartsWith {'b/', 'team/'}`)).toBe('covers');
  });

  test('upper case counts only where the operator says so', () => {
    expect(judge(`${name} StringEquals 'Team/App'`)).toBe('excludes');
    expect(judge(`${name} StringEquals 'team/app'`)).toBe('covers');
    expect(judge(`${name} StringStartsWith 'Team/'`)).toBe('excludes');
    expect(judge(`${name} STRINGEQUALS 'team/app'`)).toBe('covers');
  });
});

describe('the wildcards of actions', () => {
  test.each(['*', 'content/*', '*/read', '*/*', 'content*re*d'])('%s means reading content', (pattern) => {
    expect(judge(limited(`${name} StringEquals 'b'`, pattern))).toBe('excludes');
  });

  test.each(['content/write', 'metadata/*', '*/write', '*/*/read'])('%s does not', (pattern) => {
    expect(judge(limited(`${name} StringEquals 'b'`, pattern))).toBe('covers');
  });

  test('one action of several is enough', () => {
    const several = `ActionMatches{'${repositories}/content/write', '${repositories}/content/read'}`;
    expect(judge(several)).toBe('covers');
    expect(judge(several, 'team/app', 'content/delete')).toBe('excludes');
  });

  test('a star is no wildcard in the name of a repository', () => {
    expect(judge(`${name} StringEquals 'team/*'`)).toBe('excludes');
    expect(judge(`${name} StringStartsWith '*'`)).toBe('excludes');
  });
});

describe('logic', () => {
  const yes = `${name} StringEquals 'team/app'`;
  const no = `${name} StringEquals 'b'`;
  const open = `@Resource[a:b] StringEquals 'c'`;

  test.each([
    [`${yes} AND ${yes}`, 'covers'],
    [`${yes} AND ${no}`, 'excludes'],
    [`${no} AND ${yes}`, 'excludes'],
    [`${no} OR ${yes}`, 'covers'],
    [`${yes} OR ${no}`, 'covers'],
    [`${no} OR ${no}`, 'excludes'],
    [`NOT ${no}`, 'covers'],
    [`!${yes}`, 'excludes'],
    [`!!${yes}`, 'covers'],
    [`NOT(NOT(${no}))`, 'excludes'],
    // NOT binds closer than AND, AND closer than OR.
    [`${yes} OR ${yes} AND ${no}`, 'covers'],
    [`(${yes} OR ${yes}) AND ${no}`, 'excludes'],
    [`!${no} OR ${yes} AND ${no}`, 'covers'],
    [`!${yes} AND ${no} OR ${yes}`, 'covers'],
    [`!(${yes} AND ${no})`, 'covers'],
    [`${yes}&&(${no}||${yes})`, 'covers'],
  ])('%s: %s', (condition, expected) => expect(judge(condition)).toBe(expected));

  test.each([
    [open, 'cannot-evaluate'],
    [`!${open}`, 'cannot-evaluate'],
    [`${yes} AND ${open}`, 'cannot-evaluate'],
    [`${open} AND ${yes}`, 'cannot-evaluate'],
    [`${no} OR ${open}`, 'cannot-evaluate'],
    [`${open} OR ${no}`, 'cannot-evaluate'],
    [`${open} OR ${yes}`, 'covers'],
    [`${yes} OR ${open}`, 'covers'],
    [`${open} AND ${no}`, 'excludes'],
    [`${no} AND ${open}`, 'excludes'],
    [`${open} AND ${open} OR ${yes}`, 'covers'],
  ])('what is not understood counts only where it decides: %s: %s', (condition, expected) => {
    expect(judge(condition)).toBe(expected);
  });

  test('parentheses nest as deep as people write, and not for ever', () => {
    const nested = (deep: number) => '('.repeat(deep) + yes + ')'.repeat(deep);
    expect(judge(nested(64))).toBe('covers');
    expect(judge(nested(65))).toBe('cannot-evaluate');
    expect(judge('!'.repeat(64) + yes)).toBe('covers');
    expect(judge('!'.repeat(65) + yes)).toBe('cannot-evaluate');
    expect(judge('!'.repeat(8000) + yes)).toBe('cannot-evaluate');
  });
});
