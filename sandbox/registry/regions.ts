import type { Registry } from '../world/world.js';

/** A region in which a registry has a replica. */
export interface Region {
  readonly name: string;
  /** Whether the login server sends clients there. */
  readonly globalRouting: boolean;
  readonly provisioningState: Registry['replications'][string]['provisioningState'];
}

/** Every region of a registry, the home region first: it is a replica like the others. */
export function regionsOf({ region, replications }: Registry): readonly Region[] {
  const home = { [region]: { globalRouting: true, provisioningState: 'Succeeded' as const } };
  return Object.entries({ ...home, ...replications }).map(([name, it]) => ({ name, ...it }));
}

/**
 * The region to which the login server leads. The service takes that of the best network for the client; a world has
 * no distances, so here it is the first that takes part, for everybody.
 */
export function routedRegion(registry: Registry): string {
  return regionsOf(registry).find(({ globalRouting }) => globalRouting)?.name ?? registry.region;
}
