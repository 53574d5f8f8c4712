import { createSecretKey } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { deriveToken, type SealedFor, seal, unseal } from '../../../src/access/delivery/seal.js';
import { Secret } from '../../../src/access/secret.js';

const key = createSecretKey(Buffer.alloc(32, 1));
const otherKey = createSecretKey(Buffer.alloc(32, 2));
const to: SealedFor = { key, token: 't'.repeat(43), request: 'r1', recipient: 'o1' };
const value = 'fake-secret-Ł漢+ACR';
const opened = (sealed: string, some: Partial<SealedFor> = {}) =>
  unseal(sealed, { ...to, ...some })?.reveal() ?? null;

describe('a sealed secret', () => {
  test('is opened by what it was sealed for, and is another each time', () => {
    const [one, two] = [seal(new Secret(value), to), seal(new Secret(value), to)];
    expect([opened(one), opened(two)]).toEqual([value, value]);
    expect(one).not.toBe(two);
    expect(one).not.toContain('fake');
  });

  test.each([
    { key: otherKey },
    { token: 'u'.repeat(43) },
    { request: 'r2' },
    { recipient: 'o2' },
    // What is bound cannot be cut at another place.
    { request: 'r1o', recipient: '1' },
  ] satisfies Partial<SealedFor>[])('is opened by nothing else (%j)', (some) => {
    expect(opened(seal(new Secret(value), to), some)).toBeNull();
  });

  test('is for an object id however it is written', () => {
    expect(opened(seal(new Secret(value), { ...to, recipient: 'AB' }), { recipient: 'ab' })).toBe(value);
  });

  test('does not open once any byte of it has changed, or is missing', () => {
    const sealed = Buffer.from(seal(new Secret(value), to), 'base64url');
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(opened(changed.toString('base64url'))).toBeNull();
      expect(opened(sealed.subarray(0, at).toString('base64url'))).toBeNull();
    }
    expect(opened('no base64url!')).toBeNull();
  });

  test('is a secret again, which nobody prints', () => {
    const secret = unseal(seal(new Secret(value), to), to);
    expect([String(secret), JSON.stringify(secret), inspect(secret)].join()).not.toContain('fake');
  });
});

describe('the token of a link (T20)', () => {
  test('has 256 bits, and is the same for the same attempt', () => {
    const token = deriveToken(key, 'r1', 1);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(deriveToken(key, 'r1', 1)).toBe(token);
  });

  test('is another for each key, request and attempt', () => {
    const all = [
      deriveToken(key, 'r1', 1),
      deriveToken(key, 'r1', 2),
      deriveToken(key, 'r1', 11),
      deriveToken(key, '1r1', 1),
      deriveToken(key, 'r2', 1),
      deriveToken(otherKey, 'r1', 1),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});
