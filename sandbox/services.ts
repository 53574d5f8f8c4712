import { arm } from './arm/arm.js';
import { signInClouds } from './entra/clouds.js';
import { entra } from './entra/entra.js';
import { graph } from './graph/graph.js';
import { logs } from './logs/logs.js';
import { registryHost } from './registry/hosts.js';
import { registryService } from './registry/registry.js';
import type { Service } from './service.js';
import { vaultAt } from './vault/hosts.js';
import { vaultService } from './vault/vault.js';
import type { World } from './world/world.js';

const azure: ReadonlyMap<string, Service> = new Map<string, Service>([
  ...[...signInClouds.keys()].map((host) => [host, entra] as const),
  ['management.azure.com', arm],
  ['management.chinacloudapi.cn', arm],
  ['management.usgovcloudapi.net', arm],
  ['graph.microsoft.com', graph],
  ['microsoftgraph.chinacloudapi.cn', graph],
  ['graph.microsoft.us', graph],
  ['api.loganalytics.io', logs],
  ['api.loganalytics.azure.cn', logs],
  ['api.loganalytics.us', logs],
]);

/** Hosts of Azure that are there in every world. */
export const azureHosts: readonly string[] = [...azure.keys()];

/** The simulated service at a host; null where none answers. */
export function serviceAt(host: string, world: World): Service | null {
  const known = azure.get(host);
  if (known !== undefined) return known;
  if (vaultAt(host, world) !== null) return vaultService;
  return registryHost(host, world) === null ? null : registryService;
}
