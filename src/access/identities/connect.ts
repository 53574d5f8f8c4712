import type { Answer } from '../../azure/answer.js';
import type { Transport } from '../../azure/bounded-client.js';
import type { Circuits } from '../../azure/circuits.js';
import { armClients } from '../../azure/clients.js';
import type { CloudProfile } from '../../azure/clouds.js';
import type { Counting } from '../../azure/counting.js';
import { type CredentialSpec, createCredential } from '../../azure/credential.js';
import { createEgress } from '../../azure/egress.js';
import { createEgressClient } from '../../azure/egress-client.js';
import { identityEndpointFor } from '../../azure/identity-endpoint.js';
import { listRegistries } from '../../azure/management/list-registries.js';
import type { Network } from '../../azure/network.js';
import { createOwnRights, type OwnRights } from '../../azure/own-rights.js';
import type { RegistryRecord } from '../../azure/ports.js';
import { type Identity, identities } from './flaw.js';

/** The sign-ins of the identities that there are, and where they are good. */
export interface IdentityConnection {
  readonly network: Network;
  readonly cloud: CloudProfile;
  readonly credentials: Readonly<Record<'reader', CredentialSpec>> &
    Readonly<Record<'grantor' | 'rotator', CredentialSpec | null>>;
  /** Null: all that the reader may see. */
  readonly subscriptions: readonly string[] | null;
  readonly counting?: Counting | undefined;
  readonly circuits?: Circuits | undefined;
}

export interface IdentityPorts {
  /** Of the identities that there are. */
  readonly own: readonly { readonly identity: Identity; readonly rights: OwnRights }[];
  /** As the reader sees them now. */
  readonly registries: (signal: AbortSignal) => Promise<Answer<readonly RegistryRecord[]>>;
}

/** Limits of one call (azure-sdk.md §5.1). */
const limits = { timeoutMs: 8_000, maxRetries: 1, retryDelayMs: 300 };

/** Clients for the life of the process. */
export function connectIdentities({
  network,
  cloud,
  credentials,
  subscriptions,
  counting,
  circuits,
}: IdentityConnection): IdentityPorts {
  const egress = createEgress({ network, cloud, counting, circuits });
  const endpoint = identityEndpointFor(Object.values(credentials));
  const transport: Transport = { httpClient: createEgressClient(egress, network, endpoint), ...limits };
  const reading = createCredential(cloud, credentials.reader, transport);
  const arm = armClients(cloud, reading, transport);
  const own = identities.flatMap((identity) => {
    const spec = credentials[identity];
    if (spec === null) return [];
    const credential = identity === 'reader' ? reading : createCredential(cloud, spec, transport);
    return [{ identity, rights: createOwnRights(cloud, credential, transport) }];
  });
  return { own, registries: (signal) => listRegistries(arm, subscriptions, signal) };
}
