import type { Resolution } from '../../src/azure/network.js';
import { blobHost, hostsOf } from '../registry/hosts.js';
import type { Side } from '../service.js';
import { azureHosts } from '../services.js';
import type { Fault, Registry, World } from '../world/world.js';

/** The fault of a world at a host for one side, in one respect. */
export function faultAt<Respect extends 'dns' | 'tcp' | 'tls' | 'http'>(
  { faults }: World,
  host: string,
  side: Side,
  respect: Respect,
): Fault[Respect] {
  return faults.find(
    (fault) =>
      fault[respect] !== undefined &&
      (fault.for === 'everyone' || fault.for === side) &&
      (fault.host.startsWith('*.') ? host.endsWith(fault.host.slice(1)) : fault.host === host),
  )?.[respect];
}

/**
 * What the name service of a side says. A registry with an approved private endpoint has the alias of the private
 * zone; its address is public for whoever is not linked to the zone (registry-protocol.md §8), which a world changes
 * for a side by a fault.
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

function aliasesOf({ registries }: World, name: string): readonly string[] {
  for (const registry of registries.values()) {
    const isData = name === blobHost(registry);
    if ((name !== registry.loginServer && !isData) || !hasPrivateEndpoint(registry)) continue;
    const [label = '', ...rest] = registry.loginServer.split('.');
    const zone = `privatelink.${rest.join('.')}`;
    return [isData ? `${label}.${registry.region}.data.${zone}` : `${label}.${zone}`];
  }
  return [];
}

function hasPrivateEndpoint({ privateEndpoints }: Registry): boolean {
  return Object.values(privateEndpoints).some(({ status }) => status === 'approved');
}

/** Every host that somebody answers at. */
function knownHosts({ registries }: World): readonly string[] {
  return [...azureHosts, ...[...registries.values()].flatMap(hostsOf)];
}

/**
 * The host that answers at an address for a side; null where nobody does. Addresses exist inside the sandbox only.
 */
export function hostAt(world: World, address: string, side: Side): string | null {
  const led = knownHosts(world).find((host) => {
    const found = resolveName(world, host, side);
    return found !== 'timeout' && found.kind === 'found' && found.addresses.includes(address);
  });
  return led ?? null;
}

/** An address that looks like one of Azure's, the same in every run. The guard takes documentation ranges for none. */
export function publicAddress(host: string): string {
  let hash = 0;
  for (const character of host) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 65_521;
  return `20.61.${hash >> 8}.${(hash % 254) + 1}`;
}
