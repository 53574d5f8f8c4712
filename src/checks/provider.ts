import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/**
 * Is the resource provider registered in the subscription that the text names, else in that of the registry? Without it
 * nothing of Microsoft.ContainerRegistry can be made there (arm-api.md §1).
 */
export const provider: Check<'provider'> = {
  id: 'provider',
  run: async ({ subscription }, means, shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    if (means.management === null) return unknown(frame, 'not-signed-in');
    const found = subscription === null ? await shared.registry() : null;
    if (found !== null && !found.ok) return unknownFrom(frame, found.problem, 'Reader');
    const where = subscription ?? found?.value?.subscription;
    if (where === undefined) return unknown(frame, 'missing-right');
    const registered = await means.management.providerRegistered(where, signal);
    if (!registered.ok) return unknownFrom(frame, registered.problem, 'Reader');
    return verdict<'provider'>(frame, registered.value ? 'registered' : 'not-registered');
  },
};
