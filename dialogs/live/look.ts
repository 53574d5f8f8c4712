import type { CauseId } from '../../src/knowledge/causes.js';
import type { CheckId } from '../../src/knowledge/checks.js';
import { caseOf } from '../case.js';
import { conclusionOf } from '../conversation/conclusion.js';
import { answersOf, type Conversation, positionOf } from '../conversation/state.js';
import { registryToLookAt } from './place.js';

/** Beside what a look from where it fails is offered. */
export type LookOffer = 'check' | 'outcome' | 'nothing';

/** Checks that a probe's report answers, or makes needless. */
const answered: readonly CheckId[] = [
  'health-check',
  'docker-daemon',
  'docker-version',
  'stored-credentials',
  'challenge',
  'dns',
  'connection',
  'data-endpoint',
];

/** Causes that what is seen from where it fails confirms or rules out. */
const shownThere: readonly CauseId[] = [
  'ip-not-allowed',
  'public-access-disabled',
  'private-endpoint-dns',
  'connection-failed',
  'tls-untrusted',
  'data-endpoint-blocked',
  'registry-not-found',
  'docker-not-running',
  'docker-credential-store',
];

/**
 * Whether a look from where it fails would decide or confirm something where the conversation stands; null where it would
 * not, where nothing can be run, or where it was taken. Pure.
 */
export function lookOffer(conversation: Conversation): LookOffer | null {
  if (conversation.phase !== 'open' || registryToLookAt(conversation) === null) return null;
  if (wasTaken(conversation) || cannotRun(conversation)) return null;
  const position = positionOf(conversation);
  if (position.kind === 'ask') return null;
  if (position.kind === 'check') return answered.includes(position.check) ? 'check' : null;
  const cause = conclusionOf(conversation)?.cause;
  if (cause === 'unknown') return 'nothing';
  return cause !== undefined && shownThere.includes(cause) ? 'outcome' : null;
}

/**
 * Beside what the offer is put into words: once in a case, and not where the evidence is complete – there its button is
 * enough. Null elsewhere. Pure.
 */
export function offerInWords(conversation: Conversation): LookOffer | null {
  const offer = lookOffer(conversation);
  const { node } = positionOf(conversation);
  if (offer === null || (conversation.offered ?? node) !== node) return null;
  return conclusionOf(conversation)?.certainty === 'shown' ? null : offer;
}

/** A report of which nothing, or not all, could be used asks for another one. */
function wasTaken({ reading, outputs }: Conversation): boolean {
  return [...(reading?.outputs ?? []), ...outputs].some(
    ({ program, notes }) =>
      program === 'acr-help probe' && !notes.includes('report-truncated') && !notes.includes('report-edited'),
  );
}

function cannotRun(conversation: Conversation): boolean {
  const { environment } = caseOf(conversation.reading, answersOf(conversation));
  // Whose own machine makes the checks has looked from there already.
  const onOwnMachine = environment === null || environment === 'workstation';
  if (conversation.live?.vantage === 'person' && onOwnMachine) return true;
  return environment === 'azure-service' || environment === 'portal';
}
