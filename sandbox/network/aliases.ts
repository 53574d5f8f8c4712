import { blobHost } from '../registry/hosts.js';
import type { Registry, World } from '../world/world.js';

/**
 * The chain of CNAMEs behind a registry's host, in order (registry-protocol.md §8): with an approved private endpoint
 * the name in the zone of private links comes first, for everybody; then what leads to the public front of a region.
 * Not verified: the names within that front, and that data endpoints and storage have no such chain.
 */
export function aliasesOf({ registries }: World, host: string): readonly string[] {
  for (const registry of registries.values()) {
    if (host === registry.loginServer) return [...privateAlias(registry, ''), ...front(registry)];
    if (host === blobHost(registry) && host.includes('.data.')) {
      return privateAlias(registry, `.${registry.region}.data`);
    }
  }
  return [];
}

function privateAlias({ loginServer, privateEndpoints }: Registry, infix: string): readonly string[] {
  if (!Object.values(privateEndpoints).some(({ status }) => status === 'approved')) return [];
  const [label = '', ...zone] = loginServer.split('.');
  return [`${label}${infix}.privatelink.${zone.join('.')}`];
}

function front({ region }: Registry): readonly string[] {
  return [
    `sandbox-${region}.fe.azcr.io`,
    `sandbox-${region}-acr-reg.trafficmanager.net`,
    `sandbox-${region}.${region}.cloudapp.azure.com`,
  ];
}
