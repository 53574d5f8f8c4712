import type { CauseId } from '../../src/knowledge/causes.js';
import { type Conversation, registryIn } from '../conversation/state.js';
import { refutedBy } from '../refuted.js';
import { printedAnswers } from './printed.js';

/**
 * Causes that what was seen where it fails speaks against, after the error: what was refused then is not refused now. A
 * certificate that a probe trusts is left aside, for Docker may trust others. Pure.
 */
export function overtaken(conversation: Conversation): readonly CauseId[] {
  const reports = conversation.outputs.filter(({ program }) => program === 'acr-help probe');
  const { challenge } = printedAnswers(reports, registryIn(conversation));
  if (challenge !== 'challenged') return [];
  return refutedBy([], { challenge })
    .map(({ cause }) => cause)
    .filter((cause) => cause !== 'tls-untrusted');
}
