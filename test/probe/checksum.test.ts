import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checksumOf } from '../../src/probe/checksum.js';

it('gives the numbers of POSIX cksum', () => {
  // Of coreutils, for `printf '123456789\n'` and for nothing.
  expect(checksumOf(['123456789'], 'cksum')).toBe('1552147931');
  expect(checksumOf([], 'cksum')).toBe('4294967295');
});

it('agrees with the program of this machine', () => {
  const words = fc.array(fc.string({ unit: 'binary-ascii', maxLength: 300 }), { maxLength: 5 });
  fc.assert(
    fc.property(words, (lines) => {
      const input = lines.map((line) => `${line}\n`).join('');
      const [crc] = execFileSync('cksum', { input, encoding: 'utf8' }).split(' ');
      expect(checksumOf(lines, 'cksum')).toBe(crc);
    }),
    { numRuns: 20 },
  );
});

it('keeps twelve digits of SHA-256', () => {
  expect(checksumOf(['a'], 'sha256')).toBe('87428fc52280');
});
