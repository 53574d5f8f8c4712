import type { RegistryMode } from '../../knowledge/vocabulary.js';
import type { Paste } from './paste.js';
import { firstOf, type Rule } from './rule.js';

/** Permission modes of a registry by their names in portal, ARM and CLI (roles.md). */
const modeRules: readonly Rule<RegistryMode>[] = [
  {
    pattern:
      /\bABAC Repository Permissions\b|\bAbacRepositoryPermissions\b|\brbac-abac\b|\bABAC[- ]enabled\b|\bconfigured for ABAC\b|\bABAC mode\b/i,
    value: 'abac',
    source: 'roles.md',
  },
  {
    pattern:
      /\bRBAC Registry Permissions\b|\bLegacyRegistryPermissions\b|--role-assignment-mode[ =]['"]?rbac\b(?!-)/i,
    value: 'legacy',
    source: 'roles.md',
  },
];

/** The mode that the text names, or null. */
export function findMode(paste: Paste): RegistryMode | null {
  return firstOf(modeRules, paste);
}
