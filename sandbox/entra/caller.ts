import type { World } from '../world/world.js';
import { workloads } from './principals.js';

/** Who a token speaks for. */
export interface Caller {
  readonly kind: 'bot' | 'user' | 'application' | 'managed-identity';
  /** As errors of Resource Manager name it: a person's sign-in name, else the application id. */
  readonly label: string;
  readonly clientId: string | null;
  readonly objectId: string;
  readonly tenant: string;
  readonly guest: boolean;
  /** The identity itself and every group that it is in. */
  readonly principals: readonly string[];
}

/** The identity of an object id in a directory; null once it is gone. */
export function callerOf(objectId: string, tenant: string, world: World): Caller | null {
  const user = [...world.users.values()].find(({ id }) => id === objectId);
  if (user !== undefined) {
    const { name, guest, groups } = user;
    return {
      kind: 'user',
      label: `${name}@${user.tenant.name}.onmicrosoft.com`,
      clientId: null,
      objectId,
      tenant,
      guest,
      principals: [objectId, ...groups.map(({ id }) => id)],
    };
  }
  const workload = workloads(world).find((candidate) => candidate.objectId === objectId);
  if (workload === undefined) return null;
  const { kind, clientId } = workload;
  return { kind, label: clientId, clientId, objectId, tenant, guest: false, principals: [objectId] };
}
