import type { CheckId } from '../../src/knowledge/checks.js';
import { isGood } from '../compose/answers.js';
import { type Conversation, positionOf } from '../conversation/state.js';
import { isCheck } from '../questions.js';
import { answersFromFindings } from './evidence.js';

/** Live checks on the way through the tree that spoke of trouble, in its order: what a repair must change. Pure. */
export function checksAgainst(conversation: Conversation): readonly CheckId[] {
  const found = answersFromFindings(conversation.observed);
  return positionOf(conversation)
    .path.map(({ question }) => question)
    .filter(isCheck)
    .filter((check) => {
      const verdict = found[check];
      return verdict !== undefined && !isGood(check, verdict);
    });
}
