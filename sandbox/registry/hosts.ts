import type { Registry, World } from '../world/world.js';
import { regionsOf, routedRegion } from './regions.js';

/** What a host name is to a registry of the world. */
export interface RegistryHost {
  readonly host: string;
  readonly registry: Registry;
  /** `login`: the API; `data`: dedicated data endpoint; `storage`: the blob host behind a registry without one. */
  readonly kind: 'login' | 'data' | 'storage';
  /** Where its requests are served. */
  readonly region: string;
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
 * Dedicated data endpoint, or regional login server (registry-protocol.md §7, §8). Not verified: their hosts for the US
 * government, and with a domain name label.
 */
function regionalHost(registry: Registry, region: string, kind: 'data' | 'geo'): string {
  const [label = ''] = registry.loginServer.split('.', 1);
  return `${label}.${region}.${kind}.azurecr.${suffixOf(registry)}`;
}

/** Storage accounts behind a registry, one in each region. The names are ours: Azure's say nothing of the registry. */
function storageHost(registry: Registry, region: string): string {
  const place = region === registry.region ? '' : region;
  return `acr${registry.name.toLowerCase()}${place}.blob.${clouds[suffixOf(registry)]}`;
}

/** A private endpoint brings dedicated data endpoints with it (registry-protocol.md §8). */
function hasDataEndpoint({ dataEndpoint, privateEndpoints }: Registry): boolean {
  return dataEndpoint || Object.values(privateEndpoints).some(({ status }) => status === 'approved');
}

/** Where layers of a registry are fetched in a region. */
export function blobHost(registry: Registry, region: string): string {
  return hasDataEndpoint(registry) ? regionalHost(registry, region, 'data') : storageHost(registry, region);
}

/** Dedicated data endpoints of a registry, one in each region; none where it has none. */
export function dataHosts(registry: Registry): readonly string[] {
  return hasDataEndpoint(registry) ? regionsOf(registry).map(({ name }) => blobHost(registry, name)) : [];
}

/**
 * Login servers of a registry, one in each region; none where the feature is off. A region that the global login
 * server leaves out has its own all the same (Azure/acr docs, regional endpoints).
 */
export function regionalLoginServers(registry: Registry): readonly string[] {
  if (!registry.regionalEndpoints) return [];
  return regionsOf(registry).map(({ name }) => regionalHost(registry, name, 'geo'));
}

/** Every host of a registry. */
function hosts(registry: Registry): readonly RegistryHost[] {
  const blobs = hasDataEndpoint(registry) ? 'data' : 'storage';
  const login = {
    host: registry.loginServer,
    registry,
    kind: 'login',
    region: routedRegion(registry),
  } as const;
  return [
    login,
    ...regionsOf(registry).flatMap(({ name: region }): readonly RegistryHost[] => [
      ...(registry.regionalEndpoints
        ? [{ ...login, host: regionalHost(registry, region, 'geo'), region }]
        : []),
      { host: blobHost(registry, region), registry, kind: blobs, region },
    ]),
  ];
}

/** Every host name of a registry, for the name service of the world. */
export function hostsOf(registry: Registry): readonly string[] {
  return hosts(registry).map(({ host }) => host);
}

/** Whose host it is; null for one that no registry of the world has. */
export function registryHost(host: string, { registries }: World): RegistryHost | null {
  return [...registries.values()].flatMap(hosts).find((it) => it.host === host) ?? null;
}
