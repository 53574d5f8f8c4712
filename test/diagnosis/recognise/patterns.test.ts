import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { marks } from '../../../src/diagnosis/recognise/marks.js';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';
import { signature, signatureIds } from '../../../src/diagnosis/recognise/signatures.js';

const patterns = [
  ...signatureIds.map((id) => [id, signature(id).pattern] as const),
  ...Object.entries(marks).map(([id, mark]) => [id, mark.pattern] as const),
];

describe('patterns', () => {
  it('are none of them vulnerable to a constructed text', () => {
    const bad = patterns.filter(([, { source, flags }]) => checkSync(source, flags).status === 'vulnerable');
    expect(bad.map(([id]) => id)).toEqual([]);
  }, 240_000);

  it.each([
    ['one long word', 'a'.repeat(65_536)],
    ['quotes', '"'.repeat(65_536)],
    ['hosts', 'a.azurecr.io '.repeat(5_000)],
    ['hosts in one word', 'a.azurecr.io/'.repeat(5_000)],
    ['foreign hosts', 'pull ghcr.io/a/b:1 unauthorized: authentication required '.repeat(1_200)],
    ['errors', 'Get "https://r.azurecr.io/v2/": unauthorized: authentication required\n'.repeat(900)],
    ['errors in one line', 'dial tcp: lookup r.azurecr.io 401 403 500 status code EOF '.repeat(1_100)],
    ['storage', 'x.blob.core.windows.net '.repeat(2_700)],
    ['dots and dashes', 'a-b.'.repeat(16_384)],
    ['blanks', ' \n'.repeat(32_768)],
    ['proxy', '/v2/proxy tunnel token expired role '.repeat(1_800)],
  ])('take bounded time on 64 KB of %s', (_name, text) => {
    recognise(text);
    const start = performance.now();
    recognise(text);
    // Generous: other tests run on the same machine. A quadratic pattern takes seconds here.
    expect(performance.now() - start).toBeLessThan(400);
  });
});
