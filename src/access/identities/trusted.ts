import type { Granter, NotWritten } from '../../azure/granter.js';
import type { Rotator } from '../../azure/rotator.js';
import type { Watch } from './watch.js';

/** It has not happened, and may be tried again: as where nobody could sign in. */
const held: NotWritten = {
  kind: 'unanswered',
  problem: { kind: 'signed-out', code: 'identity-not-trusted' },
};

/**
 * A granter that gives nothing while its identity has a right too many, or could not be looked at. It still takes away what
 * was given: that leaves less, not more.
 */
export function trustedGranter(granter: Granter, watch: Pick<Watch, 'trusts'>): Granter {
  return {
    ...granter,
    create: async (...asked) => (watch.trusts('grantor') ? granter.create(...asked) : held),
  };
}

/** The same for whoever makes secrets new; those that nobody can use any more are still removed. */
export function trustedRotator(rotator: Rotator, watch: Pick<Watch, 'trusts'>): Rotator {
  const whenTrusted = async <T>(call: () => Promise<T>): Promise<T | NotWritten> =>
    watch.trusts('rotator') ? call() : held;
  return {
    ...rotator,
    renewAdminPassword: (...asked) => whenTrusted(() => rotator.renewAdminPassword(...asked)),
    renewTokenPassword: (...asked) => whenTrusted(() => rotator.renewTokenPassword(...asked)),
    addClientSecret: (...asked) => whenTrusted(() => rotator.addClientSecret(...asked)),
  };
}
