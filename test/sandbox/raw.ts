import type { SandboxRequest, SandboxResponse, Service } from '../../sandbox/service.js';
import { issueEntraToken } from '../../sandbox/tokens.js';
import type { World } from '../../sandbox/world/world.js';

/** A request that nothing has made tidy, as a client with its own ideas sends it. */
export function ask(
  service: Service,
  world: World,
  url: string,
  some: Partial<SandboxRequest> = {},
): Promise<SandboxResponse> {
  const { host, pathname, searchParams } = new URL(url);
  const request: SandboxRequest = {
    method: 'GET',
    host,
    path: pathname,
    query: searchParams,
    headers: {},
    body: '',
    from: 'person',
    address: '198.51.100.9',
    ...some,
  };
  return Promise.resolve(service(request, world));
}

/** Authorization of an identity of the world, as another part of the sandbox would have issued it. */
export async function bearer(
  { id, tenant }: { readonly id: string; readonly tenant: { readonly id: string } },
  aud: string,
  now: Date,
): Promise<Readonly<Record<string, string>>> {
  const appid = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
  const token = await issueEntraToken({ oid: id, tid: tenant.id, appid, aud }, now);
  return { authorization: `Bearer ${token}` };
}

export function parsed(response: Pick<SandboxResponse, 'body'>): Record<string, unknown> {
  return JSON.parse(response.body ?? '{}');
}
