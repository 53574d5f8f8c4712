import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/diagnosis/facts/extract.js';
import { statusPhrases } from '../../../src/diagnosis/facts/http-status.js';
import { identityCaptures } from '../../../src/diagnosis/facts/identity.js';
import { normalise } from '../../../src/diagnosis/normalise/normalise.js';
import { regexLiterals } from '../normalise/regex-literals.js';
import { expectSafe, shortestRun } from '../normalise/safe-pattern.js';

const literals = regexLiterals(new URL('../../../src/diagnosis/facts/', import.meta.url));

/** Patterns that are put together when the module loads. */
const composed = [...identityCaptures, ...statusPhrases].map(({ pattern }) => pattern);

describe('patterns of facts', () => {
  it('are found in the sources', () => {
    expect(literals.length).toBeGreaterThan(100);
  });

  it.each([
    ...literals.map((one) => [`${one.where} /${one.source}/${one.flags}`, one] as const),
    ...composed.map((one) => [String(one), one] as const),
  ])('is safe from backtracking: %s', (_, { source, flags }) => {
    expectSafe(source, flags);
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
    "over scope '/subscriptions/",
  ];

  it.each(hostile)('64 KB of %j', (seed) => {
    const normal = normalise(seed.repeat(Math.ceil(65_536 / seed.length)));
    // Measured at most 60 ms on a busy machine; quadratic time would be seconds.
    expect(shortestRun(() => extract(normal))).toBeLessThan(500);
  });
});
