import { roles } from '../../src/knowledge/roles.js';
import { logRoles } from '../arm/log-roles.js';
import { vaultRoles } from '../arm/vault-roles.js';
import type { Dangling } from './references.js';
import type { WorldFile } from './schema.js';

/** Checks what cannot be: features of another tier, roles under names that are taken, faults of calls before there is one. Pure. */
export function rules({ registries, roleDefinitions, faults }: WorldFile): readonly Dangling[] {
  const builtIn = new Set(
    [...Object.keys(roles), ...Object.keys(vaultRoles), ...Object.keys(logRoles)].map((name) =>
      name.toLowerCase(),
    ),
  );
  const taken = Object.keys(roleDefinitions).filter((name) => builtIn.has(name.toLowerCase()));
  return [
    ...taken.map((name) => ({ path: ['roleDefinitions', name], reason: 'the name of a built-in role' })),
    ...Object.entries(faults)
      .filter(
        ([, { on, http, dns, tcp, tls }]) => on && (http === undefined || (dns ?? tcp ?? tls) !== undefined),
      )
      .map(([name]) => ({ path: ['faults', name, 'on'], reason: 'calls have faults of http only' })),
    ...Object.entries(registries).flatMap(([name, registry]) =>
      ofPremium(registry).map((property) => ({
        path: ['registries', name, property],
        reason: `of Premium only, and this registry is ${registry.sku}`,
      })),
    ),
  ];
}

/** What of the geography a registry has that its tier does not offer (registry-protocol.md §7, §8). */
function ofPremium({ sku, replications, regionalEndpoints }: WorldFile['registries'][string]) {
  if (sku === 'Premium') return [];
  return [
    ...(Object.keys(replications).length > 0 ? ['replications'] : []),
    ...(regionalEndpoints ? ['regionalEndpoints'] : []),
  ];
}
