import { runnable } from '../../src/checks/needs.js';
import type { Conversation } from '../conversation/state.js';
import { type Answers, walk, walkOptions } from '../walk.js';
import { subjectOf } from './subject.js';

/**
 * Answers to checks for which there is only the person's word: where no check can be made, all of them; elsewhere those
 * that would otherwise be put back to the person, because the check is not to be made or told nothing. So somebody's
 * guess at what is wrong keeps nobody from looking. Pure.
 *
 * @param found all that is known otherwise
 * @param said what the person said, by check
 */
export function saidAnswers(conversation: Conversation, found: Answers, said: Answers): Answers {
  if (conversation.live === null) return without(said, found);
  let taken: Answers = {};
  // Each round takes one more of the answers, so that their number bounds the rounds.
  for (;;) {
    const answers = { ...taken, ...found };
    const position = walk(answers, walkOptions(conversation));
    if (position.kind !== 'check' || said[position.check] === undefined) return taken;
    // An answer that its node does not have leads nowhere.
    if (taken[position.check] !== undefined) return taken;
    const subject = subjectOf(conversation, answers);
    const due = subject === null ? [] : runnable(subject);
    const looked = conversation.observed.some(({ check }) => check === position.check);
    if (!looked && due.some((check) => check === position.check)) return taken;
    taken = { ...taken, [position.check]: said[position.check] };
  }
}

function without(said: Answers, found: Answers): Answers {
  return Object.fromEntries(Object.entries(said).filter(([question]) => !(question in found)));
}
