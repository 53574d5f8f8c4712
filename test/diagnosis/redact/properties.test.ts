import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { secretKinds } from '../../../src/knowledge/secret-kinds.js';
import { adversarial } from './adversarial.js';
import { fakeAcrKey, fakeEntraSecret, fakeJwt, fakeLegacyPassword } from './keys.js';
import { COMMAND_SAMPLES } from './samples-commands.js';
import { CONFIG_SAMPLES } from './samples-config.js';
import { KEEP_SAMPLES, PROSE_SAMPLES } from './samples-prose.js';

const PIECES = [
  ...adversarial(40).keys(),
  ...[...COMMAND_SAMPLES, ...CONFIG_SAMPLES, ...PROSE_SAMPLES].map((sample) => sample[1]),
  ...KEEP_SAMPLES,
];
/** Shreds of the samples in any order: nearer to the rules than random text. */
const shreds = fc
  .array(
    fc
      .tuple(fc.constantFrom(...PIECES), fc.nat(60), fc.nat(60))
      .map(([text, from, size]) => text.slice(from, from + size)),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(
  shreds,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
  fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('utf16le')),
);

describe('redact', () => {
  it('never throws, is idempotent, speaks only of known kinds', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const once = redact(text);
        expect(redact(once.text)).toEqual({ text: once.text, secrets: [] });
        for (const { kind, count } of once.secrets) {
          expect(secretKinds).toContain(kind);
          expect(count).toBeGreaterThan(0);
        }
        if (once.secrets.length === 0) expect(once.text).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('never needs to give up on shreds of real texts', () => {
    fc.assert(
      fc.property(shreds, (text) => {
        expect(redact(text).secrets.map((found) => found.kind)).not.toContain('unreadable');
      }),
      { numRuns: 500 },
    );
  });

  const border = fc.constantFrom(
    '',
    ' ',
    '\n',
    '"',
    "'",
    '`',
    ', ',
    '\\"',
    '&quot;',
    '\u200b',
    '\u00a0',
    '(',
    ';',
    '|',
    '<b>',
  );
  const secret = fc.oneof(
    fc.nat().map((seed) => fakeAcrKey(seed)),
    fc.nat().map((seed) => fakeEntraSecret(seed)),
    fc.nat().map((seed) => fakeEntraSecret(seed, 7)),
    fc.nat().map((seed) => fakeJwt(seed)),
  );

  it('leaves no planted key, whatever stands around it', () => {
    fc.assert(
      fc.property(anything, border, secret, border, anything, (before, left, key, right, after) => {
        expect(redact(`${before} ${left}${key}${right} ${after}`).text).not.toContain(key);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no key a terminal broke', () => {
    const breaks = fc.constantFrom('\n', '\r\n', '\n  ', '\n> ');
    const signed = fc.nat().chain((seed) => fc.constantFrom(fakeAcrKey(seed), fakeEntraSecret(seed)));
    fc.assert(
      fc.property(signed, fc.integer({ min: 4, max: 36 }), breaks, (key, at, gap) => {
        const broken = key.slice(0, at) + (gap === '\n> ' ? '\n' : gap) + key.slice(at);
        const out = redact(`value ${broken}\nnext line`).text;
        expect(out).not.toContain(key.slice(0, at));
        expect(out).not.toContain(key.slice(at));
        expect(out).toContain('next line');
      }),
    );
  });

  it('leaves no labelled password', () => {
    const labels = [
      '--password ',
      'docker login -u c -p ',
      'ACR_PASSWORD=',
      '"password": "',
      'password is ',
      'Kennwort: ',
      '密码：',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...labels), fc.nat(), (label, seed) => {
        const value = fakeLegacyPassword(seed);
        expect(redact(`text\n${label}${value}${label.endsWith('"') ? '"' : ''}\ntext`).text).not.toContain(
          value,
        );
      }),
    );
  });
});
