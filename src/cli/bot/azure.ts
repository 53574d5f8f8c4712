import type { ReadLog, RunWork } from '../../../dialogs/conversation/converse.js';
import { isDiscoverable, registryFrom } from '../../access/policy/match.js';
import type { Policy } from '../../access/policy/policy.js';
import type { Circuits } from '../../azure/circuits.js';
import { type CloudProfile, chinaCloud, publicCloud, usGovernmentCloud } from '../../azure/clouds.js';
import type { Counting } from '../../azure/counting.js';
import type { CredentialSpec } from '../../azure/credential.js';
import { createEgress } from '../../azure/egress.js';
import type { Network } from '../../azure/network.js';
import { createNodeNetwork } from '../../azure/node-network.js';
import { secretProof } from '../../azure/sign-in/client-proof.js';
import { createEntraSignIn } from '../../azure/sign-in/entra-sign-in.js';
import type { SignInService } from '../../azure/sign-in.js';
import { connect } from '../../checks/connection.js';
import type { AzureSettings, LinkSettings } from '../../config/settings.js';

/** The Azure that the bot works with: the real one, or a world. */
export interface AzureGround {
  readonly network: Network;
  readonly cloud: CloudProfile;
  /** Null: no access; people are asked to make the checks. */
  readonly credential: CredentialSpec | null;
  readonly subscriptions: readonly string[] | null;
  readonly readsData: boolean;
  readonly now: () => Date;
  /** The identity that gives roles, where a world has its own. */
  readonly grantor: CredentialSpec | null;
  /** The one that makes secrets new. */
  readonly rotator: CredentialSpec | null;
  /** Where browsers find the sign-in page, if not at the cloud's own address. */
  readonly browserAuthority: string | null;
  /** How calls are counted and traced; not at all where it is absent. */
  readonly counting?: Counting;
  /** Which hosts are asked for now; of the whole bot. */
  readonly circuits?: Circuits;
}

const clouds = { public: publicCloud, china: chinaCloud, 'us-government': usGovernmentCloud } as const;

/** Azure as the settings say. Credentials are sent to it, and to nobody else. */
export function groundOf(settings: AzureSettings | null, extraCa: readonly string[]): AzureGround {
  return {
    network: createNodeNetwork({ extraCa }),
    cloud: clouds[settings?.cloud ?? 'public'],
    credential: settings?.identity ?? null,
    subscriptions: settings?.subscriptions ?? null,
    readsData: settings?.readsData ?? false,
    now: () => new Date(),
    grantor: null,
    rotator: null,
    browserAuthority: null,
  };
}

/** What the bot sees with its own sign-in; checks are null where it has none. */
export function looksOn(
  ground: AzureGround,
  policy: Policy | null,
): { readonly run: RunWork; readonly readLog: ReadLog } | { readonly run: null } {
  if (ground.credential === null) return { run: null };
  const connection = connect({
    ...ground,
    vantage: 'bot',
    discoverable: ({ loginServer, id }) => {
      const registry = registryFrom(loginServer, id);
      return registry !== null && isDiscoverable(policy, registry);
    },
  });
  return {
    run: (work, onFinding, signal) => connection.run(work.subject, work.checks, onFinding, signal),
    readLog: connection.look,
  };
}

/** The sign-in of people in their browser. */
export function signInOn(
  { network, cloud, now, browserAuthority, counting, circuits }: AzureGround,
  link: LinkSettings,
): SignInService {
  return createEntraSignIn({
    egress: createEgress({ network, cloud, counting, circuits }),
    tenant: link.tenant.toLowerCase(),
    clientId: link.clientId.toLowerCase(),
    proof: secretProof(link.secret),
    now,
    ...(browserAuthority !== null && { browserAuthority }),
  });
}
