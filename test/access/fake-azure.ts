import type { Person } from '../../src/access/policy/principals.js';
import type { People, RequestsConfig } from '../../src/access/requests.js';
import { type Answer, failed, ok, type Problem } from '../../src/azure/answer.js';
import type {
  ApplicationRecord,
  AssignmentRecord,
  ClusterRecord,
  EligibilityRecord,
  RoleDefinitionRecord,
  ServicePrincipalRecord,
  TokenRecord,
} from '../../src/azure/ports.js';
import { approvers, clientId, ids, type Name, pipeline, registryNamed, tenant } from './requests-names.js';

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
  /** Roles that anybody asked about is eligible for (PIM). */
  eligible: readonly EligibilityRecord[] = [];
  apps: readonly string[] = [clientId];
  tokens: readonly TokenRecord[] = [];
  /** Of every application. */
  secrets: ApplicationRecord['secrets'] = [];
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
    eligibilities: () => this.#answer('arm', 'eligibilities', this.eligible),
    tokens: () => this.#answer('arm', 'tokens', this.tokens),
  });

  readonly directory = (): ReturnType<RequestsConfig['directory']> => ({
    servicePrincipal: (id) => this.#answer('apps', 'app', this.apps.includes(id) ? principalOf(id) : null),
    application: (id) =>
      this.#answer('apps', 'application', this.apps.includes(id) ? this.#application(id) : null),
  });

  readonly port: People = {
    person: async (objectId) => this.#answer('people', 'person', this.people.get(objectId) ?? null),
    ownersOf: async () => this.#answer('owners', 'owners', this.owners),
  };

  #application(id: string): ApplicationRecord {
    return { clientId: id, secrets: this.secrets, federatedCredentials: [] };
  }

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
