import type { RegistryRecord } from '../azure/ports.js';
import type { Check, Means, Shared } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';
import { rightsOf } from './rights.js';
import { roleEvidence } from './role-evidence.js';

/**
 * N2: does the registry exist, and where? Resource Manager knows those that the identity may read; for the others
 * only DNS speaks, and a name that is absent there belongs to no registry in any tenant.
 */
export const registryLookup: Check<'registry-lookup'> = {
  id: 'registry-lookup',
  run: async ({ subscription }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (found.ok && found.value !== null) {
      if (subscription === null) return verdict<'registry-lookup'>(frame, 'here');
      const there = subscription.toLowerCase() === found.value.subscription.toLowerCase();
      if (!there) return verdict<'registry-lookup'>(frame, 'elsewhere');
      // The tool looked in that subscription and did not see it; it is there for whoever may read it now.
      const sees = await seenBy(found.value, means, shared, signal);
      return verdict<'registry-lookup'>(frame, sees ? 'here' : 'no-permission');
    }
    const { dns } = await shared.reach();
    if (dns.kind === 'not-found') {
      return verdict<'registry-lookup'>({ witness: 'none', exposure: 'public' }, 'absent');
    }
    return found.ok ? unknown(frame, 'missing-right') : unknownFrom(frame, found.problem, 'Reader');
  },
};

/** Whether the identity that failed holds a role that shows it the registry in Resource Manager. */
async function seenBy(
  registry: RegistryRecord,
  { management }: Means,
  shared: Shared,
  signal: AbortSignal,
): Promise<boolean> {
  const principal = await shared.principal();
  if (management === null || !principal.ok || principal.value === null) return false;
  const evidence = await roleEvidence(management, registry, principal.value, signal);
  if (!evidence.ok) return false;
  const { assignments, definitions } = evidence.value;
  return assignments.some(({ roleGuid }) =>
    rightsOf(roleGuid, registry.mode, definitions.get(roleGuid) ?? null).includes('view'),
  );
}
