import type { NotWritten } from '../../../azure/granter.js';
import type { Secret } from '../../secret.js';
import { type Again, afterProblem, again, mayHaveHappened } from '../outcome.js';

/** A secret that Azure has just made, before it is kept anywhere. */
export interface Fresh {
  readonly secret: Secret;
  /** The slot, or the key id of a client secret. */
  readonly name: string;
  readonly endsAt: number | null;
  readonly proof: string | null;
  readonly replaces: string | null;
}

/** No secret was made, and another attempt would not make one. */
export interface NotMade {
  readonly kind: 'not-made';
  readonly why: string;
}

/** What is to be done after a write that did not happen, or of which nobody knows whether it did. */
export function afterNotWritten(not: NotWritten): Again | NotMade {
  switch (not.kind) {
    case 'refused':
      return { kind: 'not-made', why: `azure-${not.reason}` };
    case 'not-yet':
      return again(not.reason);
    case 'unanswered':
      // What may have happened is found, and undone or done again, by the next attempt.
      return mayHaveHappened(not.problem) ? again('no-answer') : afterProblem(not.problem);
  }
}
