import { vaultsOf } from '../../access/deploy/rotator-roles.js';
import type { Policy } from '../../access/policy/policy.js';
import { type Answer, ok } from '../../azure/answer.js';
import type { Transport } from '../../azure/bounded-client.js';
import { armClients, graphReader } from '../../azure/clients.js';
import type { CloudProfile } from '../../azure/clouds.js';
import { type CredentialSpec, createCredential } from '../../azure/credential.js';
import { createDirectory } from '../../azure/directory.js';
import { createEgress } from '../../azure/egress.js';
import { createEgressClient } from '../../azure/egress-client.js';
import { identityEndpointFor } from '../../azure/identity-endpoint.js';
import { subscriptionsOf } from '../../azure/management/subscriptions.js';
import type { Network } from '../../azure/network.js';
import { tokenSource } from '../../azure/token-source.js';
import { createVaults } from '../../azure/vault-client.js';
import { createVaultEgressClient } from '../../azure/vault-egress.js';
import { vaultHost } from '../../azure/vault-places.js';
import type { AzureToInspect } from './inspect.js';

/** Of one call: somebody waits. */
const limits = { timeoutMs: 8_000, maxRetries: 0, retryDelayMs: 300 };

interface Reached {
  readonly network: Network;
  readonly cloud: CloudProfile;
}

/** Everything that `inspectAzure` asks, on the clients that the bot has. */
export function azureToInspect(
  { network, cloud }: Reached,
  credentials: AzureToInspect['credentials'],
  subscriptions: readonly string[] | null,
  policy: Policy | null,
): AzureToInspect {
  const vaultUrls = policy === null ? [] : vaultsOf(policy.rotations).filter((url) => isVault(url, cloud));
  const httpClient = createVaultEgressClient({ network, cloud }, vaultUrls);
  const { rotator } = credentials;
  const transport = transportOn({ network, cloud }, Object.values(credentials));
  const reading = createCredential(cloud, credentials.reader, transport);
  return {
    ...{ network, cloud, credentials, subscriptions, policy, vaultUrls },
    readable: async (signal) => {
      if (subscriptions !== null) return ok(subscriptions);
      const found = await subscriptionsOf(armClients(cloud, reading, transport))(null, signal);
      return found.ok ? ok(found.value.map(({ id }) => id)) : found;
    },
    vaults:
      rotator &&
      createVaults(cloud, createCredential(cloud, rotator, transport), { httpClient, ...limits }, vaultUrls),
    directory: createDirectory(graphReader(cloud, reading, transport)),
  };
}

/** A token for Microsoft Graph with somebody's sign-in: whether Entra takes it. */
export function trySignIn(
  reached: Reached,
  spec: CredentialSpec,
  signal: AbortSignal,
): Promise<Answer<unknown>> {
  const credential = createCredential(reached.cloud, spec, transportOn(reached, [spec]));
  return tokenSource(credential)(`${reached.cloud.graphEndpoint}/.default`, signal);
}

function transportOn({ network, cloud }: Reached, specs: readonly (CredentialSpec | null)[]): Transport {
  const egress = createEgress({ network, cloud });
  return { httpClient: createEgressClient(egress, network, identityEndpointFor(specs)), ...limits };
}

/** Those that are none are told of as mistakes of the policy. */
function isVault(url: string, cloud: CloudProfile): boolean {
  try {
    return vaultHost(url, cloud) !== '';
  } catch {
    return false;
  }
}
