import { onTestFinished } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { loadPolicy } from '../../src/access/policy/load.js';
import type { Policy } from '../../src/access/policy/policy.js';
import type { Person } from '../../src/access/policy/principals.js';
import type { Party, RoleRequest } from '../../src/access/request.js';
import {
  type Need,
  type People,
  Requests,
  type RequestsConfig,
  type RoleDraft,
} from '../../src/access/requests.js';
import { type Answer, failed, ok, type Problem } from '../../src/azure/answer.js';
import type {
  AssignmentRecord,
  ClusterRecord,
  RegistryRecord,
  RoleDefinitionRecord,
  ServicePrincipalRecord,
} from '../../src/azure/ports.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import { silent } from '../../src/observe/log.js';
import { openStore } from '../../src/store/open.js';
import { registry } from '../checks/fakes.js';

/** Requests on a real ledger; Azure and the directory are played, and every call to them is counted. */

export const hour = 3_600_000;
export const day = 24 * hour;
export const tenant = '11111111-0000-4000-8000-000000000001';
export const approvers = '99999999-0000-4000-8000-000000000001';
export const clientId = '7c1f0b6e-52d4-4a0b-9d0e-6a3c1f9e2b11';
export const pipeline = 'dddddddd-0000-4000-8000-000000000001';
export const kubelet = 'eeeeeeee-0000-4000-8000-000000000001';
export const ids = {
  dana: 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee',
  olga: 'aaaaaaaa-0000-4000-8000-000000000002',
  rita: 'aaaaaaaa-0000-4000-8000-000000000003',
  bob: 'aaaaaaaa-0000-4000-8000-000000000004',
} as const;
export type Name = keyof typeof ids;

const subscription = '22222222-0000-4000-8000-000000000001';

export function registryNamed(name: string, some: Partial<RegistryRecord> = {}): RegistryRecord {
  const id = `/subscriptions/${subscription}/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/${name}`;
  return registry({ id, name, loginServer: hostOf(name), subscription, ...some });
}

export function hostOf(name: string) {
  const host = parseLoginServer(`${name}.azurecr.io`);
  if (host === null) throw new Error(`no registry is called ${name}`);
  return host;
}

export function need(some: Partial<Need> = {}): Need {
  return {
    loginServer: hostOf('contoso'),
    identity: { kind: 'application', clientId },
    cluster: null,
    operation: 'pull',
    repository: null,
    ...some,
  };
}

export function party(name: Name, some: Partial<Party> = {}): Party {
  return {
    objectId: ids[name],
    tenant,
    platform: 'slack',
    person: `slack\nT1\n${name}`,
    language: 'en',
    ...some,
  };
}

/** Another rule or registry than those below, merged over them. */
export interface PolicyParts {
  readonly rule?: object;
  readonly registry?: object;
  readonly more?: object;
}

export function policyOf({ rule = {}, registry = {}, more = {} }: PolicyParts = {}): Policy {
  const loaded = loadPolicy(
    JSON.stringify({
      version: 1,
      tenants: [tenant],
      groups: { approvers },
      channels: { teams: '19:approvals@thread.tacv2', slack: 'C0APPROVE' },
      registries: {
        contoso: { match: ['contoso'], discoverable: true, approvers: ['group:approvers'], ...registry },
        hidden: { match: ['hidden'], approvers: ['group:approvers'] },
      },
      requests: {
        all: {
          registries: ['contoso', 'hidden'],
          by: ['members'],
          for: ['self', 'service-principal', 'aks-kubelet-identity'],
          tier: 1,
          maxDuration: '7d',
          ...rule,
        },
      },
      ...more,
    }),
  );
  if (loaded.kind === 'mistakes') throw new Error(JSON.stringify(loaded.problems));
  return loaded.policy;
}

const customReader: RoleDefinitionRecord = {
  name: 'Contoso custom reader',
  actions: [],
  notActions: [],
  dataActions: [],
  notDataActions: [],
};

function principalOf(id: string): ServicePrincipalRecord {
  return { objectId: pipeline, clientId: id, enabled: true, kind: 'application', homeTenant: null };
}

