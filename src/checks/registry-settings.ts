import type { RegistryRecord } from '../azure/ports.js';
import type { CheckId, VerdictOf } from '../knowledge/checks.js';
import type { Check, Exposure, Means } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';

/** Whose rights a call to Resource Manager uses: those of the bot, or the person's own sign-in. */
export function witnessOf({ vantage }: Means): 'bot' | 'person' {
  return vantage;
}

/** A check that reads one setting of the registry in Resource Manager. */
function setting<C extends CheckId>(
  id: C,
  exposure: Exposure,
  read: (registry: RegistryRecord) => VerdictOf<C>,
): Check<C> {
  return {
    id,
    run: async (_subject, means, shared) => {
      const frame = { witness: witnessOf(means), exposure };
      const found = await shared.registry();
      if (!found.ok) return unknownFrom(frame, found.problem, 'Reader');
      // Not in any subscription that may be read: that is a finding of `registry-lookup`.
      return found.value === null ? unknown(frame, 'missing-right') : verdict<C>(frame, read(found.value));
    },
  };
}

/** Settings that a single property tells (arm-api.md §1). */
export const settings = [
  setting('permission-mode', 'own', ({ mode }) => mode),
  setting('admin-user', 'own', ({ adminUserEnabled }) => (adminUserEnabled ? 'enabled' : 'disabled')),
  setting('arm-audience', 'own', ({ armAudience }) => (armAudience === 'enabled' ? 'accepted' : 'refused')),
  setting('private-endpoint', 'configuration', ({ privateEndpoints }) =>
    privateEndpoints.some(({ status }) => status === 'approved') ? 'approved' : 'none',
  ),
] as const;
