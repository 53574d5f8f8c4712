/**
 * Identifiable ACR keys (admin and newer token passwords): 52 base64 characters = 39 bytes, `+ACR` at character 43,
 * last four bytes = Marvin32 of the first 35 (little-endian). Source: microsoft/security-utilities SEC101/176.
 */
const SEED = 0x41435244666c7430n;
const HASHED_BYTES = 35;
const KEY = /^[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}$/;
const PART = /^(?:[A-Za-z0-9+/]{8,42}\+ACR[A-D]?[A-Za-z0-9+/]{0,5}|[A-Za-z0-9+/]{42}\+(?:A|AC)?)$/;

/**
 * What a string is, judged as an ACR key:
 * `complete` - right form and checksum; `bad-checksum` - right form, mistyped or made up;
 * `truncated` - shows the signature but lacks characters; `too-long` - has characters before or after the key;
 * `not-acr-key` - no signature.
 */
export type AcrKeyClass = 'complete' | 'bad-checksum' | 'truncated' | 'too-long' | 'not-acr-key';

/**
 * Marvin32 (as in .NET): 32-bit checksum of `bytes` under a 64-bit `seed`.
 * @returns unsigned 32-bit integer
 */
export function marvin32(bytes: Uint8Array, seed: bigint): number {
  let low = Number(seed & 0xffffffffn) | 0;
  let high = Number(seed >> 32n) | 0;
  const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
  const add = (word: number): void => {
    low = (low + word) | 0;
    high ^= low;
    low = (rotate(low, 20) + high) | 0;
    high = rotate(high, 9) ^ low;
    low = (rotate(low, 27) + high) | 0;
    high = rotate(high, 19);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (; at + 4 <= bytes.length; at += 4) add(view.getInt32(at, true));
  // The rest is closed by a single 0x80, as in the original.
  let tail = 0x80;
  for (let i = bytes.length - 1; i >= at; i -= 1) tail = (tail << 8) | view.getUint8(i);
  add(tail);
  add(0);
  return (low ^ high) >>> 0;
}

/** The checksum an ACR key must end with: `head` is the first 35 decoded bytes; 4 bytes, little-endian. */
export function acrChecksum(head: Uint8Array): Uint8Array {
  const out = new Uint8Array(4);
  new DataView(out.buffer).setUint32(0, marvin32(head, SEED), true);
  return out;
}

/** Classifies a string as an ACR key. Never throws; surrounding white space counts as foreign characters. */
export function classifyAcrKey(value: string): AcrKeyClass {
  if (KEY.test(value)) {
    const bytes = new Uint8Array(Buffer.from(value, 'base64'));
    const sum = acrChecksum(bytes.subarray(0, HASHED_BYTES));
    return sum.every((byte, i) => byte === bytes[HASHED_BYTES + i]) ? 'complete' : 'bad-checksum';
  }
  if (PART.test(value)) return 'truncated';
  return value.length > 52 && /[A-Za-z0-9+/]{42}\+ACR[A-D][A-Za-z0-9+/]{5}/.test(value.slice(0, 4096))
    ? 'too-long'
    : 'not-acr-key';
}
