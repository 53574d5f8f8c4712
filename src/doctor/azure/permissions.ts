import type { Identity } from '../../access/identities/flaw.js';
import { giveRole, takeRole } from '../../access/identities/rights.js';
import type { RegistryMode } from '../../knowledge/vocabulary.js';
import type { Feature } from './features.js';

/** A right that an identity needs, what for, and where. */
export interface Permission {
  readonly identity: Identity;
  /** Action of Resource Manager, data action, or permission in Microsoft Graph. */
  readonly name: string;
  readonly kind: 'action' | 'data-action' | 'graph';
  readonly at: 'subscription' | 'registry' | 'vault' | 'tenant';
  readonly for: readonly Feature[];
  /** Without it the features do not work at all; else a check of theirs says that it could not ask. */
  readonly needed: boolean;
  /** Where only registries of one permission mode know it. */
  readonly mode?: RegistryMode;
  /** Names of other rights that do as well; patterns are of Azure's own affair. */
  readonly orElse?: readonly string[];
}

const registry = 'Microsoft.ContainerRegistry/registries';
const authorization = 'Microsoft.Authorization';
const secrets = 'Microsoft.KeyVault/vaults/secrets';

type Right = Omit<Permission, 'identity' | 'kind'>;

/** A test holds the actions against the roles that `policy deploy` writes: neither has one that the other lacks. */
const reader: readonly Right[] = [
  {
    name: `${registry}/read`,
    at: 'subscription',
    for: ['live-checks', 'role-requests', 'admin-password', 'repository-token-password', 'self-check'],
    needed: true,
  },
  {
    name: `${authorization}/roleAssignments/read`,
    at: 'registry',
    for: ['live-checks', 'role-requests', 'self-check'],
    needed: true,
  },
  {
    name: `${authorization}/roleDefinitions/read`,
    at: 'registry',
    for: ['live-checks', 'role-requests', 'self-check'],
    needed: true,
  },
  {
    name: 'Microsoft.Resources/subscriptions/read',
    at: 'subscription',
    for: ['live-checks', 'role-requests'],
    needed: true,
  },
  { name: `${registry}/tokens/read`, at: 'registry', for: ['live-checks'], needed: false },
  { name: `${registry}/scopeMaps/read`, at: 'registry', for: ['live-checks'], needed: false },
  { name: `${registry}/listUsages/read`, at: 'registry', for: ['live-checks'], needed: false },
  { name: `${authorization}/locks/read`, at: 'registry', for: ['live-checks'], needed: false },
  {
    name: `${authorization}/roleEligibilityScheduleInstances/read`,
    at: 'registry',
    for: ['live-checks'],
    needed: false,
  },
  {
    name: 'Microsoft.ContainerService/managedClusters/read',
    at: 'subscription',
    for: ['live-checks', 'role-requests'],
    needed: false,
  },
  {
    name: 'Microsoft.Resources/subscriptions/providers/read',
    at: 'subscription',
    for: ['live-checks'],
    needed: false,
  },
  {
    name: 'Microsoft.Insights/diagnosticSettings/read',
    at: 'registry',
    for: ['live-checks'],
    needed: false,
  },
  {
    name: 'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read',
    at: 'registry',
    for: ['live-checks'],
    needed: false,
  },
];

const readerData: readonly (Right & { readonly kind: Permission['kind'] })[] = [
  {
    name: `${registry}/pull/read`,
    kind: 'action',
    at: 'registry',
    for: ['data-checks'],
    needed: false,
    mode: 'legacy',
  },
  ...(['repositories/content/read', 'repositories/metadata/read', 'catalog/read'] as const).map((name) => ({
    name: `${registry}/${name}`,
    kind: 'data-action' as const,
    at: 'registry' as const,
    for: ['data-checks'] as const,
    needed: false,
    mode: 'abac' as const,
  })),
];

const readerGraph: readonly Right[] = [
  {
    name: 'User.Read.All',
    at: 'tenant',
    for: ['live-checks', 'role-requests', 'self-check'],
    needed: false,
    orElse: ['Directory.Read.All'],
  },
  {
    name: 'GroupMember.Read.All',
    at: 'tenant',
    for: ['role-requests', 'admin-password', 'repository-token-password', 'client-secret'],
    needed: true,
    orElse: ['Group.Read.All', 'Directory.Read.All'],
  },
  {
    name: 'Application.Read.All',
    at: 'tenant',
    for: ['live-checks', 'role-requests', 'client-secret'],
    needed: false,
    orElse: ['Directory.Read.All'],
  },
];

const selfCheck: readonly Right[] = ['roleAssignments/read', 'roleDefinitions/read'].map((name) => ({
  name: `${authorization}/${name}`,
  at: 'registry',
  for: ['self-check'],
  needed: true,
}));

const grantor: readonly Right[] = [
  ...[giveRole, takeRole].map(
    (name): Right => ({ name, at: 'registry', for: ['role-requests'], needed: true }),
  ),
  ...selfCheck,
];

const rotator: readonly Right[] = [
  {
    name: `${registry}/read`,
    at: 'registry',
    for: ['admin-password', 'repository-token-password'],
    needed: true,
  },
  { name: `${registry}/regenerateCredential/action`, at: 'registry', for: ['admin-password'], needed: true },
  {
    name: `${registry}/generateCredentials/action`,
    at: 'registry',
    for: ['repository-token-password'],
    needed: true,
  },
  { name: `${registry}/tokens/read`, at: 'registry', for: ['repository-token-password'], needed: true },
  ...selfCheck,
];

const rotatorVault: readonly Right[] = ['readMetadata', 'setSecret', 'update'].map((name) => ({
  name: `${secrets}/${name}/action`,
  at: 'vault',
  for: ['vault-delivery'],
  needed: true,
}));

/** Every right that an identity of the bot needs for something. A row more is a right more that is looked at. */
export const permissions: readonly Permission[] = [
  ...reader.map((it): Permission => ({ ...it, identity: 'reader', kind: 'action' })),
  ...readerData.map((it): Permission => ({ ...it, identity: 'reader' })),
  ...readerGraph.map((it): Permission => ({ ...it, identity: 'reader', kind: 'graph' })),
  ...grantor.map((it): Permission => ({ ...it, identity: 'grantor', kind: 'action' })),
  ...rotator.map((it): Permission => ({ ...it, identity: 'rotator', kind: 'action' })),
  ...rotatorVault.map((it): Permission => ({ ...it, identity: 'rotator', kind: 'data-action' })),
  {
    identity: 'rotator',
    name: 'Application.ReadWrite.OwnedBy',
    kind: 'graph',
    at: 'tenant',
    for: ['client-secret'],
    needed: true,
  },
];
