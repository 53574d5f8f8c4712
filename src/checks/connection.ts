import { type Answer, failed, ok } from '../azure/answer.js';
import type { Transport } from '../azure/bounded-client.js';
import type { Circuits } from '../azure/circuits.js';
import { armClients, graphReader } from '../azure/clients.js';
import type { CloudProfile } from '../azure/clouds.js';
import { type Counting, notCounted } from '../azure/counting.js';
import { type CredentialSpec, createCredential } from '../azure/credential.js';
import { createRegistryData } from '../azure/data-plane.js';
import { createDirectory } from '../azure/directory.js';
import { createEgress } from '../azure/egress.js';
import { createEgressClient } from '../azure/egress-client.js';
import { identityEndpointFor } from '../azure/identity-endpoint.js';
import type { Inventory } from '../azure/inventory.js';
import { createLoginEvents } from '../azure/login-events/client.js';
import { inventoryOf } from '../azure/management/inventory.js';
import { SeenSubscriptions } from '../azure/management/seen-subscriptions.js';
import { createManagement } from '../azure/management.js';
import type { Network } from '../azure/network.js';
import type { Management, RegistryRecord } from '../azure/ports.js';
import { prepare } from '../azure/prepare.js';
import { createProbe } from '../azure/probe.js';
import { objectIdOf } from '../azure/token-identity.js';
import { tokenSource } from '../azure/token-source.js';
import { checksOf } from './catalogue.js';
import type { Finding, Means, Subject, Vantage } from './check.js';
import type { LogLook, LogRequest } from './login-events/log-look.js';
import { lookAtLog } from './login-events/look.js';
import type { LiveCheckId } from './needs.js';
import { runChecks } from './runner.js';

/** How the bot reaches Azure. */
export interface ConnectionConfig {
  readonly network: Network;
  readonly cloud: CloudProfile;
  /** Null: nobody signed in; public facts only. */
  readonly credential: CredentialSpec | null;
  /** Subscriptions to look in; null: all that the identity may read. */
  readonly subscriptions: readonly string[] | null;
  /** Whose network and sign-in these are. */
  readonly vantage: Vantage;
  /** Whether the registry's data may be read with this sign-in. */
  readonly readsData: boolean;
  readonly now: () => Date;
  /** Whether people may hear of a registry at all; of every one where nothing is said (DESIGN §3). */
  readonly discoverable?: (registry: RegistryRecord) => boolean;
  readonly counting?: Counting | undefined;
  readonly circuits?: Circuits | undefined;
}

/**
 * A connection for the life of the process: clients, tokens and sockets are kept, answers are not, but for a guess
 * where to look first.
 */
export interface Connection {
  /** Object id of the identity that is signed in; why not, where nobody is. */
  readonly whoAmI: (signal: AbortSignal) => Promise<Answer<string>>;
  readonly run: (
    subject: Subject,
    checks: readonly LiveCheckId[],
    onFinding: (finding: Finding) => void,
    signal: AbortSignal,
  ) => Promise<readonly Finding[]>;
  /** A look at the registry's log of sign-ins; never throws. */
  readonly look: (request: LogRequest, signal: AbortSignal) => Promise<LogLook>;
}

/** Nobody's registry: without Resource Manager no token goes anywhere and no address may be private. */
const noInventory: Inventory = { find: async () => null };

/** Limits of one call to Azure (azure-sdk.md §5.1): the deadline of a diagnosis stands above them. */
const limits = { timeoutMs: 8_000, maxRetries: 1, retryDelayMs: 300 };

/** A registry that people may not hear of is like one that does not exist, for every check (security T46). */
function withoutHidden(
  discoverable: (registry: RegistryRecord) => boolean,
  management: Management,
): Management {
  return {
    ...management,
    findRegistry: async (loginServer, signal) => {
      const found = await management.findRegistry(loginServer, signal);
      return found.ok && found.value !== null && !discoverable(found.value) ? ok(null) : found;
    },
  };
}

/** Puts the parts together, and signs in at once: see `prepare`. */
export function connect(config: ConnectionConfig): Connection {
  const { network, cloud, credential: spec, subscriptions, vantage, readsData, now } = config;
  const { discoverable = () => true, counting = notCounted, circuits } = config;
  const egress = createEgress({ network, cloud, counting, circuits });
  const transport: Transport = {
    httpClient: createEgressClient(egress, network, identityEndpointFor([spec])),
    ...limits,
  };
  const credential = spec === null ? null : createCredential(cloud, spec, transport);
  const arm = credential === null ? null : armClients(cloud, credential, transport);
  const graph = credential === null ? null : graphReader(cloud, credential, transport);
  const seen = new SeenSubscriptions();
  if (arm !== null && credential !== null) {
    const unknown = subscriptions === null ? seen : null;
    void prepare({ cloud, credential, arm, seen: unknown, readsData });
  }

  function means(): Means {
    const management =
      arm === null ? null : withoutHidden(discoverable, createManagement(arm, subscriptions, seen));
    const inventory = management === null ? noInventory : inventoryOf(management);
    return {
      vantage,
      management,
      directory: graph === null ? null : createDirectory(graph),
      probe: createProbe(egress, inventory),
      data:
        readsData && credential !== null
          ? createRegistryData({ egress, inventory, getToken: tokenSource(credential) })
          : null,
      now,
    };
  }

  const log =
    arm === null || credential === null ? null : createLoginEvents(cloud, credential, transport, arm.rest);
  const whoAmI: Connection['whoAmI'] = async (signal) =>
    credential === null
      ? failed({ kind: 'signed-out', code: 'no-credential' })
      : objectIdOf(credential, `${cloud.armAudience}/.default`, signal);

  return {
    whoAmI,
    look: (request, signal) => {
      const { management, directory } = means();
      const azure = management === null || log === null ? null : { management, directory, log, whoAmI };
      return lookAtLog(request, { vantage, azure, now }, signal);
    },
    run: (subject, checks, onFinding, signal) =>
      runChecks(checksOf(checks), subject, means(), { onFinding, signal, telemetry: counting.telemetry }),
  };
}
