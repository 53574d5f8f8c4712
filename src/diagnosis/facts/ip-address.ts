const octet = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`);
const hextet = /^[0-9a-f]{1,4}$/;

/** Number of 16-bit groups in a list of hextets, whose last may be an IPv4 address; null if one is malformed. */
function groups(part: string): number | null {
  if (part === '') return 0;
  const pieces = part.split(':');
  let count = 0;
  for (const [index, piece] of pieces.entries()) {
    if (hextet.test(piece)) count += 1;
    else if (index === pieces.length - 1 && ipv4.test(piece)) count += 2;
    else return null;
  }
  return count;
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const counts = halves.map(groups);
  let total = 0;
  for (const count of counts) {
    if (count === null) return false;
    total += count;
  }
  return halves.length === 2 ? total < 8 : total === 8;
}

/**
 * An IPv4 or IPv6 address in its usual text form (RFC 4291 §2.2; no zone, no decimal or hexadecimal IPv4), in
 * lower case, or null.
 */
export function parseIp(text: string): string | null {
  if (text.length > 45) return null;
  const lower = text.toLowerCase();
  return ipv4.test(lower) || (lower.includes(':') && isIpv6(lower)) ? lower : null;
}

const inside: readonly RegExp[] = [
  /^(?:0|10|127|22[4-9]|2[3-5][0-9])\./,
  /^(?:169\.254|192\.168)\./,
  /^172\.(?:1[6-9]|2[0-9]|3[01])\./,
  /^100\.(?:6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\./,
  /^(?:::|f[cdf]|fe[89ab])/,
];

/** Whether an address that `parseIp` gave is one of a private network, of the machine itself or of no machine. */
export function isInside(ip: string): boolean {
  return inside.some((range) => range.test(ip));
}
