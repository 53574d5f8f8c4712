import { type Answer, ok, type Problem } from '../../src/azure/answer.js';
import type {
  AssignmentRecord,
  Directory,
  Management,
  Reach,
  RegistryData,
  RegistryProbe,
  RegistryRecord,
} from '../../src/azure/ports.js';
import { checksOf } from '../../src/checks/catalogue.js';
import type { Finding, Means, Subject, Vantage } from '../../src/checks/check.js';
import type { LiveCheckId } from '../../src/checks/needs.js';
import { runChecks } from '../../src/checks/runner.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { type RoleName, roles } from '../../src/knowledge/roles.js';

/** A quiet registry where everything answers; each test replaces what it is about. */

export const now = new Date('2026-03-02T09:00:00Z');
export const minutesAgo = (n: number): string => new Date(now.getTime() - n * 60_000).toISOString();
export const signal = new AbortController().signal;
export const subscription = '00000000-0000-4000-8000-000000000040';
export const danaId = '00000000-0000-4000-8000-000000000050';
export const dana: Subject['identity'] = { kind: 'user', objectId: danaId };
export const pipeline: Subject['identity'] = {
  kind: 'application',
  clientId: '00000000-0000-4000-8000-000000000060',
};
export const kubeletId = '00000000-0000-4000-8000-000000000071';
export const tenant = '00000000-0000-4000-8000-000000000010';

function server() {
  const parsed = parseLoginServer('contoso.azurecr.io');
  if (parsed === null) throw new Error('no login server');
  return parsed;
}
const loginServer = server();

export const registry = (some: Partial<RegistryRecord> = {}): RegistryRecord => ({
  id: `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso`,
  name: 'contoso',
  loginServer,
  subscription,
  resourceGroup: 'rg',
  location: 'westeurope',
  sku: 'Premium',
  provisioningState: 'Succeeded',
  mode: 'legacy',
  adminUserEnabled: false,
  anonymousPullEnabled: false,
  publicNetworkAccess: 'enabled',
  defaultAction: 'allow',
  ipRules: [],
  trustedServicesAllowed: true,
  armAudience: 'enabled',
  quarantine: false,
  dataEndpoints: [],
  privateEndpoints: [],
  ...some,
});

export const subject = (some: Partial<Subject> = {}): Subject => ({
  loginServer,
  repository: 'team/app',
  reference: 'v1',
  platform: null,
  operation: 'pull',
  subscription: null,
  clientIp: null,
  identity: dana,
  federation: null,
  cluster: null,
  ...some,
});

