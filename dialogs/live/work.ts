import type { Finding, Subject } from '../../src/checks/check.js';
import { type LiveCheckId, runnable } from '../../src/checks/needs.js';
import { answersOf, type Conversation, type Live, positionOf } from '../conversation/state.js';
import { isElsewhere, subjectOf } from './subject.js';

/** Checks to run now, and what about. The caller runs them and gives the findings to `observe`. */
export interface Work {
  readonly subject: Subject;
  readonly checks: readonly LiveCheckId[];
}

/**
 * What is looked up of a registry that is only named beside the error of another: what is there and who may use it. What
 * became of a request to it is not asked, for none failed.
 */
const besideOthers: readonly LiveCheckId[] = [
  'service-state',
  'registry-lookup',
  'permission-mode',
  'admin-user',
  'private-endpoint',
  'network-rules',
  'roles-legacy',
  'roles-abac',
  'sp-application',
  'sp-secret-expiry',
];

/**
 * The live checks that are due: those that have become possible and were not made in this round. Where the text alone
 * has settled the cause, one round still shows what it is not; further ones are made only for what is open. Pure.
 */
export function workOf(conversation: Conversation): Work | null {
  const { phase, observed, before } = conversation;
  const again = before?.by === 'bot' && observed.length === 0;
  if (phase !== 'open' || (!again && observed.length > 0 && positionOf(conversation).kind === 'outcome'))
    return null;
  const answers = answersOf(conversation);
  const subject = subjectOf(conversation, answers);
  if (subject === null) return null;
  const wanted = runnable(subject).filter((id) => !isElsewhere(answers) || besideOthers.includes(id));
  const checks = wanted.filter((id) => !observed.some(({ check }) => check === id));
  return checks.length === 0 ? null : { subject, checks };
}

/** Findings for the checks that have none because making them broke. Pure. */
export function notMade({ checks }: Work, live: Live | null, made: readonly Finding[]): readonly Finding[] {
  const left = checks.filter((id) => !made.some(({ check }) => check === id));
  return left.map((check) => ({
    check,
    vantage: live?.vantage ?? 'bot',
    witness: 'none',
    exposure: 'public',
    elapsed: 0,
    at: null,
    facts: {},
    verdict: 'unknown',
    why: 'not-reachable',
  }));
}
