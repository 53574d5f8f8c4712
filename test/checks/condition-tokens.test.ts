import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../src/checks/condition-tokens.js';

const name = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]';
const sign = (text: string) => ({ kind: 'sign', sign: text });
const atom = (title: string, operator: string, ...values: string[]) => ({
  kind: 'atom',
  name: title,
  operator,
  values,
});

describe('the pieces of a condition', () => {
  test.each([
    ['', []],
    [' \n\t', []],
    ['()', [sign('('), sign(')')]],
    ['! NOT not', [sign('NOT'), sign('NOT'), sign('NOT')]],
    ['AND && and', [sign('AND'), sign('AND'), sign('AND')]],
    ['OR || or', [sign('OR'), sign('OR'), sign('OR')]],
    ["ActionMatches{'A/Read'}", [atom('actionmatches', '', 'A/Read')]],
    ["actionmatches {'a', 'b'}", [atom('actionmatches', '', 'a', 'b')]],
    ["SubOperationMatches{'Blob.List'}", [atom('suboperationmatches', '', 'Blob.List')]],
    ["@Principal[x:y] StringEquals 'It'", [atom('@principal[x:y]', 'stringequals', 'It')]],
    [`${name}StringEquals'a'`, [atom(name.toLowerCase(), 'stringequals', 'a')]],
    [`${name} StringEquals ''`, [atom(name.toLowerCase(), 'stringequals', '')]],
    [
      `${name} ForAnyOfAnyValues:StringEquals {'a' , 'B'}`,
      [atom(name.toLowerCase(), 'foranyofanyvalues:stringequals', 'a', 'B')],
    ],
  ])('%j is cut', (condition, tokens) => expect(tokensOf(condition)).toEqual(tokens));

  test.each(['{7f951dda, b93aa761}', "{'a' 'b'}", "{'a', b}", "{'a\\'b'}", '{}', "{'a',}"])(
    'the list %s is not of the known forms, so it has no values',
    (list) => {
      expect(tokensOf(`${name} ForAnyOfAnyValues:StringEquals ${list}`)).toEqual([
        atom(name.toLowerCase(), 'foranyofanyvalues:stringequals'),
      ]);
    },
  );

  test.each([
    'hello',
    'ANDROID',
    'ORDER',
    'NOTHING',
    '&',
    '|',
    name,
    `${name} StringEquals`,
    `${name} StringEquals "a"`,
    `${name} StringEquals 'a`,
    `${name} StringEquals 'it\\'s'`,
    `${name} StringEquals ${name}`,
    `Exists ${name}`,
    "ActionMatches'a'",
    "ActionMatches{'a'",
    `() ; ${name} StringEquals 'a'`,
  ])('%j is not read', (condition) => expect(tokensOf(condition)).toBeNull());

  test('a condition as long as Azure allows is read, a longer one is not', () => {
    expect(tokensOf('('.repeat(8192))).toHaveLength(8192);
    expect(tokensOf('('.repeat(8193))).toBeNull();
  });

  test('one call leaves nothing behind for the next', () => {
    expect(tokensOf('( x')).toBeNull();
    expect(tokensOf('(')).toEqual([sign('(')]);
  });
});
