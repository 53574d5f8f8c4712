import { decodeJwt } from 'jose';
import { stringify } from 'yaml';
import { registryService } from '../../sandbox/registry/registry.js';
import type { SandboxRequest, SandboxResponse } from '../../sandbox/service.js';
import { issueEntraToken } from '../../sandbox/tokens.js';
import { isLoaded, type Loaded, loadWorld } from '../../sandbox/world/load.js';
import { ask, parsed } from './raw.js';

/** A registry with people around it, and the ways in which a client talks to it. */

export const server = 'contoso.azurecr.io';
export const acrAudience = 'https://containerregistry.azure.net';
export const armAudience = 'https://management.azure.com/';
export const clientId = '11111111-2222-4333-8444-555555555555';

type Part = Readonly<Record<string, unknown>>;

/** What differs from a registry in legacy mode that ana may pull from. */
export interface Parts {
  readonly registry?: Part;
  readonly roleAssignments?: Part;
  readonly changes?: Part;
  readonly situation?: Part;
}

const repositories = {
  'team/app': { tags: { v1: {}, v2: { platforms: ['linux/amd64', 'linux/arm64'] } } },
  web: { tags: { latest: {} } },
};

/** A role of ana's at the registry. */
export const role = (name: string, more: Part = {}): Part => ({
  ana: { principal: 'ana', role: name, scope: 'registry:contoso', ...more },
});

/** Condition in the documented form, for reading (roles.md §4). */
export function readCondition(comparison: string): string {
  const action = (kind: string) =>
    `!(ActionMatches{'Microsoft.ContainerRegistry/registries/repositories/${kind}/read'})`;
  return `(\n (\n  ${action('content')}\n  AND\n  ${action('metadata')}\n )\n OR\n (\n  ${comparison}\n )\n)`;
}

export const nameIs = (operator: string, value: string) =>
  `@Request[Microsoft.ContainerRegistry/registries/repositories:name] ${operator} '${value}'`;

export function lab(parts: Parts = {}): Lab {
  const { registry, roleAssignments = role('AcrPull'), changes = { fix: {} }, situation } = parts;
  const loaded = loadWorld(
    stringify({
      title: { en: 'A registry', de: 'Eine Registrierung', 'zh-Hans': '一个注册表' },
      cause: 'role-missing',
      decoy: 'ip-not-allowed',
      decidedBy: 'check',
      asks: 'ana',
      paste: 'unauthorized',
      changes,
      tenants: { contoso: {}, fabrikam: {} },
      groups: { builders: { tenant: 'contoso' } },
      users: { ana: { tenant: 'contoso', groups: ['builders'] }, fay: { tenant: 'fabrikam' } },
      servicePrincipals: {
        ci: {
          tenant: 'contoso',
          clientId,
          secrets: {
            good: { value: 'fake-secret' },
            old: { value: 'fake-old-secret', expires: '-1d' },
          },
        },
      },
      subscriptions: { prod: { tenant: 'contoso' } },
      registries: { contoso: { subscription: 'prod', repositories, ...registry } },
      roleAssignments,
      ...situation,
    }),
    () => 0,
  );
  if (!isLoaded(loaded)) throw new Error(JSON.stringify(loaded));
  return new Lab(loaded);
}

export class Lab {
  #loaded: Loaded;

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  get world() {
    return this.#loaded.world;
  }

  apply(change: string): void {
    const next = this.#loaded.apply(change);
    if (!isLoaded(next)) throw new Error(JSON.stringify(next));
    this.#loaded = next;
  }

  /** A request; a path without host goes to the login server. */
  ask(path: string, some: Partial<SandboxRequest> = {}): Promise<SandboxResponse> {
    const url = path.startsWith('/') ? `https://${server}${path}` : path;
    return ask(registryService, this.world, url, some);
  }

  post(path: string, fields: Readonly<Record<string, string>>, headers = {}): Promise<SandboxResponse> {
    const body = new URLSearchParams({ service: server, ...fields }).toString();
    return this.ask(path, { method: 'POST', body, headers });
  }

  async entraToken(user: string, aud: string): Promise<string> {
    const { id, tenant } = this.world.users.get(user) ?? { id: '', tenant: { id: '' } };
    return issueEntraToken({ oid: id, tid: tenant.id, appid: 'cli', aud }, this.world.now());
  }

  async exchange(user = 'ana', aud = acrAudience, fields = {}): Promise<SandboxResponse> {
    const access_token = await this.entraToken(user, aud);
    return this.post('/oauth2/exchange', { grant_type: 'access_token', access_token, ...fields });
  }

  async refreshToken(user = 'ana'): Promise<string> {
    return String(parsed(await this.exchange(user))['refresh_token']);
  }

  async access(scope: string, user = 'ana'): Promise<string> {
    const refresh_token = await this.refreshToken(user);
    const answer = await this.post('/oauth2/token', { grant_type: 'refresh_token', scope, refresh_token });
    return accessToken(answer);
  }

  /** An operation with a token for what it needs. */
  async as(
    scope: string,
    method: string,
    path: string,
    headers: Readonly<Record<string, string>> = {},
    body = '',
  ): Promise<SandboxResponse> {
    const authorization = `Bearer ${await this.access(scope)}`;
    return this.ask(path, { method, body, headers: { accept: '*/*', authorization, ...headers } });
  }

  /** Actions that ana gets of those that she asks for. */
  async actions(scope: string): Promise<readonly string[]> {
    return granted(await this.access(scope))[0]?.actions ?? [];
  }
}

export function accessToken(answer: SandboxResponse): string {
  return String(parsed(answer)['access_token']);
}

interface Access {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

export function granted(token: string): readonly Access[] {
  return decodeJwt<{ access: Access[] }>(token).access;
}

export const basic = (user: string, password: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** Code and message of a refusal. */
export function refusalOf(answer: Pick<SandboxResponse, 'status' | 'body'>) {
  const { errors } = JSON.parse(answer.body ?? '{}');
  return [answer.status, errors?.[0]?.code, errors?.[0]?.message];
}

export const authenticationRequired = [
  401,
  'UNAUTHORIZED',
  'authentication required, visit https://aka.ms/acr/authorization for more information.',
];
