import { isIP } from 'node:net';
import type { Side } from '../service.js';
import type { World } from '../world/world.js';

/** Public addresses of the two sides, of documentation ranges (RFC 5737): nobody's real address is in an answer. */
const usual: Readonly<Record<Side, string>> = { person: '203.0.113.20', bot: '198.51.100.10' };

/** Address within a virtual network, for whoever comes through a private endpoint. */
const inside = '10.255.0.9';

/**
 * The address that a connection of a side comes from, as the other end sees it. A person whose paste tells with which
 * address a registry refused them has that one, so that the registry refuses them in the same words.
 *
 * @param target address that is connected to
 */
export function sourceOf({ paste }: World, side: Side, target: string): string {
  if (isPrivate(target)) return inside;
  const [, told = ''] = /client with IP (?:\\u0027|['"])([0-9a-f.:]{2,45})/i.exec(paste) ?? [];
  return side === 'person' && isIP(told) !== 0 ? told : usual[side];
}

function isPrivate(address: string): boolean {
  return /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|f[cd])/i.test(address);
}
