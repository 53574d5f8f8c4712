import { registryHost } from '../registry/hosts.js';
import type { Registry, World } from '../world/world.js';

/**
 * The chain of CNAMEs behind a registry's host, in order (registry-protocol.md §8): with an approved private endpoint
 * the name in the zone of private links comes first, for everybody; then what leads to the public front of a region.
 * Not verified: the names within that front, that data endpoints and storage have no such chain, and the name of a
 * regional login server in the zone of private links (documented is that each has an address of its own).
 */
export function aliasesOf(world: World, host: string): readonly string[] {
  const found = registryHost(host, world);
  if (found === null || found.kind === 'storage') return [];
  const { registry, kind, region } = found;
  const privately = privateAlias(registry, host);
  return kind === 'login' ? [...privately, ...front(region)] : privately;
}

/** `contoso.azurecr.io` → `contoso.privatelink.azurecr.io`, and so with what lies between name and zone. */
function privateAlias({ privateEndpoints }: Registry, host: string): readonly string[] {
  if (!Object.values(privateEndpoints).some(({ status }) => status === 'approved')) return [];
  return [host.replace(/(?=\.azurecr\.[a-z]+$)/, '.privatelink')];
}

function front(region: string): readonly string[] {
  return [
    `sandbox-${region}.fe.azcr.io`,
    `sandbox-${region}-acr-reg.trafficmanager.net`,
    `sandbox-${region}.${region}.cloudapp.azure.com`,
  ];
}
