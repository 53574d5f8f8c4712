import type { Registry, World } from '../world/world.js';

/** What a host name is to a registry of the world. */
export interface RegistryHost {
  readonly registry: Registry;
  /** `login`: the API; `data`: dedicated data endpoint; `storage`: the blob host behind a registry without one. */
  readonly kind: 'login' | 'data' | 'storage';
}

const clouds = {
  io: 'core.windows.net',
  cn: 'core.chinacloudapi.cn',
  us: 'core.usgovcloudapi.net',
} as const;

function suffixOf({ loginServer }: Registry): keyof typeof clouds {
  const suffix = loginServer.slice(loginServer.lastIndexOf('.') + 1);
  return suffix === 'cn' || suffix === 'us' ? suffix : 'io';
}

/**
 * Dedicated data endpoint (registry-protocol.md §8). Not verified: its host for the US
 * government, and with a domain name label.
 */
function dataHost(registry: Registry): string {
  const [label = ''] = registry.loginServer.split('.', 1);
  return `${label}.${registry.region}.data.azurecr.${suffixOf(registry)}`;
}

/** Storage account behind a registry. The name is ours: Azure's says nothing about the registry. */
function storageHost(registry: Registry): string {
  return `acr${registry.name.toLowerCase()}.blob.${clouds[suffixOf(registry)]}`;
}

/** A private endpoint brings dedicated data endpoints with it (registry-protocol.md §8). */
function hasDataEndpoint({ dataEndpoint, privateEndpoints }: Registry): boolean {
  return dataEndpoint || Object.values(privateEndpoints).some(({ status }) => status === 'approved');
}

/** Where layers of a registry are fetched. */
export function blobHost(registry: Registry): string {
  return hasDataEndpoint(registry) ? dataHost(registry) : storageHost(registry);
}

/** Every host name of a registry, for the name service of the world. */
export function hostsOf(registry: Registry): readonly string[] {
  return [registry.loginServer, blobHost(registry)];
}

/** Whose host it is; null for one that no registry of the world has. */
export function registryHost(host: string, { registries }: World): RegistryHost | null {
  for (const registry of registries.values()) {
    if (registry.loginServer === host) return { registry, kind: 'login' };
    if (blobHost(registry) === host) {
      return { registry, kind: hasDataEndpoint(registry) ? 'data' : 'storage' };
    }
  }
  return null;
}
