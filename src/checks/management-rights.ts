import type { RoleAction } from '../knowledge/roles.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { rightsOf } from './rights.js';
import { namesOf, roleEvidence } from './role-evidence.js';

/**
 * C5: what the identity that failed may do with the registry as a resource: give roles to others, see it, or nothing.
 * Rights on its images are another matter (roles.md §2).
 */
export const managementRights: Check<'management-rights'> = {
  id: 'management-rights',
  run: async (_subject, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const [found, principal] = await Promise.all([shared.registry(), shared.principal()]);
    if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
    if (!principal.ok) return unknownFrom(frame, principal.problem);
    if (found.value === null || means.management === null) return unknown(frame, 'missing-right');
    if (principal.value === null) return unknown(frame, 'missing-fact');
    const evidence = await roleEvidence(means.management, found.value, principal.value, signal);
    if (!evidence.ok) return unknownFrom(frame, evidence.problem, 'Reader');
    const { registry, assignments, definitions, unread } = evidence.value;
    const giving = (right: RoleAction) =>
      assignments.filter(({ roleGuid }) =>
        rightsOf(roleGuid, registry.mode, definitions.get(roleGuid) ?? null).includes(right),
      );
    const facts = namesOf(evidence.value);
    const assigning = giving('assign');
    if (assigning.some(({ condition }) => condition === null || condition.trim() === ''))
      return verdict<'management-rights'>(frame, 'assigns', facts);
    // A role that could not be read may give more than those that were.
    if (unread !== null) return unknownFrom(frame, unread, 'Reader');
    // Its condition says which roles may be given, and nobody knows here which one it was (roles.md §5).
    if (assigning.length > 0) return unknown(frame, 'condition-not-evaluated', facts);
    const sees = giving('view').length > 0 || giving('manage').length > 0;
    return verdict<'management-rights'>(frame, sees ? 'cannot-assign' : 'no-access', facts);
  },
};