export const assignment = (
  role: RoleName | string,
  some: Partial<AssignmentRecord> = {},
): AssignmentRecord => {
  const roleGuid = Object.entries(roles).find(([name]) => name === role)?.[1].guid ?? role;
  return {
    id: `assignment of ${role}`,
    scope: registry().id,
    roleGuid,
    roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${roleGuid}`,
    principalId: danaId,
    condition: null,
    createdOn: '2025-01-01T00:00:00Z',
    ...some,
  };
};

export const reach = (some: Partial<Reach> = {}): Reach => ({
  dns: { kind: 'found', addresses: ['20.50.1.2'], aliases: [] },
  tcp: 'connected',
  tls: 'trusted',
  issuer: 'Microsoft Corporation',
  http: { kind: 'challenged' },
  elapsed: 5,
  ...some,
});

export const management = (some: Partial<Management> = {}): Management => ({
  findRegistry: async () => ok(registry()),
  tenantOf: async () => ok(tenant),
  tokens: async () =>
    ok([{ name: 'ci', enabled: true, scopeMapId: 'map', passwords: [passwordUntil(null)] }]),
  scopeMap: async () => ok({ name: 'readers', actions: ['repositories/team/app/content/read'] }),
  usages: async () => ok([{ name: 'Size', current: 1, limit: 100 }]),
  locks: async () => ok([]),
  assignments: async () => ok([]),
  eligibilities: async () => ok([]),
  roleDefinition: async () =>
    ok({ name: 'custom', actions: [], notActions: [], dataActions: [], notDataActions: [] }),
  clusters: async () =>
    ok([{ name: 'aks', id: 'aks', tenant, kubeletObjectId: kubeletId, servicePrincipalClientId: null }]),
  providerRegistered: async () => ok(true),
  ...some,
});

export const passwordUntil = (expiresOn: string | null) => ({
  name: 'password1',
  createdOn: '2025-01-01T00:00:00Z',
  expiresOn,
});

const directory = (some: Partial<Directory> = {}): Directory => ({
  application: async (clientId) => ok({ clientId, secrets: [], federatedCredentials: [] }),
  servicePrincipal: async (clientId) =>
    ok({ objectId: danaId, clientId, enabled: true, kind: 'application', homeTenant: null }),
  user: async (objectId) => ok({ objectId, signInName: 'dana@contoso.com', guest: false, enabled: true }),
  ...some,
});

const probe = (some: Partial<RegistryProbe> = {}): RegistryProbe => ({
  reach: async () => reach(),
  lookUp: async () => reach().dns,
  way: async () => reach(),
  anonymousToken: async () => ok(false),
  ...some,
});

const data = (some: Partial<RegistryData> = {}): RegistryData => ({
  exchange: async () => ok('accepted'),
  granted: async (_host, _repository, actions) => ok(actions),
  manifest: async () => ok({ platforms: [] }),
  tags: async () => ok(['v1']),
  catalog: async () => ok(['team/app']),
  attributes: async () => ok({ readEnabled: true, writeEnabled: true, deleteEnabled: true }),
  ...some,
});

/** What a test says about the world; the rest is quiet. */
export interface Given {
  readonly subject?: Partial<Subject>;
  readonly registry?: Partial<RegistryRecord> | null;
  readonly management?: Partial<Management> | null;
  readonly directory?: Partial<Directory> | null;
  readonly probe?: Partial<RegistryProbe>;
  readonly data?: Partial<RegistryData> | null;
  readonly vantage?: Vantage;
}

export function meansOf(given: Given = {}): Means {
  const found = given.registry === null ? null : registry(given.registry);
  const findRegistry = async (): Promise<Answer<RegistryRecord | null>> => ok(found);
  return {
    vantage: given.vantage ?? 'person',
    management: given.management === null ? null : management({ findRegistry, ...given.management }),
    directory: given.directory === null ? null : directory(given.directory),
    probe: probe(given.probe),
    data: given.data === null ? null : data(given.data),
    now: () => now,
  };
}

/** One check, run as the runner does it. */
export async function findingOf(id: LiveCheckId, given: Given = {}): Promise<Finding> {
  const [finding] = await runChecks(checksOf([id]), subject(given.subject), meansOf(given));
  if (finding === undefined) throw new Error(`no finding of ${id}`);
  return finding;
}

/** The verdict, or `unknown: ` with the reason. */
export async function verdictOf(id: LiveCheckId, given: Given = {}): Promise<string> {
  const finding = await findingOf(id, given);
  return finding.verdict === 'unknown' ? `unknown: ${finding.why}` : finding.verdict;
}

/** Every way in which a call can fail, with the reason that a check then gives. */
export const failures: readonly (readonly [Problem, string])[] = [
  [{ kind: 'denied', action: 'Microsoft.ContainerRegistry/registries/read' }, 'missing-right'],
  [{ kind: 'not-found' }, 'missing-right'],
  [{ kind: 'signed-out', code: 'AADSTS700082' }, 'not-signed-in'],
  [{ kind: 'throttled', retryAfterSeconds: 3 }, 'throttled'],
  [{ kind: 'circuit-open', service: 'resource-manager', retryAfterSeconds: 27 }, 'circuit-open'],
  [{ kind: 'busy' }, 'busy'],
  [{ kind: 'unavailable', reason: 'server-error', status: 503 }, 'not-reachable'],
];
