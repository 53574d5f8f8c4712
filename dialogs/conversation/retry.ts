import { textsFor } from '../../src/knowledge/texts/index.js';
import { draft } from '../compose/draft.js';
import { type Reply, reply } from './reply.js';
import type { Conversation } from './state.js';

/** The node of "does it work now?". */
export const RETRY = 'retry';

/** Asks the person the only thing that counts after a repair: does it work now? Pure. */
export function askPerson(conversation: Conversation): Reply {
  const { ui } = textsFor(conversation.language);
  return reply(
    { ...conversation, phase: 'retry' },
    draft({
      blocks: [{ type: 'text', text: ui.retry.question }],
      ask: {
        node: RETRY,
        options: [
          { id: 'works', label: ui.retry.works },
          { id: 'same', label: ui.retry.same },
          { id: 'other', label: ui.retry.other },
        ],
      },
      verbs: ['back', 'handover', 'restart'],
    }),
  );
}
