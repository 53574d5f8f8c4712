import { AuthorizationManagementClient } from '@azure/arm-authorization';
import { ContainerRegistryManagementClient } from '@azure/arm-containerregistry';
import type { TokenCredential } from '@azure/identity';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { type RestReader, restReader } from './rest-reader.js';
import { Slots } from './slots.js';

/** Clients of Resource Manager. One set for the life of the process, so that they keep their tokens. */
export interface ArmClients {
  /** Registries of one subscription. */
  readonly registries: (subscription: string) => ContainerRegistryManagementClient;
  readonly authorization: AuthorizationManagementClient;
  /** For what no client of ours covers: subscriptions, providers, locks, clusters. */
  readonly rest: RestReader;
}

/** Calls at once: enough for a diagnosis, far from the limits of Resource Manager (security.md §6). */
const armSlots = 8;
const graphSlots = 4;

/** The clients of the SDK, unchanged, for a cloud and an identity. */
export function armClients(
  cloud: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): ArmClients {
  const { armEndpoint: endpoint, armAudience } = cloud;
  const scopes = [`${armAudience}/.default`];
  const options = { ...common(endpoint, transport, new Slots(armSlots)), endpoint };
  const bySubscription = new Map<string, ContainerRegistryManagementClient>();
  return {
    registries: (subscription) => {
      const known = bySubscription.get(subscription);
      if (known !== undefined) return known;
      const made = new ContainerRegistryManagementClient(credential, subscription, {
        ...options,
        credentials: { scopes },
      });
      bySubscription.set(subscription, made);
      return made;
    },
    // The subscription is used by calls that we do not make: ours name their scope.
    authorization: new AuthorizationManagementClient(credential, '', {
      ...options,
      credentialScopes: scopes,
    }),
    rest: restReader(endpoint, credential, scopes, options),
  };
}

/** Microsoft Graph, version 1.0. */
export function graphReader(
  cloud: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
): RestReader {
  const endpoint = cloud.graphEndpoint;
  const scopes = [`${endpoint}/.default`];
  return restReader(endpoint, credential, scopes, common(endpoint, transport, new Slots(graphSlots)));
}

function common(origin: string, transport: Transport, slots: Slots) {
  return {
    httpClient: boundedClient(transport, { origin, slots }),
    retryOptions: retryOptions(transport),
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'acr-help' },
  };
}
