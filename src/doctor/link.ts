import type { Answer } from '../azure/answer.js';
import { type Finding, finding } from './finding.js';
import { problemFacts } from './problem.js';

/** Whether Entra takes the secret of the pages' sign-in; who signs in there is not tried. Pure. */
export function judgeLink(token: Answer<unknown>): Finding {
  if (token.ok) return finding('link.sign-in');
  const { problem } = token;
  return problem.kind === 'signed-out'
    ? finding('link.refused', null, { code: problem.code })
    : finding('link.sign-in-unknown', null, problemFacts(problem));
}
