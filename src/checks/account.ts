import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** Is the person's account a member of the directory, a guest, or disabled? Guests sign in with `--tenant`. */
export const account: Check<'account'> = {
  id: 'account',
  run: async ({ identity }, means, _shared, signal) => {
    const frame = { witness: witnessOf(means), exposure: 'own' } as const;
    if (identity.kind !== 'user') return unknown(frame, 'missing-fact');
    if (means.directory === null)
      return unknown(frame, means.management === null ? 'not-signed-in' : 'missing-right');
    const found = await means.directory.user(identity.objectId, signal);
    if (!found.ok) return unknownFrom(frame, found.problem);
    // An object that the directory does not know as a user may be an application.
    if (found.value === null) return unknown(frame, 'missing-fact');
    if (!found.value.enabled) return verdict<'account'>(frame, 'disabled');
    return verdict<'account'>(frame, found.value.guest ? 'guest' : 'member');
  },
};
