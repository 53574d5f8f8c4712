import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateCondition } from '../../src/checks/condition.js';

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';
const name = `@Request[${repositories}:name]`;
const request = { action: `${repositories}/content/read`, repository: 'team/app' };
const judge = (condition: string) => evaluateCondition(condition, request);
const yes = `${name} StringEquals 'team/app'`;

describe('what the grammar does not know is never judged', () => {
  test.each([
    '',
    '()',
    'true',
    yes.replace('@Request', '@Resource'),
    yes.replace('@Request', '@Principal'),
    yes.replace(':name', ':tag'),
    yes.replace('StringEquals', 'StringNotEquals'),
    yes.replace('StringEquals', 'StringLike'),
    yes.replace('StringEquals', 'StringLikeIgnoreCase'),
    yes.replace('StringEquals', 'ForAllOfAnyValues:StringEquals'),
    yes.replace('StringEquals', 'ForAnyOfAllValues:StringEquals'),
    yes.replace('StringEquals', 'StringEqualsForAnyOfAnyValues:'),
    `${name} GuidEquals {7f951dda-4ed3-4680-a7ca-43fe172d538d}`,
    `SubOperationMatches{'${request.action}'}`,
    `OperationMatches{'${request.action}'}`,
    `!(ActionMatches{${request.action}})`,
    `!(ActionMatches{'a\\'b'})`,
    `NOT (${name} ForAnyOfAnyValues:StringEquals {team/app})`,
    `NOT (${name} ForAnyOfAnyValues:StringEquals {'a', team/app})`,
    `Exists ${name}`,
    `NOT Exists ${name}`,
    `${yes} ${yes}`,
    `${yes})`,
    `(${yes}`,
    `${yes} OR`,
    `OR ${yes}`,
    `${yes} AND AND ${yes}`,
    `${yes} NOT`,
    `${yes} // and nothing else`,
  ])('%j', (condition) => expect(judge(condition)).toBe('cannot-evaluate'));

  test('a broken piece spoils a condition that would pass without it', () => {
    expect(judge(`${yes} OR (${yes}`)).toBe('cannot-evaluate');
    expect(judge(`${yes} OR ${yes.replace("'team/app'", '"team/app"')}`)).toBe('cannot-evaluate');
  });
});

/** A condition, and what it truly is: what the evaluator cannot read has a truth too. */
interface Sample {
  readonly text: string;
  readonly truth: boolean;
  readonly readable: boolean;
}

const atoms: readonly Sample[] = [
  { text: yes, truth: true, readable: true },
  { text: `${name} StringStartsWithIgnoreCase 'TEAM/'`, truth: true, readable: true },
  { text: `ActionMatches{'${repositories}/*/read'}`, truth: true, readable: true },
  { text: `${name} StringEqualsIgnoreCase 'other'`, truth: false, readable: true },
  { text: `ActionMatches{'${repositories}/content/write'}`, truth: false, readable: true },
  { text: `${name} StringLike 'team/*'`, truth: true, readable: false },
  { text: `${name} StringNotEquals 'team/app'`, truth: false, readable: false },
  { text: "@Principal[a:b] BoolEquals 'true'", truth: true, readable: false },
  { text: "@Environment[a:b] StringEquals 'x'", truth: false, readable: false },
];

const space = fc.constantFrom(' ', '\n', '  ', '\n\t');
const samples = (from: readonly Sample[]) =>
  fc.letrec<{ any: Sample }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(...from),
      fc.tuple(fc.constantFrom('!', 'NOT '), tie('any')).map(([sign, { text, truth, readable }]) => ({
        text: `${sign}(${text})`,
        truth: !truth,
        readable,
      })),
      fc
        .tuple(tie('any'), space, fc.constantFrom('AND', '&&', 'and'), space, tie('any'))
        .map(([a, before, sign, after, b]) => ({
          text: `(${a.text}${before}${sign}${after}${b.text})`,
          truth: a.truth && b.truth,
          readable: a.readable && b.readable,
        })),
      fc
        .tuple(tie('any'), space, fc.constantFrom('OR', '||', 'or'), space, tie('any'))
        .map(([a, before, sign, after, b]) => ({
          text: `(${a.text}${before}${sign}${after}${b.text})`,
          truth: a.truth || b.truth,
          readable: a.readable && b.readable,
        })),
    ),
  })).any;

describe('any condition', () => {
  test('gets one of three answers, whatever the text is', () => {
    const piece = fc.constantFrom(
      '(',
      ')',
      '!',
      'AND',
      'OR',
      ' ',
      "'",
      '{',
      '}',
      '@Request[',
      ']',
      yes,
      name,
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, fc.string(), fc.string(), (condition, action, repository) => {
        expect(['covers', 'excludes', 'cannot-evaluate']).toContain(
          evaluateCondition(condition, { action, repository }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test('that can be read is judged as logic has it', () => {
    fc.assert(
      fc.property(samples(atoms.filter(({ readable }) => readable)), ({ text, truth }) => {
        fc.pre(text.length <= 8192);
        expect(judge(text)).toBe(truth ? 'covers' : 'excludes');
      }),
      { numRuns: 2000 },
    );
  });

  test('that cannot be read in full is never judged against its truth', () => {
    fc.assert(
      fc.property(samples(atoms), ({ text, truth }) => {
        expect([truth ? 'covers' : 'excludes', 'cannot-evaluate']).toContain(judge(text));
      }),
      { numRuns: 2000 },
    );
  });
});
