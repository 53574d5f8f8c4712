import { emptyLedger } from '../../sandbox/world/ledger.js';
import type {
  Assignment,
  Group,
  ManagedIdentity,
  Registry,
  ServicePrincipal,
  Subscription,
  Tenant,
  User,
  World,
} from '../../sandbox/world/world.js';

/** A world built by hand: one tenant with everything that the management clients read. */

const guid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;
const days = (n: number): Date => new Date(now.getTime() + n * 86_400_000);
const now = new Date('2026-03-02T09:00:00Z');

export const contoso: Tenant = { name: 'contoso', id: guid(0x10) };
export const fabrikam: Tenant = { name: 'fabrikam', id: guid(0x11) };
export const bot = { clientId: guid(0x20), objectId: guid(0x21), tenant: contoso };
export const developers: Group = { name: 'developers', id: guid(0x30), tenant: contoso };

export const subscription: Subscription = {
  name: 'production',
  id: guid(0x40),
  tenant: contoso,
  botReads: true,
  providerRegistered: true,
};

export const dana: User = {
  name: 'dana',
  id: guid(0x50),
  tenant: contoso,
  groups: [developers],
  guest: false,
  enabled: true,
  linked: true,
  role: 'asker',
  contexts: [],
  session: null,
};

export const pipeline: ServicePrincipal = {
  name: 'pipeline',
  tenant: contoso,
  clientId: guid(0x60),
  objectId: guid(0x61),
  enabled: true,
  registered: true,
  homeTenant: null,
  created: days(-400),
  owners: [],
  graph: [],
  secrets: [
    { name: 'old', keyId: guid(0x62), value: 'fake-old', expires: days(-3) },
    { name: 'new', keyId: guid(0x63), value: 'fake-new', expires: days(90) },
  ],
  federated: [
    {
      name: 'main',
      issuer: 'https://token.actions.githubusercontent.com',
      subject: 'repo:contoso/app:ref:refs/heads/main',
      audiences: ['api://AzureADTokenExchange'],
    },
  ],
};

export const kubelet: ManagedIdentity = {
  name: 'nodes',
  tenant: contoso,
  clientId: guid(0x70),
  objectId: guid(0x71),
  created: days(-400),
  graph: [],
};

const group = `/subscriptions/${subscription.id}/resourceGroups/rg-registry`;

export const registry: Registry = {
  name: 'contoso',
  id: `${group}/providers/Microsoft.ContainerRegistry/registries/contoso`,
  loginServer: 'contoso.azurecr.io',
  subscription,
  resourceGroup: 'rg-registry',
  region: 'westeurope',
  sku: 'Premium',
  provisioningState: 'Succeeded',
  mode: 'abac',
  adminUser: false,
  anonymousPull: false,
  publicAccess: true,
  firewall: { default: 'deny', allow: ['203.0.113.0/24', '198.51.100.7'] },
  trustedServices: true,
  armAudience: 'disabled',
  quarantine: false,
  dataEndpoint: true,
  replications: {},
  regionalEndpoints: false,
  privateEndpoints: { 'pe-1': { status: 'approved', address: '10.1.0.4' } },
  discoverable: true,
  repositories: {},
  scopeMaps: { readers: { actions: ['repositories/app/content/read'] } },
  tokens: {
    'ci-builds': {
      status: 'enabled',
      scopeMap: 'readers',
      passwords: {
        password1: { created: days(-30), expires: null },
        password2: { created: days(-30), expires: days(-1) },
      },
    },
    legacy: { status: 'disabled', scopeMap: '_repositories_pull', passwords: {} },
  },
  locks: { frozen: { level: 'read-only' } },
  usage: { Tokens: { current: 2, limit: 50_000 } },
  identityOfKey: 'none',
  diagnostics: [],
  loginEvents: [],
};

export function assigned(role: string, principalId: string, some: Partial<Assignment> = {}): Assignment {
  const principalType = principalId === dana.id ? 'User' : 'ServicePrincipal';
  const name = `${role} ${principalId} ${some.scope ?? ''}`;
  return {
    name,
    id: guid(0x1000 + [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xff_ffff, 7)),
    principalId,
    principalType,
    role,
    scope: registry.id,
    condition: null,
    description: null,
    created: days(-90),
    createdBy: null,
    ends: null,
    ...some,
  };
}

const byName = <T extends { readonly name: string }>(...things: readonly T[]): ReadonlyMap<string, T> =>
  new Map(things.map((thing) => [thing.name, thing]));

/** The world, some of it replaced. */
export function world(some: Partial<World> = {}): World {
  return {
    title: { en: 'By hand', de: 'Von Hand', 'zh-Hans': '手工' },
    cause: 'role-missing',
    decoy: 'ip-not-allowed',
    decidedBy: 'check',
    asks: dana,
    paste: 'unauthorized',
    answers: {},
    changes: [],
    now: () => now,
    delay: 0,
    propagation: 600_000,
    ledger: emptyLedger(),
    bot: {
      ...bot,
      ...{ signIn: 'ok', directory: true, dataReader: false, denied: [], redirectUris: [] },
      ...{ grantor: null, rotator: null },
    },
    tenants: byName(contoso, fabrikam),
    users: byName(dana),
    groups: byName(developers),
    servicePrincipals: byName(pipeline),
    managedIdentities: byName(kubelet),
    subscriptions: byName(subscription),
    clusters: byName({
      name: 'aks',
      id: `/subscriptions/${subscription.id}/resourceGroups/rg-aks/providers/Microsoft.ContainerService/managedClusters/aks`,
      subscription,
      kubelet,
      servicePrincipal: null,
    }),
    registries: byName(registry),
    vaults: new Map(),
    workspaces: new Map(),
    roleDefinitions: new Map(),
    assignments: [
      assigned('AcrPull', kubelet.objectId),
      assigned('Container Registry Repository Reader', developers.id, {
        principalType: 'Group',
        condition:
          "@Request[Microsoft.ContainerRegistry/registries/repositories:name] StringEqualsIgnoreCase 'app'",
      }),
      assigned('Reader', dana.id, { scope: `/subscriptions/${subscription.id}` }),
    ],
    eligibilities: [
      {
        name: 'activation',
        id: guid(0x90),
        principalId: developers.id,
        principalType: 'Group',
        role: 'Container Registry Repository Writer',
        scope: group,
      },
    ],
    faults: [],
    ...some,
  };
}

/** The bot of the world, some of it changed. */
export function botWith(some: Partial<World['bot']>): World['bot'] {
  return { ...world().bot, ...some };
}
