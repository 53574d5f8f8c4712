import type { LogLook } from '../../src/checks/login-events/log-look.js';
import { textsFor } from '../../src/knowledge/texts/index.js';
import type { Verb } from '../../src/knowledge/vocabulary.js';
import { caseOf } from '../case.js';
import { draft } from '../compose/draft.js';
import { fill } from '../compose/fill.js';
import { logBlocks, logByHand } from '../compose/login-events.js';
import { logRequestOf } from '../live/log-request.js';
import { type Reply, reply, replyNow } from './reply.js';
import { answersOf, type Conversation } from './state.js';

/** What to do after a look at the log. */
const verbsAfter: readonly Verb[] = ['back', 'login-events', 'check-again', 'handover', 'restart'];

/** Has the registry's log looked at; the turn tells what is there. Pure. */
export function askForLog(conversation: Conversation): Reply {
  const texts = textsFor(conversation.language);
  const request = logRequestOf(conversation);
  if (request !== null) {
    const looking = fill(texts.loginEvents.looking, { registry: request.subject.loginServer });
    return {
      conversation: { ...conversation, phase: 'log' },
      drafts: [draft({ blocks: [{ type: 'text', text: looking }] })],
      log: request,
    };
  }
  if (conversation.live !== null) return replyNow(conversation, texts.loginEvents.needsRegistry);
  return reply(
    { ...conversation, phase: 'log' },
    draft({
      blocks: logByHand({ texts, values: valuesIn(conversation) }),
      verbs: ['back', 'handover', 'restart'],
    }),
  );
}

/** Tells what a look at the log gave. It answers no question of the tree and changes no conclusion. Pure. */
export function tellLog(conversation: Conversation, look: LogLook): Reply {
  const { language } = conversation;
  const texts = textsFor(language);
  const blocks = logBlocks({ texts, language, look, values: valuesIn(conversation) });
  return reply(conversation, draft({ blocks, verbs: verbsAfter }));
}

function valuesIn(conversation: Conversation) {
  return caseOf(conversation.reading, answersOf(conversation)).values;
}
