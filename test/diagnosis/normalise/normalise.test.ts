import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';
import { windows } from '../../../src/diagnosis/normalise/windows.js';
import { shortestRun } from './shortest-run.js';

const cases: readonly (readonly [string, string, string])[] = [
  ['Slack entities', 'a &amp;&lt;x&gt; &quot;b&quot;', 'a &<x> "b"'],
  ['Slack links', 'on <https://fabrikam.azurecr.io|fabrikam.azurecr.io> now', 'on fabrikam.azurecr.io now'],
  ['bare Slack links', '<https://fabrikam.azurecr.io/v2/>', 'https://fabrikam.azurecr.io/v2/'],
  ['Slack mail and people', '<mailto:a@b.example|a@b.example> <@U024BE7LH>', 'a@b.example @user'],
  ['Teams HTML', '<p>one&nbsp;two</p><pre>x<br>y</pre>', '\none two\n\nx\ny\n'],
  ['placeholders', 'az acr login -n <acr-name> <p>', 'az acr login -n <acr-name> <p>'],
  ['Markdown links in a code', 'AADSTS700[21](https://x.example/y#1)1', 'AADSTS700211'],
  ['Markdown links of hosts', '[fabrikam.azurecr.io](http://fabrikam.azurecr.io)', 'fabrikam.azurecr.io'],
  ['Markdown links with a title', 'see [here](https://aka.ms/acr)', 'see here (https://aka.ms/acr)'],
  ['invisible characters', 'un\u200bautho\u00adrized\u202e', 'unauthorized'],
  ['spaces', 'a\u00a0b\u3000c', 'a b c'],
  ['full-width forms', '\uff25\uff32\uff32\uff1a\u3000\uff11', 'ERR: 1'],
  ['terminal colours', '\u001b[31mred\u001b[0m u001b[31mred\\u001b[0m [31mred[0m', 'red red red'],
  ['quotes', '\u201cx\u201d \u2018y\u2019 \u201ez\u201c', '"x" \'y\' "z"'],
  ['dashes', 'az acr login \u2014name x \u2013 y', 'az acr login --name x - y'],
  ['JSON once', '{\\"code\\":\\"DENIED\\"}', '{"code":"DENIED"}'],
  ['JSON four times', `${'\\'.repeat(15)}"a${'\\'.repeat(8)}n`, '"a\n'],
  [
    'JSON code points',
    'client with IP \\u0027192.0.2.1\\u0027 a\\u0026b \\u767b',
    "client with IP '192.0.2.1' a&b \u767b",
  ],
  ['line ends in JSON', 'a\\r\\nb\\nc', 'a\nb\nc'],
  ['Windows paths', 'C:\\new\\table.txt "x"', 'C:\\new\\table.txt "x"'],
  ['percent', 'scope=repository%3Aa%2Fb%3Apull%252Cpush 100% 5%', 'scope=repository:a/b:pull,push 100% 5%'],
  ['Go verbs', 'repository%!A(MISSING)a%!F(MISSING)b', 'repository:a/b'],
  ['quotation', '> > denied\n> x', 'denied\nx'],
  ['frames', '\u2502 Error \u2502', '  Error  '],
  ['CSV', '{""code"":""DENIED"",""x"":""""}', '{"code":"DENIED","x":""}'],
  ['line ends', 'a\r\nb\rc', 'a\nb\nc'],
];

describe('normalise', () => {
  it.each(cases)('%s', (_, raw, text) => {
    expect(normalise(raw).text).toBe(text);
  });

  it('keeps the paste as it came', () => {
    expect(normalise('a\u200bb &amp;')).toEqual({ text: 'ab &', raw: 'a\u200bb &amp;', truncated: false });
  });

  it('keeps the beginning and the end of a long text, at line ends', () => {
    const lines = Array.from({ length: 4000 }, (_, index) => `line ${index} of the log`).join('\n');
    const { raw, truncated } = normalise(lines);
    expect(truncated).toBe(true);
    expect(raw.length).toBeLessThanOrEqual(64 * 1024);
    expect(raw.startsWith('line 0 of the log\n')).toBe(true);
    expect(raw.endsWith('line 3999 of the log')).toBe(true);
    expect(raw.split('\n').every((line) => /^line \d+ of the log$/.test(line))).toBe(true);
    expect(normalise(lines, 'file').truncated).toBe(false);
  });

  it('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '\\',
        '%',
        '&#',
        '<p>',
        '[x](http:',
        '\u001b[',
        '""',
        '> ',
        'u001b[',
        '\\u00',
        '%25',
        '&amp;',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text } = normalise(pieces.join(''));
        return !/[\u0000-\u0008\u200b\u001b]/.test(text);
      }),
      { numRuns: 2000 },
    );
  });

  const hostile = [
    'a',
    '\\',
    '[',
    '<p ',
    '<http:',
    '[a](http:',
    '&#',
    '%25',
    '%',
    '>',
    ' > ',
    'C:\\',
    '\\n',
    '\u201c\u00e9\u200b',
    'u001b[',
    '\u001b]',
    '{""a',
    '&amp;',
    ' \u2014',
    '\\u0041',
  ];
  it.each(hostile)('takes 64 KB of %j in little time', (seed) => {
    const text = seed.repeat(Math.ceil(65_536 / seed.length));
    // Measured at most 8 ms; the margin is for a busy machine. Quadratic time would be seconds.
    expect(shortestRun(() => normalise(text))).toBeLessThan(250);
  });
});

describe('windows', () => {
  it('leaves a short text whole', () => {
    expect(windows('abc')).toEqual({ parts: ['abc'], truncated: false });
  });

  it('overlaps, so that a line on a border is whole in one of them', () => {
    const text = Array.from({ length: 12_000 }, (_, index) => `event ${index} of the file`).join('\n');
    const { parts, truncated } = windows(text);
    expect(truncated).toBe(false);
    expect(parts.every((part) => part.length <= 64 * 1024)).toBe(true);
    const lines = new Set(parts.flatMap((part) => part.split('\n')));
    expect(text.split('\n').every((line) => lines.has(line))).toBe(true);
  });

  it('covers a text without line ends, and gives up the middle of more than 1 MB', () => {
    expect(windows('x'.repeat(200_000)).parts.join('').length).toBeGreaterThanOrEqual(200_000);
    const long = windows(`first\n${'x'.repeat(2_000_000)}\nlast`);
    expect(long.truncated).toBe(true);
    expect(long.parts[0]?.startsWith('first')).toBe(true);
    expect(long.parts.at(-1)?.endsWith('last')).toBe(true);
  });
});
