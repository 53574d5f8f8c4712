import { names } from '../arm/rights.js';
import type { SandboxRequest } from '../service.js';
import { isFor } from '../world/fault-at.js';
import type { Fault, World } from '../world/world.js';

/** What becomes of one call. */
export interface Script {
  readonly http: NonNullable<Fault['http']>;
  /** Whether the service does its work nevertheless. */
  readonly after: boolean;
}

/**
 * The fault that a world scripted for this very call, or null. Counts the call for every fault that it fits, so that it
 * must be asked once for each; counts go on while changes are applied.
 */
export function scriptedFault(request: SandboxRequest, world: World): Script | null {
  const due = world.faults.flatMap(({ name, http, on, ...fault }) => {
    if (on === undefined || http === undefined) return [];
    if (!isFor({ name, ...fault }, request.host, request.from)) return [];
    if (on.method !== undefined && on.method !== request.method) return [];
    if (on.path !== undefined && !names(on.path, request.path)) return [];
    const count = (world.ledger.calls.get(name) ?? 0) + 1;
    world.ledger.calls.set(name, count);
    return on.calls?.includes(count) === false ? [] : [{ http, after: on.after }];
  });
  return due[0] ?? null;
}
