import { describe, expect, test } from 'vitest';
import { matchesAction } from '../../src/checks/action-pattern.js';

const read = 'Microsoft.ContainerRegistry/registries/repositories/content/read';

describe('a pattern of actions', () => {
  test.each([
    read,
    read.toUpperCase(),
    '*',
    '**',
    '*/read',
    'Microsoft.ContainerRegistry/*',
    'Microsoft.ContainerRegistry/registries/*/read',
    'Microsoft.ContainerRegistry/*/content/*',
    '*repositories*content*',
    `${read}*`,
    `*${read}`,
  ])('%s takes in the action', (pattern) => expect(matchesAction(pattern, read)).toBe(true));

  test.each([
    '',
    'read',
    '*/write',
    'Microsoft.ContainerRegistry/registries/repositories',
    'Microsoft.ContainerRegistry/registries/*/metadata/*',
    'Microsoft.Storage/*',
    `${read}/*`,
    '*/content',
    'content*',
    '*content*repositories*',
  ])('%s does not', (pattern) => expect(matchesAction(pattern, read)).toBe(false));

  test('the text before and after a star may not overlap', () => {
    expect(matchesAction('ab*bc', 'abc')).toBe(false);
    expect(matchesAction('ab*b*bc', 'abbc')).toBe(false);
    expect(matchesAction('ab*bc', 'abbc')).toBe(true);
  });
});
