import type { Place } from '../../access/identities/check.js';
import type { Identity } from '../../access/identities/flaw.js';
import type { RotatedSecret } from '../../access/policy/schema.js';
import type { Answer } from '../../azure/answer.js';
import type { CredentialSpec } from '../../azure/credential.js';
import type { OwnAssignment } from '../../azure/granter.js';
import type { Myself } from '../../azure/own-rights.js';
import type { RegistryRecord } from '../../azure/ports.js';
import type { RegistryMode } from '../../knowledge/vocabulary.js';

/** A registry, and what the identities have to do there. */
export interface Spot extends Place {
  readonly mode: RegistryMode;
  /** Name of its entry in the policy; null where there is none. */
  readonly entry: string | null;
  /** Kinds of secrets that a rule has made new there. */
  readonly rotated: readonly RotatedSecret[];
}

type Roles = Answer<readonly OwnAssignment[]>;

/** What an identity could see of itself. */
export interface IdentityLook {
  readonly identity: Identity;
  readonly spec: CredentialSpec;
  /** The token file of a workload identity, where it cannot be read; else null. */
  readonly unreadableTokenFile: string | null;
  readonly me: Answer<Myself>;
  /** Its permissions in Microsoft Graph. */
  readonly graph: Answer<readonly string[]>;
  readonly registries: readonly { readonly spot: Spot; readonly roles: Roles }[];
  /** Scopes of subscriptions; of the reader alone. */
  readonly subscriptions: readonly { readonly scope: string; readonly roles: Roles }[];
  /** Whether a vault tells which versions of secrets it has; of the rotator alone. */
  readonly vaults: readonly { readonly url: string; readonly metadata: Answer<unknown> }[];
  /**
   * When the last of the secrets of its application ends, ISO 8601; null where that cannot be known, or it has none.
   */
  readonly lastSecretEnds: string | null;
}

/** What Azure is like with the identities that are set up. */
export interface AzureLook {
  readonly registries: Answer<readonly RegistryRecord[]>;
  /** Registries that were looked at one by one. */
  readonly looked: number;
  readonly identities: readonly IdentityLook[];
}
