import type { VerdictOf } from '../knowledge/checks.js';
import type { RegistryMode } from '../knowledge/vocabulary.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { judgeRoles, namesOf, type RoleVerdict, roleEvidence } from './role-evidence.js';

type RolesCheck = 'roles-legacy' | 'roles-abac';

/** What each judgement is called in a mode; a judgement that is missing is no verdict there. */
const legacy = {
  covers: 'covers',
  'granted-recently': 'granted-recently',
  'eligible-only': 'eligible-only',
  'repository-roles-only': 'repository-roles-only',
  'too-weak': 'too-weak',
  none: 'none',
} as const satisfies Partial<Record<RoleVerdict, string>>;
const abac = {
  covers: 'covers',
  'granted-recently': 'granted-recently',
  'eligible-only': 'eligible-only',
  'condition-excludes': 'condition-excludes',
  'legacy-roles-only': 'legacy-roles-only',
  'too-weak': 'too-weak',
  'images-only': 'images-only',
  none: 'none',
} as const satisfies Partial<Record<RoleVerdict, string>>;

function rolesCheck<C extends RolesCheck>(
  id: C,
  mode: RegistryMode,
  names: Partial<Readonly<Record<RoleVerdict, VerdictOf<C>>>>,
): Check<C> {
  return {
    id,
    run: async ({ operation, repository }, means, shared, signal) => {
      const frame = { witness: witnessOf(means), exposure: 'own' } as const;
      const [found, principal] = await Promise.all([shared.registry(), shared.principal()]);
      if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
      if (!principal.ok) return unknownFrom(frame, principal.problem);
      if (found.value === null || means.management === null) return unknown(frame, 'missing-right');
      if (found.value.mode !== mode || principal.value === null) return unknown(frame, 'missing-fact');
      const evidence = await roleEvidence(means.management, found.value, principal.value, signal);
      if (!evidence.ok) return unknownFrom(frame, evidence.problem, 'Reader');
      const judged = judgeRoles(evidence.value, operation, repository, means.now());
      const { unread } = evidence.value;
      if (unread !== null && judged !== 'covers' && judged !== 'granted-recently')
        return unknownFrom(frame, unread, 'Reader');
      const named = names[judged];
      return named === undefined
        ? unknown(frame, 'condition-not-evaluated')
        : verdict<C>(frame, named, namesOf(evidence.value));
    },
  };
}

/** Z2, Z3: the role assignments of the identity that failed, groups included, conditions evaluated. */
export const roleChecks = [
  rolesCheck<'roles-legacy'>('roles-legacy', 'legacy', legacy),
  rolesCheck<'roles-abac'>('roles-abac', 'abac', abac),
] as const;
