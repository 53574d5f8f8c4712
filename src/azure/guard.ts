import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { parseDataEndpoint, parseLoginServer } from '../diagnosis/facts/login-server.js';
import {
  type AddressRange,
  deniedRanges,
  globalIpv6,
  privateRanges,
  type SpecialUse,
  wrappings,
} from './address-ranges.js';

/** Judges where the bot may connect to. Pure: `egress.ts` asks it before every connection. */

export type AddressVerdict =
  | { readonly kind: 'public' }
  | { readonly kind: 'private' }
  | { readonly kind: 'denied'; readonly reason: DeniedReason };

export type DeniedReason =
  | SpecialUse
  | 'not-an-address'
  /** Private, and the caller did not say that the registry has a private endpoint. */
  | 'private'
  /** IPv4 inside NAT64 or 6to4: some gateway would send it on to where nobody judged. */
  | 'translated'
  | 'operator';

export interface AddressRules {
  /** True only for a registry of the inventory that has a private endpoint. */
  readonly privateAllowed: boolean;
  /** Ranges of the operator's own, such as the cluster's service network. */
  readonly extraDenied: readonly AddressRange[];
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Judges one address as DNS gave it; whatever is not known to be harmless is denied (security T04, T05). */
export function judgeAddress(text: string, rules: AddressRules): AddressVerdict {
  if (isIP(text) === 0 || text.includes('%')) return denied('not-an-address');
  // ipaddr.js reads this form as if it were mapped, the kernel does not.
  if (/^::\d{1,3}\./.test(text)) return denied('reserved');
  const address = ipaddr.parse(text);
  const wrapping = wrappings.find(({ range }) => isIn(address, range));
  if (wrapping === undefined) return judge(address, rules);
  const bytes = address.toByteArray().slice(wrapping.offset, wrapping.offset + 4);
  const inner = judge(ipaddr.fromByteArray(bytes), rules);
  if (rules.extraDenied.some((range) => isIn(address, range))) return denied('operator');
  return wrapping.kind === 'mapped' || inner.kind === 'denied' ? inner : denied('translated');
}

function judge(address: Address, { privateAllowed, extraDenied }: AddressRules): AddressVerdict {
  if (extraDenied.some((range) => isIn(address, range))) return denied('operator');
  const special = deniedRanges.find(([range]) => isIn(address, range));
  if (special !== undefined) return denied(special[1]);
  if (privateRanges.some((range) => isIn(address, range))) {
    return privateAllowed ? { kind: 'private' } : denied('private');
  }
  if (address.kind() === 'ipv6' && !isIn(address, globalIpv6)) return denied('reserved');
  return { kind: 'public' };
}

function isIn(address: Address, [base, prefix]: AddressRange): boolean {
  return address.kind() === base.kind() && address.match(base, prefix);
}

function denied(reason: DeniedReason): AddressVerdict {
  return { kind: 'denied', reason };
}

export type HostKind = 'login-server' | 'data-endpoint' | 'cloud';

/**
 * What a host name is to the bot; null: nothing, and it is not even looked up. Names are compared as they are: the
 * grammars come before any URL parser or normalisation (security T02, T03).
 */
export function judgeHost(host: string, cloud: { readonly hosts: readonly string[] }): HostKind | null {
  if (parseLoginServer(host) === host) return 'login-server';
  if (parseDataEndpoint(host)?.host === host) return 'data-endpoint';
  return cloud.hosts.includes(host) ? 'cloud' : null;
}
