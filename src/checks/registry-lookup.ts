import type { RegistryRecord } from '../azure/ports.js';
import type { Check, Means, Outcome, Shared } from './check.js';
import { type Frame, unknown, unknownFrom, verdict } from './outcomes.js';
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
      if (subscription === null) return verdict<'registry-lookup'>(frame, 'here', stateOf(found.value));
      const there = subscription.toLowerCase() === found.value.subscription.toLowerCase();
      if (!there) return verdict<'registry-lookup'>(frame, 'elsewhere');
      return shownTo(found.value, frame, means, shared, signal);
    }
    const { dns } = await shared.reach();
    if (dns.kind === 'not-found') {
      return verdict<'registry-lookup'>({ witness: 'none', exposure: 'public' }, 'absent');
    }
    return found.ok ? unknown(frame, 'missing-right') : unknownFrom(frame, found.problem, 'Reader');
  },
};

/** SKU, and the provisioning state where it is not the usual one: Azure's own words, letters only. */
function stateOf({ sku, provisioningState }: RegistryRecord): Outcome['facts'] {
  const word = /^[A-Za-z]{1,30}$/;
  return {
    ...(word.test(sku) ? { sku } : {}),
    ...(provisioningState !== 'Succeeded' && word.test(provisioningState)
      ? { state: provisioningState }
      : {}),
  };
}

/**
 * The tool looked in that subscription and did not see the registry, which is there: does the identity that failed hold a
 * role that shows it? Asked, not inferred from the text, so that "check again" sees a role that was given since.
 */
async function shownTo(
  registry: RegistryRecord,
  frame: Frame,
  { management }: Means,
  shared: Shared,
  signal: AbortSignal,
): Promise<Outcome<'registry-lookup'>> {
  const principal = await shared.principal();
  if (!principal.ok) return unknownFrom(frame, principal.problem);
  if (principal.value === null) return unknown(frame, 'missing-fact');
  // A registry that was found came from there.
  if (management === null) return unknown(frame, 'not-signed-in');
  const evidence = await roleEvidence(management, registry, principal.value, signal);
  if (!evidence.ok) return unknownFrom(frame, evidence.problem, 'Reader');
  const { assignments, definitions, unread } = evidence.value;
  const shown = assignments.some(({ roleGuid }) =>
    rightsOf(roleGuid, registry.mode, definitions.get(roleGuid) ?? null).includes('view'),
  );
  if (shown) return verdict<'registry-lookup'>(frame, 'here', stateOf(registry));
  return unread === null
    ? verdict<'registry-lookup'>(frame, 'no-permission')
    : unknownFrom(frame, unread, 'Reader');
}
