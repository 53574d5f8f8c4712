import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/**
 * N2: does the registry exist, and where? Resource Manager knows those that the identity may read; for the others
 * only DNS speaks, and a name that is absent there belongs to no registry in any tenant.
 */
export const registryLookup: Check<'registry-lookup'> = {
  id: 'registry-lookup',
  run: async ({ subscription }, means, shared) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    const found = await shared.registry();
    if (found.ok && found.value !== null) {
      if (subscription === null) return verdict<'registry-lookup'>(frame, 'here');
      // The person's tool looked in that subscription and did not see it: elsewhere, or not visible to them.
      const there = subscription.toLowerCase() === found.value.subscription.toLowerCase();
      return verdict<'registry-lookup'>(frame, there ? 'no-permission' : 'elsewhere');
    }
    const { dns } = await shared.reach();
    if (dns.kind === 'not-found') {
      return verdict<'registry-lookup'>({ witness: 'none', exposure: 'public' }, 'absent');
    }
    return found.ok ? unknown(frame, 'missing-right') : unknownFrom(frame, found.problem, 'Reader');
  },
};
