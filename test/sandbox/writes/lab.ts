import { stringify } from 'yaml';
import { arm } from '../../../sandbox/arm/arm.js';
import { entra } from '../../../sandbox/entra/entra.js';
import { registryService } from '../../../sandbox/registry/registry.js';
import type { SandboxRequest, SandboxResponse } from '../../../sandbox/service.js';
import { serviceAt } from '../../../sandbox/services.js';
import { isLoaded, type Loaded, loadWorld } from '../../../sandbox/world/load.js';
import type { World } from '../../../sandbox/world/world.js';
import { ask, bearer } from '../raw.js';

/** A registry, a vault, and the identities that write for the bot, on a clock that stands still until it is moved. */

export const roleIds = {
  AcrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d',
  AcrPush: '8311e382-0749-4cb8-b61a-304f252e45ec',
  AcrDelete: 'c2f4ef07-c644-48eb-af81-4b1b4947fb11',
  Owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
  reader: 'b93aa761-3e63-49ed-ac28-beffa264f7ac',
} as const;

/** Condition of the grantor: two roles, people and applications, for adding and removing (security.md §3.1). */
const grantorCondition = `((!(ActionMatches{'Microsoft.Authorization/roleAssignments/write'})) OR
 (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roleIds.AcrPull}, ${roleIds.AcrPush}, ${roleIds.reader}}
  AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'User','ServicePrincipal'}))
AND
((!(ActionMatches{'Microsoft.Authorization/roleAssignments/delete'})) OR
 (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${roleIds.AcrPull}, ${roleIds.AcrPush}, ${roleIds.reader}}
  AND @Resource[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {'User','ServicePrincipal'}))`;

type Part = Readonly<Record<string, unknown>>;

interface Parts {
  readonly roleAssignments?: Part;
  readonly registry?: Part;
  readonly [section: string]: unknown;
}

const actions = (...names: string[]) => names.map((name) => `Microsoft.ContainerRegistry/registries/${name}`);

/** The world as its file holds it; `some` replaces whole sections, `roleAssignments` are added. */
export function worldText({ roleAssignments = {}, registry = {}, ...some }: Parts = {}): string {
  return stringify({
    title: { en: 'A registry', de: 'Eine Registrierung', 'zh-Hans': '一个注册表' },
    cause: 'role-missing',
    decoy: 'ip-not-allowed',
    decidedBy: 'check',
    asks: 'ana',
    paste: 'unauthorized',
    changes: { fix: {}, other: { registries: { contoso: { sku: 'Standard' } } } },
    tenants: { contoso: {}, fabrikam: {} },
    groups: { builders: { tenant: 'contoso' } },
    users: {
      ana: { tenant: 'contoso', groups: ['builders'] },
      olga: { tenant: 'contoso' },
      rita: { tenant: 'contoso' },
    },
    servicePrincipals: {
      grantor: { tenant: 'contoso', secrets: { it: { value: 'fake-grantor' } } },
      rotator: {
        tenant: 'contoso',
        graph: ['Application.ReadWrite.OwnedBy'],
        secrets: { it: { value: 'fake-rotator' } },
      },
      pipeline: { tenant: 'contoso', owners: ['rotator'], secrets: { old: { value: 'fake-old' } } },
      foreign: { tenant: 'contoso', secrets: { old: { value: 'fake-foreign' } } },
      fresh: { tenant: 'contoso', created: '-30s' },
    },
    subscriptions: { prod: { tenant: 'contoso' } },
    bot: { grantor: 'grantor', rotator: 'rotator' },
    registries: {
      contoso: {
        subscription: 'prod',
        repositories: { 'team/app': { tags: { v1: {} } } },
        adminUser: true,
        scopeMaps: { 'team-app': { actions: ['repositories/team/app/content/read'] } },
        tokens: { 'ci-pull': { scopeMap: 'team-app', passwords: { password1: {}, password2: {} } } },
        ...registry,
      },
    },
    vaults: { delivery: { subscription: 'prod' } },
    roleDefinitions: {
      rotator: {
        actions: actions('read', 'regenerateCredential/action', 'generateCredentials/action', 'tokens/read'),
      },
    },
    roleAssignments: {
      grantor: {
        principal: 'grantor',
        role: 'Role Based Access Control Administrator',
        scope: 'registry:contoso',
        condition: grantorCondition,
      },
      rotator: { principal: 'rotator', role: 'rotator', scope: 'registry:contoso' },
      delivers: { principal: 'rotator', role: 'Key Vault Secrets Officer', scope: 'vault:delivery' },
      olga: { principal: 'olga', role: 'Owner', scope: 'subscription:prod' },
      rita: { principal: 'rita', role: 'Reader', scope: 'subscription:prod' },
      ...roleAssignments,
    },
    ...some,
  });
}

