import type { Problem } from '../azure/answer.js';
import type { Operation } from '../knowledge/vocabulary.js';
import type { Check } from './check.js';
import { unknown, unknownFrom, verdict } from './outcomes.js';

/** What a token for one repository must allow, by the operation that failed (registry-protocol.md §3). */
const wantedFor: Readonly<Partial<Record<Operation, readonly string[]>>> = {
  pull: ['pull'],
  push: ['pull', 'push'],
  delete: ['delete'],
};

/**
 * A1: does the person's own sign-in work at the registry? The bot's would prove the bot's rights only. An exchange
 * alone proves little: it succeeds without any right on images, so a token for the repository is asked for too, and its
 * `access` claim compared with what the operation needs.
 */
export const entraSession: Check<'entra-session'> = {
  id: 'entra-session',
  run: async ({ loginServer, repository, operation }, { vantage, data }, _shared, signal) => {
    const frame = { witness: 'person', exposure: 'own' } as const;
    // The bot's own would prove nothing of the person's.
    if (vantage === 'bot') return unknown(frame, 'not-supported');
    if (data === null) return unknown(frame, 'not-signed-in');
    const exchanged = await data.exchange(loginServer, signal);
    if (!exchanged.ok) return refused(exchanged.problem);
    if (operation === 'list') {
      const listed = await data.catalog(loginServer, signal);
      if (listed.ok) return verdict<'entra-session'>(frame, 'works-now');
      return listed.problem.kind === 'denied'
        ? verdict<'entra-session'>(frame, 'still-refused', { lacking: 'registry:catalog:*' })
        : refused(listed.problem);
    }
    const wanted = operation === null ? undefined : wantedFor[operation];
    if (repository === null || wanted === undefined) return verdict<'entra-session'>(frame, 'works-now');
    const granted = await data.granted(loginServer, repository, wanted, signal);
    if (!granted.ok) return refused(granted.problem);
    const lacking = wanted.filter(
      (action) => !granted.value.includes(action) && !granted.value.includes('*'),
    );
    return lacking.length === 0
      ? verdict<'entra-session'>(frame, 'works-now')
      : verdict<'entra-session'>(frame, 'still-refused', { lacking: lacking.join(', ') });

    function refused(problem: Problem) {
      if (problem.kind === 'denied') return verdict<'entra-session'>(frame, 'still-refused');
      if (problem.kind === 'signed-out') return verdict<'entra-session'>(frame, 'entra-error');
      return unknownFrom(frame, problem);
    }
  },
};
