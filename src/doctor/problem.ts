import type { Problem, Unavailable } from '../azure/answer.js';
import type { Facts } from './finding.js';

/** Why something could not be asked, or is not so: words that have a sentence each. */
export type Reason = Exclude<Problem['kind'], 'unavailable'> | Unavailable | 'no-answer' | 'unexpected';

/** `reason` is a `Reason`; `what` the action, or the code of Entra, where there is one. */
export function problemFacts(problem: Problem): Facts & { readonly reason: Reason } {
  const what = problem.kind === 'denied' ? problem.action : problem.kind === 'signed-out' ? problem.code : '';
  return { reason: problem.kind === 'unavailable' ? problem.reason : problem.kind, what };
}
