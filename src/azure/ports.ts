import type { LoginServer } from '../diagnosis/reading.js';
import type { RegistryMode } from '../knowledge/vocabulary.js';
import type { Answer, Problem } from './answer.js';
import type { Resolution } from './network.js';

/**
 * What the checks need to know from Azure, in the project's own types: SDK types stop behind these ports. Every
 * call takes a signal (its deadline) and never throws; see `Answer`. Times are ISO 8601 in UTC.
 */

/** Azure Resource Manager, read only. */
export interface Management {
  /** Registries that the identity may read, over all configured subscriptions; matched by `loginServer`. */
  findRegistry(loginServer: LoginServer, signal: AbortSignal): Promise<Answer<RegistryRecord | null>>;
  /** Tenant of a subscription; null where the list of subscriptions does not say. */
  tenantOf(subscription: string, signal: AbortSignal): Promise<Answer<string | null>>;
  tokens(registry: RegistryRecord, signal: AbortSignal): Promise<Answer<readonly TokenRecord[]>>;
  scopeMap(id: string, signal: AbortSignal): Promise<Answer<ScopeMapRecord>>;
  usages(registry: RegistryRecord, signal: AbortSignal): Promise<Answer<readonly UsageRecord[]>>;
  /** Management locks on the registry and above. */
  locks(registry: RegistryRecord, signal: AbortSignal): Promise<Answer<readonly LockRecord[]>>;
  /** Assignments that count for a principal at the registry: on it and above, groups included. */
  assignments(
    registry: RegistryRecord,
    principalId: string,
    signal: AbortSignal,
  ): Promise<Answer<readonly AssignmentRecord[]>>;
  /** Roles that the principal is eligible for (PIM) at the registry and above. */
  eligibilities(
    registry: RegistryRecord,
    principalId: string,
    signal: AbortSignal,
  ): Promise<Answer<readonly EligibilityRecord[]>>;
  roleDefinition(id: string, signal: AbortSignal): Promise<Answer<RoleDefinitionRecord>>;
  /** AKS clusters that the identity may read. */
  clusters(signal: AbortSignal): Promise<Answer<readonly ClusterRecord[]>>;
  /** The resource provider Microsoft.ContainerRegistry in a subscription. */
  providerRegistered(subscription: string, signal: AbortSignal): Promise<Answer<boolean>>;
}

export interface RegistryRecord {
  /** Resource id, with a leading slash. */
  readonly id: string;
  readonly name: string;
  readonly loginServer: LoginServer;
  readonly subscription: string;
  readonly resourceGroup: string;
  readonly location: string;
  readonly sku: string;
  /** `Succeeded`, `Updating`, … */
  readonly provisioningState: string;
  readonly mode: RegistryMode;
  readonly adminUserEnabled: boolean;
  readonly anonymousPullEnabled: boolean;
  readonly publicNetworkAccess: 'enabled' | 'disabled';
  readonly defaultAction: 'allow' | 'deny';
  /** CIDR blocks or single addresses that the firewall lets in. */
  readonly ipRules: readonly string[];
  readonly trustedServicesAllowed: boolean;
  readonly armAudience: 'enabled' | 'disabled';
  readonly quarantine: boolean;
  readonly dataEndpoints: readonly string[];
  readonly privateEndpoints: readonly {
    readonly name: string;
    readonly status: 'approved' | 'pending' | 'rejected' | 'disconnected';
  }[];
}

export interface TokenRecord {
  readonly name: string;
  readonly enabled: boolean;
  readonly scopeMapId: string | null;
  readonly passwords: readonly {
    readonly name: string;
    readonly createdOn: string | null;
    /** Null: never expires. */
    readonly expiresOn: string | null;
  }[];
}

export interface ScopeMapRecord {
  readonly name: string;
  /** `repositories/<repository>/<action>`, wildcards as they are. */
  readonly actions: readonly string[];
}

export interface UsageRecord {
  readonly name: string;
  readonly current: number;
  readonly limit: number;
}

export interface LockRecord {
  readonly name: string;
  readonly level: 'read-only' | 'cannot-delete';
}

export interface AssignmentRecord {
  readonly id: string;
  readonly scope: string;
  /** GUID of the role definition, lower case. */
  readonly roleGuid: string;
  readonly roleDefinitionId: string;
  readonly principalId: string;
  readonly condition: string | null;
  readonly createdOn: string | null;
}

export interface EligibilityRecord {
  readonly roleGuid: string;
  readonly scope: string;
}

export interface RoleDefinitionRecord {
  readonly name: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
}

export interface ClusterRecord {
  readonly name: string;
  readonly id: string;
  readonly tenant: string | null;
  /** Object id of the kubelet identity; null for a cluster that uses a service principal. */
  readonly kubeletObjectId: string | null;
  /** Application id of the cluster's service principal; null for managed identities. */
  readonly servicePrincipalClientId: string | null;
}

