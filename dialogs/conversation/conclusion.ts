import { answersFromFindings } from '../live/evidence.js';
import { overtaken } from '../live/overtaken.js';
import { type Conclusion, conclude } from '../outcome.js';
import type { Position } from '../walk.js';
import { type Conversation, evidenceOf, positionOf } from './state.js';

/** What the conversation concludes where it stands; null while something is still open. Pure. */
export function conclusionOf(conversation: Conversation): Conclusion | null {
  const position = positionOf(conversation);
  return position.kind === 'outcome' ? concludedAt(conversation, position) : null;
}

/** What the conversation concludes at the leaf where it stands. Pure. */
export function concludedAt(
  conversation: Conversation,
  leaf: Extract<Position, { kind: 'outcome' }>,
): Conclusion {
  const { reading, ruledOut } = conversation;
  const out = [...ruledOut, ...overtaken(conversation)];
  return conclude(leaf, reading, out, answersFromFindings(evidenceOf(conversation)));
}
