import { issueEntraToken } from '../tokens.js';
import type { World } from '../world/world.js';
import type { Workload } from './principals.js';

/** Seconds that `issueEntraToken` makes a token good for. */
export const lifetime = 3600;

/** An access token for a workload, in the time of the world. */
export function issueFor(
  { clientId, objectId, tenant }: Workload,
  audience: string,
  world: World,
): Promise<string> {
  return issueEntraToken({ oid: objectId, appid: clientId, tid: tenant.id, aud: audience }, world.now());
}