/** Microsoft Graph, read only. */
export interface Directory {
  /** Null: no such application in the tenant that the bot reads. */
  application(clientId: string, signal: AbortSignal): Promise<Answer<ApplicationRecord | null>>;
  /** By application (client) id; also finds managed identities. Null: not in this tenant. */
  servicePrincipal(clientId: string, signal: AbortSignal): Promise<Answer<ServicePrincipalRecord | null>>;
  user(objectId: string, signal: AbortSignal): Promise<Answer<UserRecord | null>>;
}

export interface ApplicationRecord {
  readonly clientId: string;
  readonly secrets: readonly { readonly keyId: string; readonly expiresOn: string | null }[];
  readonly federatedCredentials: readonly {
    readonly name: string;
    readonly issuer: string;
    readonly subject: string;
    readonly audiences: readonly string[];
  }[];
}

export interface ServicePrincipalRecord {
  readonly objectId: string;
  readonly clientId: string;
  readonly enabled: boolean;
  readonly kind: 'application' | 'managed-identity';
  /** Tenant that owns the application, where it is another one. */
  readonly homeTenant: string | null;
}

export interface UserRecord {
  readonly objectId: string;
  /** User principal name; null where Graph does not say. */
  readonly signInName: string | null;
  readonly guest: boolean;
  readonly enabled: boolean;
}

/** The registry itself, as anybody or as the identity of the credential sees it. */
export interface RegistryProbe {
  /** DNS, TCP, TLS and `GET /v2/` without credentials, each told apart. */
  reach(host: LoginServer, signal: AbortSignal): Promise<Reach>;
  /** Name look-up only, for a data endpoint. */
  lookUp(host: string, signal: AbortSignal): Promise<Resolution>;
  /** DNS, TCP and TLS to a data endpoint of a registry; nothing is asked of it. */
  way(registry: LoginServer, host: string, signal: AbortSignal): Promise<Way>;
  /** Token request without credentials: whether anonymous pull of the repository works. */
  anonymousToken(host: LoginServer, repository: string, signal: AbortSignal): Promise<Answer<boolean>>;
}

/** How far a connection came. Each step is null where the one before failed. */
export interface Way {
  readonly dns: Resolution;
  readonly tcp: 'connected' | 'refused' | 'timeout' | 'unreachable' | 'guard' | null;
  readonly tls:
    | 'trusted'
    | 'untrusted'
    | 'wrong-name'
    | 'expired'
    | 'not-yet-valid'
    | 'failed'
    | 'timeout'
    | null;
  /** Who issued the certificate that was met; null where none was, or its name is not fit to be shown. */
  readonly issuer: string | null;
  /** Set where the host is not asked for now: nothing else of it says anything. */
  readonly notAsked?: Problem;
}

/** How far an unauthenticated request came. */
export interface Reach extends Way {
  readonly http: Challenge | null;
  /** Milliseconds. */
  readonly elapsed: number;
}

export type Challenge =
  /** 401 with a Bearer challenge whose realm is the login server's own token endpoint. */
  | { readonly kind: 'challenged' }
  /** 401 with a realm or service that is not the login server's: nothing was sent there. */
  | { readonly kind: 'foreign-realm' }
  | { readonly kind: 'no-challenge'; readonly status: number }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'throttled'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'server-error'; readonly status: number }
  /** Never followed. */
  | { readonly kind: 'redirect'; readonly status: number }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'broken' };

/** The registry's data, with a sign-in: the person's own, or the bot's where `dataReader` is granted. */
export interface RegistryData {
  /** Exchange of the Entra token; tells whether the registry takes the identity at all. */
  exchange(host: LoginServer, signal: AbortSignal): Promise<Answer<'accepted'>>;
  /**
   * Exchange, then a token for one repository.
   *
   * @returns the actions of its `access` claim, which may be fewer than those asked for
   */
  granted(
    host: LoginServer,
    repository: string,
    actions: readonly string[],
    signal: AbortSignal,
  ): Promise<Answer<readonly string[]>>;
  /** Names of tags that the repository has, newest first, ten at most; null where there is no such repository. */
  tags(host: LoginServer, repository: string, signal: AbortSignal): Promise<Answer<readonly string[] | null>>;
  /** Names of repositories, the first hundred. */
  catalog(host: LoginServer, signal: AbortSignal): Promise<Answer<readonly string[]>>;
  manifest(
    host: LoginServer,
    repository: string,
    reference: string,
    signal: AbortSignal,
  ): Promise<Answer<ManifestRecord | null>>;
  /** Lock attributes of a tag or repository; null where it does not exist. */
  attributes(
    host: LoginServer,
    repository: string,
    tag: string | null,
    signal: AbortSignal,
  ): Promise<Answer<AttributesRecord | null>>;
}

export interface ManifestRecord {
  /** `os/architecture` of each image of an index; empty where the manifest does not say. */
  readonly platforms: readonly string[];
}

export interface AttributesRecord {
  readonly readEnabled: boolean;
  readonly writeEnabled: boolean;
  readonly deleteEnabled: boolean;
}
