import ipaddr from 'ipaddr.js';

/** One block of addresses. */
export type AddressRange = readonly [base: ipaddr.IPv4 | ipaddr.IPv6, prefix: number];

/** Reads a CIDR block or a single address; null for anything else, so that a typing error is never a hole. */
export function parseRange(text: string): AddressRange | null {
  const { IPv4, IPv6 } = ipaddr;
  if (IPv4.isValidCIDRFourPartDecimal(text)) return IPv4.parseCIDR(text);
  if (IPv6.isValidCIDR(text)) return IPv6.parseCIDR(text);
  if (IPv4.isValidFourPartDecimal(text)) return [IPv4.parse(text), 32];
  return IPv6.isValid(text) ? [IPv6.parse(text), 128] : null;
}

function range(cidr: string): AddressRange {
  return ipaddr.parseCIDR(cidr);
}

/** Why nothing is ever sent to an address. */
export type SpecialUse =
  | 'unspecified'
  | 'loopback'
  | 'link-local'
  | 'azure-platform'
  | 'metadata'
  | 'documentation'
  | 'benchmarking'
  | 'multicast'
  | 'reserved';

/**
 * Addresses that no registry has (security T04; IANA special-purpose registries). Token endpoints of Azure hosts
 * are link-local or loopback; 168.63.129.16 looks public and is the platform of every Azure network.
 */
export const deniedRanges: readonly (readonly [AddressRange, SpecialUse])[] = [
  [range('0.0.0.0/8'), 'unspecified'],
  [range('127.0.0.0/8'), 'loopback'],
  [range('169.254.0.0/16'), 'link-local'],
  [range('168.63.129.16/32'), 'azure-platform'],
  // Metadata services of other clouds, for a bot that does not run in Azure.
  [range('100.100.100.200/32'), 'metadata'],
  [range('192.0.0.0/24'), 'reserved'],
  [range('192.0.2.0/24'), 'documentation'],
  [range('192.31.196.0/24'), 'reserved'],
  [range('192.52.193.0/24'), 'reserved'],
  [range('192.88.99.0/24'), 'reserved'],
  [range('192.175.48.0/24'), 'reserved'],
  [range('198.18.0.0/15'), 'benchmarking'],
  [range('198.51.100.0/24'), 'documentation'],
  [range('203.0.113.0/24'), 'documentation'],
  [range('224.0.0.0/4'), 'multicast'],
  [range('240.0.0.0/4'), 'reserved'],
  [range('::/128'), 'unspecified'],
  [range('::1/128'), 'loopback'],
  [range('fe80::/10'), 'link-local'],
  [range('ff00::/8'), 'multicast'],
  [range('fd00:ec2::/32'), 'metadata'],
  [range('fd20:ce::/32'), 'metadata'],
  [range('2001::/23'), 'reserved'],
  [range('2001:db8::/32'), 'documentation'],
  [range('2620:4f:8000::/48'), 'reserved'],
  [range('3fff::/20'), 'documentation'],
];

/** Addresses that virtual networks use (RFC 1918, RFC 6598, RFC 4193). */
export const privateRanges: readonly AddressRange[] = [
  range('10.0.0.0/8'),
  range('172.16.0.0/12'),
  range('192.168.0.0/16'),
  range('100.64.0.0/10'),
  range('fc00::/7'),
];

/** All IPv6 that is routed at all. */
export const globalIpv6 = range('2000::/3');

/** IPv6 addresses that carry an IPv4 address: its prefix, where it stands (bytes), and what happens to it. */
export const wrappings: readonly {
  readonly range: AddressRange;
  readonly offset: number;
  readonly kind: 'mapped' | 'translated';
}[] = [
  { range: range('::ffff:0:0/96'), offset: 12, kind: 'mapped' },
  { range: range('64:ff9b::/96'), offset: 12, kind: 'translated' },
  { range: range('64:ff9b:1::/48'), offset: 12, kind: 'translated' },
  { range: range('2002::/16'), offset: 2, kind: 'translated' },
];
