import { issueEntraToken } from '../tokens.js';
import type { World } from '../world/world.js';
import type { Workload } from './principals.js';

/** Seconds that `issueEntraToken` makes a token good for. */
export const lifetime = 3600;

/** An access token for a workload, in the time of the world. That for Graph names its permissions there. */
export function issueFor(
  { clientId, objectId, tenant, graph }: Workload,
  audience: string,
  world: World,
): Promise<string> {
  const roles = new URL(audience).hostname.includes('graph') && graph.length > 0 ? { roles: graph } : {};
  return issueEntraToken(
    { oid: objectId, appid: clientId, tid: tenant.id, aud: audience, ...roles },
    world.now(),
  );
}
