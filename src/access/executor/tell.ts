import type { TellJobKind } from '../ledger.js';
import type { AccessRequest } from '../request.js';
import { again, done, type Outcome } from './outcome.js';

/** `partly`: one platform has it, another does not answer. `not-now`: none answers. `nobody`: there is nobody whom the bot could reach. */
export type Told = 'told' | 'partly' | 'not-now' | 'nobody';

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

/** Fewer than those after which a job is given up, and a request with it: some have heard of it. */
const PARTLY_ATTEMPTS = 8;

/**
 * @param signal a platform that takes longer has not answered
 * @param attempts this one included
 */
export async function tellPeople(
  kind: TellJobKind,
  request: AccessRequest,
  tell: Tell,
  signal: AbortSignal,
  attempts: number,
): Promise<Outcome<null>> {
  const told = await Promise.race([tell[tellers[kind]](request), lateness(signal)]);
  if (told === 'told') return done(null);
  if (told === 'not-now') return again('not-told');
  // Those on a platform that is away for now are approvers, too.
  if (told === 'partly') return attempts < PARTLY_ATTEMPTS ? again('not-told') : done(null);
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
