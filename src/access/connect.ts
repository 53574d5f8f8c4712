import type { Transport } from '../azure/bounded-client.js';
import type { Circuits } from '../azure/circuits.js';
import { armClients, graphReader } from '../azure/clients.js';
import type { CloudProfile } from '../azure/clouds.js';
import type { Counting } from '../azure/counting.js';
import { type CredentialSpec, createCredential } from '../azure/credential.js';
import { createRegistryData } from '../azure/data-plane.js';
import { createDirectory } from '../azure/directory.js';
import { createEgress } from '../azure/egress.js';
import { createEgressClient } from '../azure/egress-client.js';
import type { Granter } from '../azure/granter.js';
import { createGranter } from '../azure/granter-client.js';
import { createPeople } from '../azure/granter-people.js';
import { identityEndpointFor } from '../azure/identity-endpoint.js';
import { inventoryOf } from '../azure/management/inventory.js';
import { SeenSubscriptions } from '../azure/management/seen-subscriptions.js';
import { createManagement } from '../azure/management.js';
import type { Network } from '../azure/network.js';
import type { Directory, Management } from '../azure/ports.js';
import type { Rotator } from '../azure/rotator.js';
import { createRotator } from '../azure/rotator-client.js';
import { objectIdOf } from '../azure/token-identity.js';
import { tokenSource } from '../azure/token-source.js';
import type { Vaults } from '../azure/vault.js';
import { createVaults } from '../azure/vault-client.js';
import { createVaultEgressClient } from '../azure/vault-egress.js';
import { type Granted, type Verified, verifyGrant } from './executor/verify.js';
import type { People } from './requests.js';

/** How requests reach Azure: one identity reads, one writes role assignments, one makes secrets new; none does another's. */
export interface AccessConnection {
  readonly network: Network;
  readonly cloud: CloudProfile;
  readonly reader: CredentialSpec;
  /** Null: no roles are given. */
  readonly grantor: CredentialSpec | null;
  /** Null: no secrets are made new. */
  readonly rotator: CredentialSpec | null;
  /** Addresses of the vaults that new secrets may be put into, from the policy. */
  readonly vaults: readonly string[];
  /** Null: all that the reader may see. */
  readonly subscriptions: readonly string[] | null;
  /** Whether the reader may read what is in registries. */
  readonly readsData: boolean;
  readonly now: () => Date;
  readonly counting?: Counting | undefined;
  readonly circuits?: Circuits | undefined;
}

export interface AccessPorts {
  /** Anew for each look: what is read is not kept. */
  readonly management: () => Management;
  readonly directory: () => Directory;
  readonly people: People;
  /** Whether a grant counts by now. */
  readonly verify: (granted: Granted, signal: AbortSignal) => Promise<Verified>;
  readonly granter: Granter | null;
  readonly rotator: Rotator | null;
  readonly vaults: Vaults | null;
}

/** Limits of one call (azure-sdk.md §5.1). Writes are sent once, whatever stands here. */
const limits = { timeoutMs: 8_000, maxRetries: 1, retryDelayMs: 300 };

/**
 * Clients for the life of the process.
 *
 * @throws InvalidVault where one of the vaults is none of the cloud
 */
export function connectAccess({
  network,
  cloud,
  reader,
  grantor,
  rotator,
  vaults,
  subscriptions,
  readsData,
  now,
  counting,
  circuits,
}: AccessConnection): AccessPorts {
  const egress = createEgress({ network, cloud, counting, circuits });
  const endpoint = identityEndpointFor([reader, grantor, rotator]);
  const transport: Transport = { httpClient: createEgressClient(egress, network, endpoint), ...limits };
  const reading = createCredential(cloud, reader, transport);
  const toVaults: Transport = {
    httpClient: createVaultEgressClient({ network, cloud, counting, circuits }, vaults),
    ...limits,
  };
  const renewing = rotator && createCredential(cloud, rotator, transport);
  const arm = armClients(cloud, reading, transport);
  const graph = graphReader(cloud, reading, transport);
  const seen = new SeenSubscriptions();
  const verify: AccessPorts['verify'] = async (granted, signal) => {
    const management = createManagement(arm, subscriptions, seen);
    // Only as itself can the bot ask a registry for a token; of all others it reads the assignments.
    const own = readsData ? await objectIdOf(reading, `${cloud.armAudience}/.default`, signal) : null;
    const getToken = tokenSource(reading);
    const data = createRegistryData({ egress, inventory: inventoryOf(management), getToken });
    const tokens = own?.ok === true ? { objectId: own.value, data } : null;
    return verifyGrant(granted, { management: () => management, tokens, now }, signal);
  };
  return {
    management: () => createManagement(arm, subscriptions, seen),
    verify,
    directory: () => createDirectory(graph),
    people: createPeople(graph),
    granter: grantor && createGranter(cloud, createCredential(cloud, grantor, transport), transport),
    rotator: renewing && createRotator(cloud, renewing, transport),
    vaults: renewing && createVaults(cloud, renewing, toVaults, vaults),
  };
}
