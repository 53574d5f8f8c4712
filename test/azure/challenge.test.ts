import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_CHALLENGE, ownerOf, parseChallenges } from '../../src/azure/challenge.js';
import { challenge, contoso } from './egress-on.js';

const read = (header: string) =>
  parseChallenges(header)?.map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]) ?? null;

describe('the parser', () => {
  test.each([
    [challenge, [['bearer', { realm: `https://${contoso}/oauth2/token`, service: contoso }]]],
    ['bEARER Realm = "a" ,\tservice=b', [['bearer', { realm: 'a', service: 'b' }]]],
    [
      'Basic realm="x, y=z", Bearer realm="a\\"b"',
      [
        ['basic', { realm: 'x, y=z' }],
        ['bearer', { realm: 'a"b' }],
      ],
    ],
    ['Negotiate', [['negotiate', {}]]],
    [', ,Bearer realm="",', [['bearer', { realm: '' }]]],
    ['', []],
  ])('reads %j', (header, expected) => expect(read(header)).toEqual(expected));

  test.each([
    'Bearer realm="open',
    'Bearer realm="a\\',
    'Bearer realm="a",realm="b"',
    'realm="a"',
    'Bearer realm="a";service="b"',
    'Bearer "a"',
    'Bearer réalm="a"',
    `Bearer realm="${'a'.repeat(LONGEST_CHALLENGE)}"`,
  ])('refuses %j', (header) => expect(read(header)).toBeNull());

  test('10 000 headers: an answer each, at once (T07)', () => {
    const piece = fc.constantFrom(
      'Bearer',
      'Basic',
      ' ',
      ',',
      '=',
      '"',
      '\\',
      'realm',
      'service',
      contoso,
      'é',
      '\t',
    );
    const header = fc.oneof(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(header, (text) => {
        expect(['own', 'foreign', 'none']).toContain(ownerOf(text, contoso));
      }),
      { numRuns: 10_000 },
    );
  });

  test('time is linear in the length', () => {
    for (const unit of ['"', '\\', ',', 'a=', 'a="",', 'Bearer ', ' ']) {
      const began = performance.now();
      parseChallenges(unit.repeat(LONGEST_CHALLENGE).slice(0, LONGEST_CHALLENGE));
      expect(performance.now() - began).toBeLessThan(100);
    }
  });
});

describe('a challenge belongs to', () => {
  test.each([
    ['own', challenge],
    ['own', `${challenge},scope="registry:catalog:*",error="invalid_token"`],
    ['own', `Basic realm="https://evil.example", ${challenge}`],
    ['foreign', challenge.replace('https', 'http')],
    ['foreign', challenge.replace('/oauth2/token', '/oauth2/token/')],
    ['foreign', challenge.replace('/oauth2/token', ':8443/oauth2/token')],
    ['foreign', challenge.replace(`https://${contoso}`, 'https://evil.example')],
    ['foreign', challenge.replace(`https://${contoso}`, `https://${contoso}@evil.example`)],
    ['foreign', challenge.replace(`service="${contoso}"`, 'service="evil.azurecr.io"')],
    ['foreign', `${challenge}, Bearer realm="https://evil.example/oauth2/token",service="${contoso}"`],
    ['foreign', `Bearer realm="https://evil.example/oauth2/token", ${challenge}`],
    ['none', 'Bearer'],
    ['none', `Bearer realm="https://${contoso}/oauth2/token"`],
    ['none', `Basic realm="https://${contoso}/oauth2/token"`],
    ['none', 'Bearer realm="broken'],
    ['none', undefined],
  ])('%s: %s', (owner, header) => expect(ownerOf(header, contoso)).toBe(owner));
});
