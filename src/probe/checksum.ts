import { createHash } from 'node:crypto';

/** What stands at the end of a block. It shows a paste that was cut; it proves nothing about who wrote it. */
export interface Checksum {
  readonly kind: 'cksum' | 'sha256';
  readonly value: string;
}

/** Hexadecimal digits of SHA-256 that are kept. */
const SHA256_DIGITS = 12;

/** Checksum of lines as a file has them: each ends with a line feed. */
export function checksumOf(lines: readonly string[], kind: Checksum['kind']): string {
  const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''), 'utf8');
  if (kind === 'sha256') return createHash('sha256').update(bytes).digest('hex').slice(0, SHA256_DIGITS);
  return String(cksum(bytes));
}

/** The CRC of the POSIX utility `cksum`: the bytes, then their number, lowest byte first. */
function cksum(bytes: Uint8Array): number {
  let crc = 0;
  const take = (byte: number) => {
    crc ^= byte << 24;
    for (let bit = 0; bit < 8; bit++) crc = crc < 0 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  };
  for (const byte of bytes) take(byte);
  for (let length = bytes.length; length > 0; length >>>= 8) take(length & 0xff);
  return ~crc >>> 0;
}
