import { acrChecksum } from '../../../src/diagnosis/redact/acr-key.js';

/**
 * A key with a right checksum that no registry ever issued: the bytes come from `seed` alone and the text begins
 * with FAKE.
 * @returns 52 characters
 */
export function fakeAcrKey(seed: number): string {
  const bytes = new Uint8Array(39);
  let state = (seed >>> 0) + 1;
  for (let i = 0; i < 35; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  bytes.set(Buffer.from('FAKE', 'base64'), 0);
  // Characters 43-47 are `+ACR` and one of A-D: bits 252 to 282.
  const text = Buffer.from(bytes).toString('base64');
  const signed = Buffer.from(
    `${text.slice(0, 42)}+ACR${'ABCD'.charAt(state & 3)}${text.slice(47)}`,
    'base64',
  );
  bytes.set(signed.subarray(0, 35));
  bytes.set(acrChecksum(bytes.subarray(0, 35)), 35);
  return Buffer.from(bytes).toString('base64');
}

/** 32 characters in the form of the old admin passwords; made from `seed`, nothing behind it. */
export function fakeLegacyPassword(seed: number): string {
  return fakeAcrKey(seed).slice(4, 36).replace(/[+/]/g, 'q');
}

/** `8Q~` (40 characters) or `7Q~` (37) client secret. */
export function fakeEntraSecret(seed: number, generation: 7 | 8 = 8): string {
  const body = fakeAcrKey(seed).slice(0, 42).replace(/[+/]/g, '_');
  return `FAK${generation}Q~${body.slice(0, generation === 8 ? 34 : 31)}`;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed-looking token for nobody. */
export function fakeJwt(seed: number): string {
  return `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ sub: `FAKE-${seed}`, aud: 'EXAMPLE' })}.${fakeAcrKey(seed).replace(/[+/]/g, '-')}`;
}

/** base64 of a text, as docker and Kubernetes write it. */
export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
