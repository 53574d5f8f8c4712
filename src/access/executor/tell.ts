import type { TellJobKind } from '../ledger.js';
import type { AccessRequest } from '../request.js';
import { again, done, type Outcome } from './outcome.js';

/** `not-now`: a platform does not answer. `nobody`: there is nobody whom the bot could reach. */
export type Told = 'told' | 'not-now' | 'nobody';

/** Tells people about a request. Each may be asked to say the same twice. */
export interface Tell {
  tellApprovers(request: AccessRequest): Promise<Told>;
  remind(request: AccessRequest): Promise<Told>;
  tellOutcome(request: AccessRequest): Promise<Told>;
  /** `not-now` also while it does not count yet. */
  tellWorking(request: AccessRequest): Promise<Told>;
  tellEnding(request: AccessRequest): Promise<Told>;
  tellQuestion(request: AccessRequest): Promise<Told>;
  tellAnswer(request: AccessRequest): Promise<Told>;
  tellAlert(request: AccessRequest): Promise<Told>;
}

const tellers: Readonly<Record<TellJobKind, keyof Tell>> = {
  'tell-approvers': 'tellApprovers',
  'remind-approvers': 'remind',
  'tell-outcome': 'tellOutcome',
  'tell-working': 'tellWorking',
  'tell-ending': 'tellEnding',
  'tell-question': 'tellQuestion',
  'tell-answer': 'tellAnswer',
  'tell-alert': 'tellAlert',
};

/** @param signal a platform that takes longer has not answered */
export async function tellPeople(
  kind: TellJobKind,
  request: AccessRequest,
  tell: Tell,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const told = await Promise.race([tell[tellers[kind]](request), lateness(signal)]);
  if (told === 'told') return done(null);
  if (told === 'not-now') return again('not-told');
  // A request that no approver hears of is given up in the end, and the requester told: it must not wait for a day.
  return kind === 'tell-approvers' ? again('nobody') : done(null);
}

function lateness(signal: AbortSignal): Promise<'not-now'> {
  return new Promise((resolve) => {
    const late = (): void => resolve('not-now');
    if (signal.aborted) late();
    else signal.addEventListener('abort', late, { once: true });
  });
}
