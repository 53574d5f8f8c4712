import type { LogRequest } from '../../src/checks/login-events/log-look.js';
import { type CauseId, causes, type Family } from '../../src/knowledge/causes.js';
import { answersOf, type Conversation } from '../conversation/state.js';
import { subjectOf } from './subject.js';

/** Causes that a registry's log of sign-ins can say something about: those on which it was reached. */
const families: readonly Family[] = ['credentials', 'authorization', 'network', 'limits'];
const beside: readonly CauseId[] = ['unknown', 'service-outage', 'client-defect'];

/** Whether a look at the registry's log is offered with an outcome. Pure. */
export function offersLog(conversation: Conversation, cause: CauseId): boolean {
  const helps = families.includes(causes[cause]) || beside.includes(cause);
  return helps && logRequestOf(conversation) !== null;
}

/** What the log is looked at for; null while the registry is not known, or where nobody of ours can look. Pure. */
export function logRequestOf(conversation: Conversation): LogRequest | null {
  const { live, observed, before } = conversation;
  const subject = subjectOf(conversation, answersOf(conversation));
  if (live === null || subject === null) return null;
  const findings = [...observed, ...(before?.by === 'bot' ? before.findings : [])];
  const [since = null] = findings.flatMap(({ at }) => (at === null ? [] : [at])).toSorted();
  return { subject, asker: live.objectId, since };
}
