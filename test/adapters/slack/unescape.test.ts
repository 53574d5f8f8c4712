import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unescaped } from '../../../adapters/slack/unescape.js';
import { asSlack } from '../../fakes/slack/as-slack.js';

describe('undoes what Slack made of a text', () => {
  test.each([
    ['a &lt;none&gt; &amp; b', 'a <none> & b'],
    ['&amp;lt;', '&lt;'],
    ['&amp;amp;lt;', '&amp;lt;'],
    ['<http://contoso.azurecr.io|contoso.azurecr.io>', 'contoso.azurecr.io'],
    [
      'Get "<https://contoso.azurecr.io/v2/>": unauthorized',
      'Get "https://contoso.azurecr.io/v2/": unauthorized',
    ],
    ['<https://aka.ms/acr/firewall|here>', 'here (https://aka.ms/acr/firewall)'],
    ['<https://x.example/?a=1&amp;b=2>', 'https://x.example/?a=1&b=2'],
    ['<http://a.example|a&amp;b>', 'a&b (http://a.example)'],
    ['<mailto:dana@contoso.com|dana@contoso.com>', 'dana@contoso.com'],
    ['<tel:+491234|+49 1234>', '+49 1234 (+491234)'],
    ['<@U0ACRHELP1> help', 'help'],
    ['<@U0OTHER001>', '@U0OTHER001'],
    ['<@U0OTHER001|lee>', '@lee'],
    ['<#C0GENERAL1|general>', '#general'],
    ['<#C0GENERAL1>', '#C0GENERAL1'],
    ['<!channel> <!here>', '@channel @here'],
    ['<!subteam^S1|@ops>', '@ops'],
    ['<!date^1392734382^{date}|18 Feb>', '18 Feb'],
    ['<http://a|<http://b.example|c>>', '<http://a|c (http://b.example)>'],
    ['<http://a', '<http://a'],
    ['docker login <registry>', 'docker login <registry>'],
    ['<>', '<>'],
    ['<|>', '<|>'],
    ['a > b < c', 'a > b < c'],
    ['```\nline 1\n&lt;x&gt;\n```', '```\nline 1\n<x>\n```'],
  ])('%s', (sent, typed) => {
    expect(unescaped(sent, 'U0ACRHELP1')).toBe(typed);
  });
});

test('whatever somebody types arrives as it was typed', () => {
  const piece = fc.constantFrom(
    ...'<>&|"\'`;:/@#! \n',
    'amp;',
    'lt;',
    'contoso.azurecr.io',
    'https://a.example/x?y=1&z',
    'dana@contoso.com',
    'http://',
    '@channel',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (parts) => {
      const typed = parts.join('').trim();
      expect(unescaped(asSlack(typed), null)).toBe(typed);
    }),
  );
});

test('takes time in proportion to the length', () => {
  const begun = performance.now();
  for (const part of ['<', '<http://', '<http://a|', '&amp;', '<@U1|']) unescaped(part.repeat(20_000), null);
  expect(performance.now() - begun).toBeLessThan(3_000);
});
