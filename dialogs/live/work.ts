import type { Subject } from '../../src/checks/check.js';
import { type LiveCheckId, runnable } from '../../src/checks/needs.js';
import { type Conversation, positionOf } from '../conversation/state.js';
import { subjectOf } from './subject.js';

/** Checks to run now, and what about. The caller runs them and gives the findings to `observe`. */
export interface Work {
  readonly subject: Subject;
  readonly checks: readonly LiveCheckId[];
}

/**
 * The live checks that are due: those that have become possible and were not made in this round. None where the
 * text and the answers have settled the cause already, unless the person asked to check again. Pure.
 */
export function workOf(conversation: Conversation): Work | null {
  const { phase, observed, before } = conversation;
  const again = before?.by === 'bot' && observed.length === 0;
  if (phase !== 'open' || (!again && observed.length > 0 && positionOf(conversation).kind === 'outcome'))
    return null;
  const subject = subjectOf(conversation);
  if (subject === null) return null;
  const checks = runnable(subject).filter((id) => !observed.some(({ check }) => check === id));
  return checks.length === 0 ? null : { subject, checks };
}
