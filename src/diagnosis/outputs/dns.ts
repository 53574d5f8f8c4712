import { parseIp } from '../facts/ip-address.js';
import { type Observation, saw } from './output.js';

/** More values than this say nothing further. */
const MOST_VALUES = 6;

const hostName = /^[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9])?$/i;

/** An address by the ranges that virtual networks use (RFC 1918, RFC 4193), or one of the machine itself or its link. */
export function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|169\.254\.|::1$|fe80:|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);
}

/**
 * What a name service answered for a login server, as an answer to `dns`; null where it gave no address.
 *
 * @param addresses as printed; what is no address is left out
 * @param aliases names on the way, in order
 */
export function resolved(
  addresses: readonly string[],
  aliases: readonly string[] = [],
  resolver: string | null = null,
): Observation | null {
  const all = addresses.flatMap((it) => parseIp(it) ?? []);
  if (all.length === 0) return null;
  const names = aliases.map((it) => it.toLowerCase().replace(/\.$/, '')).filter((it) => hostName.test(it));
  return saw('dns', all.some(isPrivate) ? 'private-address' : 'public-address', {
    ...(names.length === 0 ? {} : { aliases: names.slice(0, MOST_VALUES).join(' → ') }),
    addresses: all.slice(0, MOST_VALUES).join(', '),
    ...askedOf(resolver),
  });
}

/** A name service that gave no address: the name does not exist, or the service failed. */
export function unresolved(why: 'not-found' | 'server-error', resolver: string | null = null): Observation {
  return saw('dns', why, askedOf(resolver));
}

function askedOf(resolver: string | null) {
  const address = resolver === null ? null : parseIp(resolver);
  return address === null ? {} : { resolver: address };
}
