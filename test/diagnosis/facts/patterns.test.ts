import { describe, expect, it } from 'vitest';
import { addressCaptures } from '../../../src/diagnosis/facts/address.js';
import { extract } from '../../../src/diagnosis/facts/extract.js';
import { federationCaptures } from '../../../src/diagnosis/facts/federation.js';
import { statusPhrases } from '../../../src/diagnosis/facts/http-status.js';
import { identityCaptures } from '../../../src/diagnosis/facts/identity.js';
import { platformCaptures } from '../../../src/diagnosis/facts/platform.js';
import { requiredWords } from '../../../src/diagnosis/facts/required-words.js';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';
import { regexesOf } from '../../architecture/regexes.js';
import { samplesOf } from '../../support/regex-samples.js';
import { shortestRun } from '../normalise/shortest-run.js';

// That no expression takes more than linear time is tested for all at once: test/architecture/regexes.test.ts.

describe('required words', () => {
  it.each([
    [/abc/, ['abc']],
    [/ABC/i, ['abc']],
    [/\babc(?: def)?\b/, ['abc']],
    [/ab(?:cdef|ghi)/, ['cdef', 'ghi']],
    [/abcd|x(?:efg)+/, ['abcd', 'efg']],
    [/abcd|\w{3}/, null],
    [/abc?d{0,2}ef+g/, null],
    [/abcx?defg/, ['defg']],
    [/abc{2}d/, ['abc']],
    [/(?<!no )permission(?= of)/, ['permission']],
    [/"code": ?"((?!UNAUTHORIZED)(?:DENIED|NAME_[A-Z]{3}))"/, ['"code":']],
    [/D:\\a\u0041b\x41[)\]|]c/, ['d:\\aaba']],
    [/a.bcd(?<name>xyzw)/, ['xyzw']],
  ])('%s', (pattern, words) => {
    expect(requiredWords(pattern)).toEqual(words);
  });

  it('stand in whatever an expression of the facts matches', async () => {
    const literals = [...(await regexesOf(['src/diagnosis/facts'])).values()].map(({ regex }) => regex);
    const composed = [
      ...addressCaptures,
      ...federationCaptures,
      ...identityCaptures,
      ...platformCaptures,
      ...statusPhrases,
    ].map(({ pattern }) => pattern);
    const wrong = [...literals, ...composed].filter((regex) => {
      const words = requiredWords(regex);
      return (
        words !== null &&
        samplesOf(regex).some((sample) => !words.some((word) => sample.toLowerCase().includes(word)))
      );
    });
    expect(wrong).toEqual([]);
    expect(literals.length).toBeGreaterThan(100);
  });
});

describe('time of extract', () => {
  const hostile = [
    'a',
    '-',
    'az acr ',
    'az login ',
    'docker login -u contoso ',
    'docker.exe pull ',
    'x.azurecr.io',
    'contoso.azurecr.io/a:1 ',
    'a.azurecr.io/v2/ ',
    'https://',
    'unexpected status https://',
    'login attempt to ',
    'Name:a ',
    '"Type":"repository",',
    '"code":"',
    'a@a ',
    'registry:catalog:*',
    'no image found in image index for architecture "a", variant "',
    '--platform linux/',
    "over scope '/subscriptions/",
  ];

  it.each(hostile)('64 KB of %j', (seed) => {
    const normal = normalise(seed.repeat(Math.ceil(65_536 / seed.length)));
    // Measured at most 20 ms on a busy machine; quadratic time would be seconds.
    expect(shortestRun(() => extract(normal))).toBeLessThan(250);
  });
});
