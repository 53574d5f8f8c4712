import { textsFor } from '../../src/knowledge/texts/index.js';
import { isCheck } from '../questions.js';
import { conclusionOf } from './conclusion.js';
import { present } from './present.js';
import { type Reply, reply } from './reply.js';
import { answersOf, type Conversation, positionOf, saidIn } from './state.js';

/**
 * "Still the same error": the checks are made anew, and the next outcome sets old and new verdicts side by
 * side. Where no check led here, or a round has just been made, the next best cause is shown instead.
 */
export function recheck(conversation: Conversation): Reply {
  const { ui } = textsFor(conversation.language);
  const made = Object.entries(answersOf(conversation)).filter(
    ([question]) =>
      isCheck(question) && !(question in saidIn(conversation)) && onPath(conversation, question),
  );
  if (made.length === 0 || conversation.before !== null) return nextCause(conversation);
  const again: Conversation = {
    ...conversation,
    phase: 'open',
    before: { by: 'person', answers: Object.fromEntries(made) },
    given: conversation.given.filter(({ question }) => !isCheck(question)),
    // What was printed before the repair says nothing about now.
    outputs: [],
    reading: conversation.reading === null ? null : { ...conversation.reading, outputs: [] },
  };
  const question = present(again);
  return reply(again, { ...question, blocks: [{ type: 'text', text: ui.checkAnew }, ...question.blocks] });
}

/** Rules the shown cause out and shows the next best one; at the end, a human. */
export function nextCause(conversation: Conversation): Reply {
  const { ui } = textsFor(conversation.language);
  const shown = conclusionOf(conversation);
  if (shown === null) return reply(conversation, present(conversation));
  const next: Conversation = {
    ...conversation,
    phase: 'open',
    before: null,
    ruledOut: [...conversation.ruledOut, shown.cause],
  };
  const outcome = present(next);
  const none = outcome.outcome?.cause === 'unknown';
  const sentence = none ? ui.noneLeft : ui.nextBest;
  return reply(next, { ...outcome, blocks: [{ type: 'text', text: sentence }, ...outcome.blocks] });
}

function onPath(conversation: Conversation, question: string): boolean {
  return positionOf(conversation).path.some((step) => step.question === question);
}
