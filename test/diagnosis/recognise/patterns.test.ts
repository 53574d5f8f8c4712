import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/diagnosis/recognise/recognise.js';

/**
 * The expressions themselves are judged by `test/architecture/regexes.test.ts`; here is what phrases with gaps
 * and the search for hosts make of long constructed texts.
 */
describe('64 KB', () => {
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
    ['words of many clues', '/v2/ proxy tunnel token expired role public access abac mode '.repeat(1_000)],
    ['numbers', '1.2.3.4:5 '.repeat(6_500)],
  ])('of %s take bounded time', (_name, text) => {
    recognise(text);
    const before = process.cpuUsage().user;
    recognise(text);
    // Measured 3–18 ms on a busy machine; a quadratic search takes seconds.
    expect((process.cpuUsage().user - before) / 1000).toBeLessThan(250);
  });
});
