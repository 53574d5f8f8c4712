import type { RegistryMode } from '../../knowledge/vocabulary.js';
import { lowerInPlace } from '../grams.js';
import { voiceAt } from '../voice.js';
import { matchesOf, type Paste } from './paste.js';
import type { Rule } from './rule.js';

/** Permission modes of a registry by their names in portal, ARM and CLI (roles.md); with the `g` flag, for every place. */
const modeRules: readonly Rule<RegistryMode>[] = [
  {
    pattern:
      /\bABAC Repository Permissions\b|\bAbacRepositoryPermissions\b|\brbac-abac\b|\bABAC[- ]enabled\b|\bconfigured for ABAC\b|\bABAC mode\b/gi,
    value: 'abac',
    source: 'roles.md',
  },
  {
    pattern:
      /\bRBAC Registry Permissions\b|\bLegacyRegistryPermissions\b|--role-assignment-mode[ =]['"]?rbac\b(?!-)/gi,
    value: 'legacy',
    source: 'roles.md',
  },
];

/** The mode that the text names, or null; whether it is that one is a question like any other. */
export function findMode(paste: Paste): RegistryMode | null {
  const said = modeRules.find(({ pattern }) =>
    [...matchesOf(pattern, paste)].some(
      ({ index, 0: words }) => !isAsked(paste, index, index + words.length),
    ),
  );
  return said?.value ?? null;
}

function isAsked({ text }: Paste, start: number, end: number): boolean {
  return voiceAt(lowerInPlace(text), { start, end, people: false, verbatim: true }) === 'guessed';
}
