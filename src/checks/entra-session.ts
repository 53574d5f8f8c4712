import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';

/** A1: does the person's own sign-in work at the registry? The bot's would prove the bot's rights only. */
export const entraSession: Check<'entra-session'> = {
  id: 'entra-session',
  run: async ({ loginServer }, { vantage, data }, _shared, signal) => {
    const frame = { witness: 'person', exposure: 'own' } as const;
    if (vantage === 'bot' || data === null) return unknown(frame, 'not-signed-in');
    const exchanged = await data.exchange(loginServer, signal);
    if (exchanged.ok) return verdict<'entra-session'>(frame, 'works-now');
    if (exchanged.problem.kind === 'denied') return verdict<'entra-session'>(frame, 'still-refused');
    if (exchanged.problem.kind === 'signed-out') return verdict<'entra-session'>(frame, 'entra-error');
    return unknownFrom(frame, exchanged.problem);
  },
};
