import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../../../sandbox/logs/tokens.js';
import { failuresQuery, literal } from '../../../src/azure/login-events/query.js';

/** What the language makes of the query is told by the sandbox's reader of it, which shares nothing with its writer. */

const words = (query: string): readonly string[] =>
  tokensOf(query).map(({ kind, text }) => (kind === 'string' ? 'a string' : text));

test('the query for an identity and an address', () => {
  const wanted = {
    identities: ['dana@contoso.com', "o'neill@contoso.com"],
    addresses: ['203.0.113.7'],
    onlyThese: true,
  };
  expect(failuresQuery('contoso.azurecr.io', wanted)).toMatchInlineSnapshot(`
    "ContainerRegistryLoginEvents
    | where LoginServer =~ 'contoso.azurecr.io'
    | where ResultDescription != '200'
    | extend Wanted = Identity in~ ('dana@contoso.com', 'o\\'neill@contoso.com') or CallerIpAddress in ('203.0.113.7')
    | where Wanted
    | project TimeGenerated, Identity, CallerIpAddress, ResultDescription, UserAgent, Wanted
    | order by Wanted desc, TimeGenerated desc
    | take 51"
  `);
});

describe('no value gets out of its literal', () => {
  /** Texts that somebody would try, beside any text at all. */
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(
          "'",
          '\\',
          '"',
          '|',
          '\n',
          '\r',
          '\u2028',
          '//',
          ' or true',
          ')',
          'take 1',
          '\\u0027',
          "'''",
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join('')),
  );

  test('a literal reads as the text that it was made of', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tokensOf(literal(text))).toEqual([{ kind: 'string', text }]);
        expect(literal(text)).toMatch(/^[ -~]*$/);
      }),
    );
  });

  test('a query has the words of a harmless one, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.array(hostile), fc.array(hostile), fc.boolean(), (identities, addresses, onlyThese) => {
        const query = failuresQuery('contoso.azurecr.io', {
          identities: ['dana', ...identities],
          addresses: ['203.0.113.7', ...addresses],
          onlyThese,
        });
        const harmless = failuresQuery('contoso.azurecr.io', {
          identities: ['dana'],
          addresses: ['203.0.113.7'],
          onlyThese,
        });
        const withoutMore = words(query)
          .join(' ')
          .replaceAll(/(?:, a string)+/g, '')
          .replaceAll(/ +/g, ' ');
        expect(withoutMore.replaceAll(' , a string', '')).toBe(words(harmless).join(' '));
      }),
    );
  });

  test('what is no identity or address is not even asked for', () => {
    const wanted = {
      identities: ["x') or true or Identity in ('"],
      addresses: ['1.2.3.4 or'],
      onlyThese: true,
    };
    expect(failuresQuery('contoso.azurecr.io', wanted)).toContain('extend Wanted = false');
  });
});
