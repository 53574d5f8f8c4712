import type { RegistryMode } from '../knowledge/vocabulary.js';
import type { Check, Outcome } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { judgeRoles, type RoleVerdict, roleEvidence } from './role-evidence.js';

type RolesCheck = 'roles-legacy' | 'roles-abac';

/** What each judgement is called in a mode; null: it says nothing about that mode. */
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
  translate: (judged: RoleVerdict) => Outcome<C> | null,
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
      return translate(judged) ?? unknown(frame, 'condition-not-evaluated');
    },
  };
}

const own = { witness: 'bot', exposure: 'own' } as const;

/** Z2, Z3: the role assignments of the identity that failed, groups included, conditions evaluated. */
export const roleChecks = [
  rolesCheck('roles-legacy', 'legacy', (judged) =>
    judged in legacy ? verdict<'roles-legacy'>(own, legacy[judged as keyof typeof legacy]) : null,
  ),
  rolesCheck('roles-abac', 'abac', (judged) =>
    judged in abac ? verdict<'roles-abac'>(own, abac[judged as keyof typeof abac]) : null,
  ),
] as const;
