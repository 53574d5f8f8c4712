import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { draft } from '../compose/draft.js';
import { answerLabel, questionLabel } from '../compose/question.js';
import { checksAgainst } from '../live/against.js';
import { UNKNOWN } from '../tree/node.js';
import { answer, CORRECT, pendingQuestion } from './answer.js';
import { finishHandover, previewHandover } from './handover.js';
import { askForLog } from './login-events.js';
import { askPlace, lookThere } from './look.js';
import { present, presentGreeting } from './present.js';
import { nextCause } from './recheck.js';
import { type Reply, reply, replyNow, replyOnly } from './reply.js';
import { askPerson } from './retry.js';
import { type Conversation, newConversation, positionOf } from './state.js';

/** Carries out a verb, pressed or typed. Every verb works at every step. Pure. */
export function press(conversation: Conversation, verb: Verb): Reply {
  const { ui } = textsFor(conversation.language);
  switch (verb) {
    case 'back':
      return back(conversation);
    case 'correct':
      return correct(conversation);
    case 'restart': {
      const fresh = restarted(conversation);
      return reply(fresh, presentGreeting(fresh));
    }
    case 'check-again':
      return askRetry(conversation);
    case 'next-cause':
      return nextCause(conversation);
    case 'handover':
      return previewHandover(conversation);
    case 'send-handover':
      return finishHandover(conversation, '');
    case 'dont-know': {
      const question = pendingQuestion(conversation);
      return question === null ? replyNow(conversation) : answer(conversation, question, UNKNOWN);
    }
    case 'look-there':
      return lookThere(conversation);
    case 'other-place':
      return askPlace(conversation);
    case 'login-events':
      return askForLog(conversation);
    case 'finish':
      return replyOnly({ ...conversation, phase: 'closed' }, ui.closed);
  }
}

/** Takes back the newest answer; before the first, the paste; before that, the beginning. */
function back(conversation: Conversation): Reply {
  const { before } = conversation;
  if (conversation.phase === 'closed' && before?.by === 'bot') {
    // Behind "resolved" lies what was found before the repair.
    return replyNow({ ...conversation, phase: 'open', observed: before.findings, before: null });
  }
  if (conversation.phase !== 'open') return replyNow({ ...conversation, phase: 'open', reopened: null });
  if (conversation.reopened !== null) return replyNow({ ...conversation, reopened: null });
  if (conversation.ruledOut.length > 0) {
    return replyNow({ ...conversation, ruledOut: conversation.ruledOut.slice(0, -1) });
  }
  if (conversation.given.length === 0) {
    const fresh = restarted(conversation);
    return reply(fresh, presentGreeting(fresh));
  }
  return replyNow({ ...conversation, given: conversation.given.slice(0, -1) });
}

/** Lists the answers on the way, those read from the paste too, so that any can be changed. */
function correct(conversation: Conversation): Reply {
  const texts = textsFor(conversation.language);
  const options = positionOf(conversation)
    .path.filter(({ question, answer: said }) => !(question === 'situation' && said === UNKNOWN))
    .map(({ question, answer: said }) => ({
      id: question,
      label: `${questionLabel(texts, question)} – ${answerLabel(texts, question, said)}`,
    }));
  if (options.length === 0) return replyNow(conversation, texts.ui.nothingToCorrect);
  return reply(
    { ...conversation, phase: 'correct' },
    draft({
      blocks: [{ type: 'text', text: texts.ui.correctQuestion }],
      ask: { node: CORRECT, options },
      verbs: ['back', 'handover', 'restart'],
    }),
  );
}

/** "Check again" begins with the only check that counts: does it work now? */
function askRetry(conversation: Conversation): Reply {
  const live = checkLiveAgain(conversation);
  if (live !== null) return reply(live, present(live));
  if (positionOf(conversation).kind !== 'outcome') return reply(conversation, present(conversation));
  return askPerson(conversation);
}

/**
 * A new round of live checks, where one of them led here; null where only the person can tell whether it works. What
 * was found before is kept to be set beside the new verdicts.
 */
function checkLiveAgain(conversation: Conversation): Conversation | null {
  const { before } = conversation;
  if (conversation.phase === 'closed' && before?.by === 'bot')
    return { ...conversation, phase: 'open', observed: [] };
  if (checksAgainst(conversation).length === 0) return null;
  return {
    ...conversation,
    phase: 'open',
    observed: [],
    before: { by: 'bot', findings: conversation.observed },
  };
}

function restarted(conversation: Conversation): Conversation {
  const { person, language, messages, pressed, live, means } = conversation;
  return { ...newConversation(person, language), messages, pressed, live, means };
}
