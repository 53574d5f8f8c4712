import { type RoleName, roles } from '../../knowledge/roles.js';
import type { RegistryMode } from '../../knowledge/vocabulary.js';

/**
 * Roles that people may ask for, if a rule says so. Every other role – Delete, Contributor, Owner, and those that
 * give roles to others – is given by a human, whatever a policy says; the condition of the identity that grants
 * names the same roles (security: allow-list in the policy and in Azure).
 */
export const requestableRoles = [
  'AcrPull',
  'AcrPush',
  'Container Registry Repository Reader',
  'Container Registry Repository Writer',
  'Container Registry Repository Catalog Lister',
] as const satisfies readonly RoleName[];

export type RequestableRole = (typeof requestableRoles)[number];

export function isRequestable(name: string): name is RequestableRole {
  return requestableRoles.some((role) => role === name);
}

/** Whether a registry in this mode honours the role. */
export function fitsMode(role: RequestableRole, mode: RegistryMode): boolean {
  return roles[role].covers[mode].length > 0;
}

/** The mode that honours the role: each of the requestable ones counts in one. */
export function modeOf(role: RequestableRole): RegistryMode {
  return fitsMode(role, 'legacy') ? 'legacy' : 'abac';
}

/** Whether an assignment of the role may be limited to repositories. */
export function takesCondition(role: RequestableRole): boolean {
  return roles[role].conditions;
}

/** Whether the role changes what is in a registry. */
export function writes(role: RequestableRole): boolean {
  const { legacy, abac }: Readonly<Record<RegistryMode, readonly string[]>> = roles[role].covers;
  return legacy.includes('push') || abac.includes('push');
}
