import type { World } from '../world/world.js';
import { builtInRole, builtInRoles, type RoleDefinition } from './built-in-roles.js';
import { logRoles } from './log-roles.js';
import { vaultRoles } from './vault-roles.js';

/**
 * The role of a name that stands in an assignment: a custom one of the world, or a built-in one.
 *
 * @throws Error for a name that is neither: a mistake in the world file
 */
export function roleNamed(name: string, { roleDefinitions }: World): RoleDefinition {
  return roleDefinitions.get(name) ?? vaultRoles[name] ?? logRoles[name] ?? builtInRole(name);
}

/** Every role of the directory, and of which kind it is. */
export function rolesOf({
  roleDefinitions,
}: World): readonly (RoleDefinition & { readonly kind: 'BuiltInRole' | 'CustomRole' })[] {
  return [
    ...[...builtInRoles, ...Object.values(vaultRoles), ...Object.values(logRoles)].map((role) => ({
      ...role,
      kind: 'BuiltInRole' as const,
    })),
    ...[...roleDefinitions.values()].map((role) => ({ ...role, kind: 'CustomRole' as const })),
  ];
}