/** Azure as it answers now; tests change it. */
export class FakeAzure {
  readonly calls: string[] = [];
  readonly registries = new Map(
    [registryNamed('contoso'), registryNamed('hidden')].map((it) => [it.name, it]),
  );
  readonly people = new Map<string, Person>();
  owners: readonly string[] = [];
  clusters: readonly ClusterRecord[] = [];
  held: readonly AssignmentRecord[] = [];
  apps: readonly string[] = [clientId];
  /** Parts that do not answer. */
  readonly down = new Set<'arm' | 'apps' | 'people' | 'owners' | 'clusters'>();

  constructor() {
    for (const [name, objectId] of Object.entries(ids)) {
      const groups = name === 'olga' || name === 'rita' ? [approvers] : [];
      this.people.set(objectId, { objectId, tenant, groups, guest: false });
    }
  }

  change(name: Name, some: Partial<Person>): void {
    const { objectId, groups, guest } = this.people.get(ids[name]) ?? {
      objectId: ids[name],
      groups: [],
      guest: false,
    };
    this.people.set(ids[name], { objectId, tenant, groups, guest, ...some });
  }

  readonly management = (): ReturnType<RequestsConfig['management']> => ({
    findRegistry: (host) =>
      this.#answer('arm', 'registry', this.registries.get(host.split('.')[0] ?? '') ?? null),
    clusters: () => this.#answer('clusters', 'clusters', this.clusters),
    assignments: () => this.#answer('arm', 'assignments', this.held),
    roleDefinition: () => this.#answer('arm', 'definition', customReader),
  });

  readonly directory = (): ReturnType<RequestsConfig['directory']> => ({
    servicePrincipal: (id) => this.#answer('apps', 'app', this.apps.includes(id) ? principalOf(id) : null),
  });

  readonly port: People = {
    person: async (objectId) => this.#answer('people', 'person', this.people.get(objectId) ?? null),
    ownersOf: async () => this.#answer('owners', 'owners', this.owners),
  };

  async #answer<T>(
    part: 'arm' | 'apps' | 'people' | 'owners' | 'clusters',
    call: string,
    value: T,
  ): Promise<Answer<T>> {
    this.calls.push(call);
    const problem: Problem = { kind: 'unavailable', reason: 'timeout', status: null };
    return this.down.has(part) ? failed(problem) : ok(value);
  }
}

export async function openRequests(parts: PolicyParts = {}) {
  const store = await openStore('sqlite::memory:', silent);
  onTestFinished(() => store.close());
  const azure = new FakeAzure();
  const clock = { at: Date.parse('2026-03-02T09:00:00Z') };
  const { ledger }: { ledger: Ledger } = store;
  const requests = requestsOn(ledger, azure, clock, policyOf(parts));
  return { store, azure, clock, ledger, requests };
}

export function requestsOn(
  ledger: Ledger,
  azure: FakeAzure,
  clock: { at: number },
  policy: Policy,
): Requests {
  const { management, directory, port: people } = azure;
  return new Requests({ policy, ledger, management, directory, people, now: () => clock.at });
}

export const dana = party('dana');
export const olga = party('olga', { platform: 'teams', person: 'teams\nt\nolga' });

export async function drafted(requests: Requests, some: Parameters<typeof need>[0] = {}): Promise<RoleDraft> {
  const proposal = await requests.propose(need(some), dana);
  if (proposal.kind !== 'offer') throw new Error(JSON.stringify(proposal));
  return proposal.draft;
}

export const id = 'r'.repeat(22);

export async function submitted(
  ground: Awaited<ReturnType<typeof openRequests>>,
  reason = 'builds',
): Promise<RoleRequest> {
  const { requests } = ground;
  const draft = await drafted(requests);
  const sent = await requests.submit(id, draft, 2 * day, reason);
  if (sent.kind !== 'submitted') throw new Error(sent.kind);
  const found = await requests.find(id);
  if (found === null) throw new Error('nothing was submitted');
  return found;
}
