import { answersFromFindings } from '../live/evidence.js';
import { type Conclusion, conclude } from '../outcome.js';
import { type Conversation, evidenceOf, positionOf } from './state.js';

/** What the conversation concludes where it stands; null while something is still open. Pure. */
export function conclusionOf(conversation: Conversation): Conclusion | null {
  const position = positionOf(conversation);
  if (position.kind !== 'outcome') return null;
  const { reading, ruledOut } = conversation;
  return conclude(position, reading, ruledOut, answersFromFindings(evidenceOf(conversation)));
}
