import type { Resolution } from '../../src/azure/network.js';
import { hostsOf } from '../registry/hosts.js';
import type { Side } from '../service.js';
import { azureHosts } from '../services.js';
import { vaultHost } from '../vault/hosts.js';
import { faultAt } from '../world/fault-at.js';
import type { World } from '../world/world.js';
import { aliasesOf } from './aliases.js';

/**
 * What the name service of a side says. The address of a registry with a private endpoint is public for whoever is not
 * linked to the private zone (registry-protocol.md §8), which a world changes for a side by a fault.
 */
export function resolveName(world: World, name: string, side: Side): Resolution | 'timeout' {
  const fault = faultAt(world, name, side, 'dns');
  if (fault === 'timeout') return 'timeout';
  if (fault === 'not-found') return { kind: 'not-found', aliases: [] };
  if (fault === 'server-failure') return { kind: 'failed', reason: 'server-failure' };
  if (fault !== undefined) return { kind: 'found', addresses: fault.addresses, aliases: fault.aliases };
  if (!knownHosts(world).includes(name)) return { kind: 'not-found', aliases: [] };
  return { kind: 'found', addresses: [publicAddress(name)], aliases: aliasesOf(world, name) };
}

/** Every host that somebody answers at. */
function knownHosts({ registries, vaults }: World): readonly string[] {
  return [
    ...azureHosts,
    ...[...registries.values()].flatMap(hostsOf),
    ...[...vaults.values()].map(vaultHost),
  ];
}

/**
 * The host that answers at an address for a side; null where nobody does. Connections know addresses only: where
 * several hosts have the same one, its first is what a fault of the connection is looked for at.
 */
export function hostAt(world: World, address: string, side: Side): string | null {
  const led = knownHosts(world).find((host) => {
    const found = resolveName(world, host, side);
    return found !== 'timeout' && found.kind === 'found' && found.addresses.includes(address);
  });
  return led ?? null;
}

/**
 * An address that looks like one of Azure's (20.40.0.0 to 20.103.255.255), the same in every run. The guard refuses
 * documentation ranges, so that it must be one that somebody could have; nothing is ever sent to it, since every
 * connection of the sandbox goes to loopback.
 */
function publicAddress(host: string): string {
  let hash = 7;
  for (const character of host) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 4_194_301;
  return `20.${40 + (hash >> 16)}.${(hash >> 8) & 255}.${hash & 255}`;
}
