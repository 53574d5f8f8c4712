import { createHash } from 'node:crypto';

/** A GUID made from a name, the same in every run; shaped like version 5 of RFC 9562. */
export function guidOf(kind: string, name: string): string {
  const hex = createHash('sha256').update(`acr-help ${kind} ${name}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
