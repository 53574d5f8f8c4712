import type { HttpClient } from '@azure/core-rest-pipeline';
import { EgressAgent } from './agent.js';
import { createEgress, type EgressOptions } from './egress.js';
import { createEgressClient } from './egress-client.js';
import { vaultHost } from './vault-places.js';

/**
 * The way to vaults: to those that are named, and to no other host, not even of the cloud; no other way leads to them.
 * Unlike Azure's own hosts they may have private addresses, since a vault often has a private endpoint and the policy
 * names it; the certificate must be the vault's in any case.
 *
 * @param vaults `https://{name}{suffix}`
 * @throws InvalidVault where one of them is no vault of the cloud
 */
export function createVaultEgressClient(
  { cloud, network, ...options }: EgressOptions,
  vaults: readonly string[],
): HttpClient {
  const hosts = vaults.map((url) => vaultHost(url, cloud));
  const egress = createEgress({ ...options, network, cloud: { ...cloud, hosts } });
  const agent = new EgressAgent(egress, {
    admits: (host) => hosts.includes(host),
    privateAllowed: async () => true,
  });
  return createEgressClient(egress, network, null, agent);
}