const audiences: Readonly<Record<string, string>> = {
  'management.azure.com': 'https://management.azure.com',
  'graph.microsoft.com': 'https://graph.microsoft.com',
  'delivery.vault.azure.net': 'https://vault.azure.net',
};

export interface Exchange {
  readonly request: SandboxRequest;
  readonly response: SandboxResponse;
}

export class Lab {
  #loaded: Loaded;
  /** What went to Resource Manager, for those who judge it. */
  readonly exchanges: Exchange[] = [];

  constructor(some: Parts = {}) {
    const loaded = loadWorld(worldText(some), () => 0);
    if (!isLoaded(loaded)) throw new Error(JSON.stringify(loaded));
    this.#loaded = loaded;
  }

  readonly world = (): World => this.#loaded.world;

  apply(change: string): void {
    const next = this.#loaded.apply(change);
    if (!isLoaded(next)) throw new Error(JSON.stringify(next));
    this.#loaded = next;
  }

  advance(seconds: number): void {
    this.#loaded.clock.advance(seconds * 1000);
  }

  id(name: string): string {
    const { users, groups, servicePrincipals } = this.world();
    const found = users.get(name)?.id ?? groups.get(name)?.id ?? servicePrincipals.get(name)?.objectId;
    if (found === undefined) throw new Error(`nobody is called ${name}`);
    return found;
  }

  get registry() {
    const found = this.world().registries.get('contoso');
    if (found === undefined) throw new Error('no registry');
    return found;
  }

  get vaultId(): string {
    return this.world().vaults.get('delivery')?.id ?? '';
  }

  /** A request of somebody, as JSON. */
  async send(who: string | null, method: string, url: string, body?: unknown): Promise<SandboxResponse> {
    const { host, pathname, searchParams } = new URL(url);
    const now = this.world().now();
    const tenant = this.world().asks.tenant;
    const headers =
      who === null ? {} : await bearer({ id: this.id(who), tenant }, audiences[host] ?? '', now);
    const request: SandboxRequest = {
      ...{ method, host, path: pathname, query: searchParams, from: 'bot', address: '192.0.2.1' },
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    };
    const service = serviceAt(host, this.world());
    if (service === null) throw new Error(`nobody is at ${host}`);
    const response = await service(request, this.world());
    if (service === arm) this.exchanges.push({ request, response });
    return response;
  }

  /** A GET with a token of another audience, or of another directory. */
  async withToken(who: string, aud: string, tenant: string, url: string): Promise<SandboxResponse> {
    const service = serviceAt(new URL(url).host, this.world());
    if (service === null) throw new Error(`nobody is at ${url}`);
    const headers = await bearer({ id: this.id(who), tenant: { id: tenant } }, aud, this.world().now());
    return ask(service, this.world(), url, { headers });
  }

  assignment(who: string, method: string, name: string, properties?: Part, scope = this.registry.id) {
    const path = `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;
    const url = `https://management.azure.com${path}?api-version=2022-04-01`;
    return this.send(who, method, url, properties && { properties });
  }

  /** What one asks for to give a role. */
  wanted(
    role: keyof typeof roleIds,
    principal: string,
    some: Part = { principalType: 'ServicePrincipal' },
  ): Part {
    const { id } = this.registry.subscription;
    return {
      roleDefinitionId: `/subscriptions/${id}/providers/Microsoft.Authorization/roleDefinitions/${roleIds[role]}`,
      principalId: this.id(principal),
      ...some,
    };
  }

  post(who: string, action: string, body?: unknown) {
    const url = `https://management.azure.com${this.registry.id}/${action}?api-version=2025-11-01`;
    return this.send(who, 'POST', url, body);
  }

  /** Status of signing in to the registry with a password. */
  async signIn(user: string, password: string): Promise<number> {
    const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
    const url = `https://contoso.azurecr.io/v2/`;
    return (await ask(registryService, this.world(), url, { headers: { authorization } })).status;
  }

  graph(who: string, method: string, path: string, body?: unknown) {
    return this.send(who, method, `https://graph.microsoft.com/v1.0/${path}`, body);
  }

  vault(who: string | null, method: string, path: string, body?: unknown) {
    const url = `https://delivery.vault.azure.net/${path}?api-version=2025-07-01`;
    return this.send(who, method, url, body);
  }

  /** What the token endpoint says to a secret of an application. */
  token(app: string, secret: string): Promise<SandboxResponse> {
    const { clientId = '', tenant } = this.world().servicePrincipals.get(app) ?? {};
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: secret,
      scope: 'https://management.azure.com/.default',
    });
    const url = `https://login.microsoftonline.com/${tenant?.id}/oauth2/v2.0/token`;
    return ask(entra, this.world(), url, { method: 'POST', body: body.toString() });
  }
}

export const guid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** Status and error code. */
export function outcome({ status, body = '{}' }: SandboxResponse): readonly unknown[] {
  return [status, JSON.parse(body || '{}').error?.code];
}
