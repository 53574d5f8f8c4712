import { textsFor } from '../../src/knowledge/texts/index.js';
import { type Draft, draft } from '../compose/draft.js';
import { type Conversation, positionOf } from './state.js';

/**
 * What stands before the person once a case has ended; null while it goes on, and where it ended at an outcome, which
 * stays to be seen. The tree would ask on from here: once the fault is repaired nothing in it explains the error. Pure.
 */
export function overNow(conversation: Conversation): Draft | null {
  const { phase, before, language } = conversation;
  if (phase !== 'closed') return null;
  const isSeen = before?.by === 'bot';
  if (!isSeen && positionOf(conversation).kind === 'outcome') return null;
  return draft({
    blocks: [{ type: 'text', text: textsFor(language).ui.closed }],
    verbs: [...(isSeen ? (['check-again'] as const) : []), 'restart', 'handover'],
  });
}
