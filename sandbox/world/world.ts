import type { CauseId } from '../../src/knowledge/causes.js';
import type { RoleDefinition } from '../arm/built-in-roles.js';
import type { Side } from '../service.js';
import type { Ledger } from './ledger.js';
import type { Answerable, WorldFile } from './schema.js';
import type { Title } from './title.js';

/**
 * A world with every reference resolved, every id given and every time absolute. It is replaced as a whole when a
 * change is applied; services read it at each request, so that a change shows at once (but for what Azure itself
 * delays).
 */
export interface World {
  readonly title: Title;
  readonly cause: CauseId;
  readonly decoy: CauseId;
  readonly decidedBy: WorldFile['decidedBy'];
  readonly asks: User;
  readonly paste: string;
  readonly answers: Readonly<Partial<Record<Answerable, string>>>;
  /** Names of the changes that can be applied. */
  readonly changes: readonly string[];
  readonly now: () => Date;
  readonly delay: number;
  /** Milliseconds until a role assignment that is new, or gone, makes a difference. */
  readonly propagation: number;
  readonly ledger: Ledger;
  readonly bot: WorldFile['bot'] & {
    readonly clientId: string;
    readonly objectId: string;
    readonly tenant: Tenant;
  };
  readonly tenants: ReadonlyMap<string, Tenant>;
  readonly users: ReadonlyMap<string, User>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly servicePrincipals: ReadonlyMap<string, ServicePrincipal>;
  readonly managedIdentities: ReadonlyMap<string, ManagedIdentity>;
  readonly subscriptions: ReadonlyMap<string, Subscription>;
  readonly clusters: ReadonlyMap<string, Cluster>;
  readonly registries: ReadonlyMap<string, Registry>;
  readonly vaults: ReadonlyMap<string, Vault>;
  /** Log Analytics. */
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** Custom roles. */
  readonly roleDefinitions: ReadonlyMap<string, RoleDefinition>;
  readonly assignments: readonly Assignment[];
  readonly eligibilities: readonly Eligibility[];
  readonly faults: readonly Fault[];
}

export interface Tenant {
  readonly name: string;
  readonly id: string;
}
export interface Group {
  readonly name: string;
  readonly id: string;
  readonly tenant: Tenant;
}
export interface User {
  readonly name: string;
  readonly id: string;
  readonly tenant: Tenant;
  readonly groups: readonly Group[];
  readonly guest: boolean;
  readonly enabled: boolean;
  readonly linked: boolean;
  readonly role: WorldFile['users'][string]['role'];
  /** Authentication contexts that the person can satisfy. */
  readonly contexts: readonly string[];
  /** When the session of their browser began; null: there is none. */
  readonly session: Date | null;
}
export interface ServicePrincipal {
  readonly name: string;
  readonly tenant: Tenant;
  readonly clientId: string;
  readonly objectId: string;
  readonly enabled: boolean;
  readonly registered: boolean;
  readonly homeTenant: Tenant | null;
  readonly created: Date;
  /** Object ids of who owns the application. */
  readonly owners: readonly string[];
  /** Permissions in Microsoft Graph. */
  readonly graph: readonly GraphPermission[];
  readonly secrets: readonly Secret[];
  readonly federated: readonly {
    readonly name: string;
    readonly issuer: string;
    readonly subject: string;
    readonly audiences: readonly string[];
  }[];
}
export type GraphPermission = WorldFile['servicePrincipals'][string]['graph'][number];
/** A client secret of an application. */
export interface Secret {
  readonly name: string;
  readonly keyId: string;
  readonly value: string | null;
  readonly expires: Date | null;
  /** Of those that a world was written with it is not known. */
  readonly started?: Date;
}
export interface ManagedIdentity {
  readonly name: string;
  readonly tenant: Tenant;
  readonly clientId: string;
  readonly objectId: string;
  readonly created: Date;
  readonly graph: readonly GraphPermission[];
}
export interface Subscription {
  readonly name: string;
  readonly id: string;
  readonly tenant: Tenant;
  readonly botReads: boolean;
  readonly providerRegistered: boolean;
}
export interface Cluster {
  readonly name: string;
  /** Resource id with a leading slash. */
  readonly id: string;
  readonly subscription: Subscription;
  readonly kubelet: ManagedIdentity | null;
  readonly servicePrincipal: ServicePrincipal | null;
}
export interface Registry
  extends Omit<
    WorldFile['registries'][string],
    'subscription' | 'loginServer' | 'tokens' | 'diagnostics' | 'loginEvents'
  > {
  readonly name: string;
  readonly id: string;
  readonly loginServer: string;
  readonly subscription: Subscription;
  readonly diagnostics: readonly DiagnosticSetting[];
  readonly loginEvents: readonly LoginEvent[];
  readonly tokens: Readonly<
    Record<
      string,
      {
        readonly status: 'enabled' | 'disabled';
        readonly scopeMap: string;
        readonly passwords: Readonly<
          Record<string, { readonly created: Date; readonly expires: Date | null }>
        >;
      }
    >
  >;
}
/** Routes logs of a registry to a workspace, or elsewhere. */
export interface DiagnosticSetting {
  readonly name: string;
  readonly workspace: Workspace | null;
  readonly categories: readonly string[];
  readonly created: Date;
}
/** A sign-in as a registry logs it. */
export interface LoginEvent {
  readonly at: Date;
  readonly identity: string;
  readonly ip: string;
  readonly userAgent: string;
  /** HTTP status as text. */
  readonly result: string;
}
export interface Workspace {
  readonly name: string;
  /** Resource id with a leading slash. */
  readonly id: string;
  /** The id in the paths of queries. */
  readonly customerId: string;
  readonly subscription: Subscription;
  readonly resourceContext: boolean;
  readonly tables: 'at-first-event' | 'always';
  /** Milliseconds from an event until it can be found. */
  readonly ingestion: number;
}
export interface Vault {
  readonly name: string;
  /** Resource id with a leading slash. */
  readonly id: string;
  readonly region: string;
  readonly subscription: Subscription;
}
export interface Assignment {
  readonly name: string;
  /** GUID of the assignment. */
  readonly id: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group' | 'ServicePrincipal';
  readonly role: string;
  /** Resource id of the scope. */
  readonly scope: string;
  readonly condition: string | null;
  readonly description: string | null;
  readonly created: Date;
  /** Object id of who created it; null for those that a world was written with. */
  readonly createdBy: string | null;
  /** When an activation is over; null: never. */
  readonly ends: Date | null;
}
export type Eligibility = Pick<
  Assignment,
  'name' | 'id' | 'principalId' | 'principalType' | 'role' | 'scope'
>;
export interface Fault extends Omit<WorldFile['faults'][string], 'for'> {
  readonly name: string;
  readonly for: Side | 'everyone';
}
