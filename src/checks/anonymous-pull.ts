import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';
import { witnessOf } from './registry-settings.js';

/** C7: is anonymous pull on? The setting tells; without it, a token request that carries no credentials. */
export const anonymousPull: Check<'anonymous-pull'> = {
  id: 'anonymous-pull',
  run: async ({ loginServer, repository }, means, shared, signal) => {
    const found = await shared.registry();
    if (found.ok && found.value !== null) {
      const frame = { witness: witnessOf(means), exposure: 'own' } as const;
      return verdict<'anonymous-pull'>(frame, found.value.anonymousPullEnabled ? 'on' : 'off');
    }
    const frame = { witness: 'none', exposure: 'public' } as const;
    if (repository === null) return unknown(frame, 'missing-fact');
    const granted = await means.probe.anonymousToken(loginServer, repository, signal);
    if (!granted.ok) return unknownFrom(frame, granted.problem);
    return verdict<'anonymous-pull'>(frame, granted.value ? 'on' : 'off');
  },
};
