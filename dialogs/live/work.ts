import { liveChecks } from '../../src/checks/catalogue.js';
import type { Check, Subject } from '../../src/checks/check.js';
import { runnable } from '../../src/checks/runner.js';
import { type Conversation, positionOf } from '../conversation/state.js';
import { subjectOf } from './subject.js';

/** Checks to run now, and what about. The caller runs them and gives the findings to `observe`. */
export interface Work {
  readonly subject: Subject;
  readonly checks: readonly Check[];
}

/**
 * The live checks that are due: those that have become possible and were not made in this round. None where the
 * text and the answers have settled the cause already, unless the person asked to check again. Pure.
 */
export function workOf(conversation: Conversation): Work | null {
  const { phase, observed, before } = conversation;
  const again = before?.live === true && observed.length === 0;
  if (phase !== 'open' || (!again && positionOf(conversation).kind === 'outcome')) return null;
  const subject = subjectOf(conversation);
  if (subject === null) return null;
  const made = new Set(observed.map(({ check }) => check));
  const checks = runnable(liveChecks, subject).filter(({ id }) => !made.has(id));
  return checks.length === 0 ? null : { subject, checks };
}
