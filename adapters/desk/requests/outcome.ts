import type { Verified } from '../../../src/access/executor/verify.js';
import {
  type AccessRequest,
  isForRole,
  type RoleRequest,
  type RotationRequest,
} from '../../../src/access/request.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { RequestTexts } from '../../../src/knowledge/texts/requests.js';
import type { RotationTexts } from '../../../src/knowledge/texts/rotations.js';
import { askedFor, quoted, scopeOf, secretInWords, timeInWords } from './words.js';

/** What became of a request, for its requester; null where nothing has yet. Pure. */
export function outcomeFor(request: AccessRequest): string | null {
  return isForRole(request) ? roleOutcome(request) : secretOutcome(request);
}

/** That a role counts by now, and what shows it; null for what is no role. Pure. */
export function workingFor(request: AccessRequest, how: Verified['how']): string | null {
  if (!isForRole(request)) return null;
  const { workingBy } = textsFor(request.spec.requester.language).requests;
  return roleSentence(request, 'working').replace('{how}', () => workingBy[how]);
}

/** That a role ends soon, or that both secrets still work. Pure. */
export function endingFor(request: AccessRequest): string {
  return isForRole(request) ? roleSentence(request, 'ending') : secretSentence(request, 'stillBoth');
}

/**
 * That a new secret was shown twice, for its requester; null where it is no secret, or where what became of it says so
 * already. Pure.
 */
export function alertFor(request: AccessRequest): string | null {
  if (isForRole(request) || request.why === 'not-collected') return null;
  const { language } = request.spec.requester;
  const { claimedBefore, claimedBeforeLate } = textsFor(language).rotations.alerts;
  return filled(mayDistrust(request) ? claimedBefore : claimedBeforeLate, request, language);
}

/** The same for approvers, and that it was not shown at all. Pure. */
export function alertToApprovers(
  request: AccessRequest,
  requester: string,
  language: Language,
): string | null {
  if (isForRole(request)) return null;
  const { alerts } = textsFor(language).rotations;
  const alert = request.why === 'not-collected' ? alerts.notCollected : alerts.claimedBeforeOnCard;
  return filled(alert, request, language).replace('{person}', () => quoted(requester));
}

/** Whether a new secret can still be made worthless for its requester. Pure. */
export function mayDistrust({ state, confirmedAt }: AccessRequest): boolean {
  return state === 'rotated' && confirmedAt === null;
}

type OfRole = {
  [K in keyof RequestTexts]: RequestTexts[K] extends string ? K : never;
}[keyof RequestTexts];

type OfSecret = {
  [K in keyof RotationTexts]: RotationTexts[K] extends string ? K : never;
}[keyof RotationTexts];

function roleOutcome(request: RoleRequest): string | null {
  const { state, why, approvals, approvalsNeeded, until } = request;
  switch (state) {
    case 'granted':
    case 'expired':
    case 'removed':
    case 'void':
    case 'withdrawn':
      return roleSentence(request, state);
    case 'denied':
      return roleSentence(request, why === null ? 'denied' : 'deniedWhy');
    case 'failed':
      // One that has an end was granted: what failed is taking it away.
      if (until !== null) return roleSentence(request, 'notRemoved');
      return roleSentence(request, approvals.length < approvalsNeeded ? 'notAsked' : 'failed');
    default:
      return null;
  }
}

function secretOutcome(request: RotationRequest): string | null {
  const { state, why, approvals, approvalsNeeded, made } = request;
  switch (state) {
    case 'rotated':
      return secretSentence(request, made?.kept.kind === 'one-time-page' ? 'rotatedPage' : 'rotatedVault');
    case 'retired':
      return secretSentence(request, 'retired');
    case 'withdrawn':
      return textsFor(request.spec.requester.language).requests.withdrawn;
    case 'expired':
      return secretSentence(request, why === 'not-confirmed' ? 'unconfirmed' : 'expired');
    case 'void':
      if (why === 'not-collected') return secretSentence(request, 'notCollected');
      if (why !== 'abandoned') return secretSentence(request, 'void');
      return secretSentence(request, made?.kept.kind === 'vault' ? 'abandonedInVault' : 'abandoned');
    case 'denied':
      return secretSentence(request, why === null ? 'denied' : 'deniedWhy');
    case 'failed':
      if (made !== null) return secretSentence(request, 'notRetired');
      return secretSentence(request, approvals.length < approvalsNeeded ? 'notAsked' : 'failed');
    default:
      return null;
  }
}

function roleSentence(request: RoleRequest, said: OfRole): string {
  const { spec, why, until } = request;
  const { language } = spec.requester;
  const texts = textsFor(language);
  return texts.requests[said]
    .replace('{role}', () => askedFor(spec, texts))
    .replace('{scope}', () => scopeOf(spec, texts))
    .replace('{until}', () => (until === null ? '' : timeInWords(until, language)))
    .replace('{why}', () => quoted(why ?? ''));
}

function secretSentence(request: RotationRequest, said: OfSecret): string {
  const { language } = request.spec.requester;
  return filled(textsFor(language).rotations[said], request, language);
}

function filled(sentence: string, { spec, why, made }: RotationRequest, language: Language): string {
  const until = made?.kept.kind === 'one-time-page' ? made.kept.until : null;
  return sentence
    .replace('{secret}', () => secretInWords(spec, textsFor(language)))
    .replace('{until}', () => (until === null ? '' : timeInWords(until, language)))
    .replace('{why}', () => quoted(why ?? ''));
}

/** The same for those who read the card, below who decided; null where that says all. Pure. */
export function outcomeOnCard(request: AccessRequest, language: Language): string | null {
  const { requests } = textsFor(language);
  const { state, until } = request;
  if (state === 'withdrawn') return requests.onCard.withdrawn;
  if (!isForRole(request)) return secretOnCard(request, language);
  switch (state) {
    case 'expired':
    case 'void':
    case 'failed':
    case 'removed':
      return requests.onCard[state];
    case 'granted':
      return requests.onCard.granted.replace('{until}', () =>
        until === null ? '' : timeInWords(until, language),
      );
    default:
      return null;
  }
}

function secretOnCard({ state, why }: RotationRequest, language: Language): string | null {
  const { requests, rotations } = textsFor(language);
  const { onCard } = rotations;
  switch (state) {
    case 'rotated':
    case 'retired':
    case 'failed':
      return onCard[state];
    case 'expired':
      return why === 'not-confirmed' ? onCard.unconfirmed : requests.onCard.expired;
    case 'void':
      if (why === 'not-collected') return onCard.notCollected;
      return why === 'abandoned' ? onCard.abandoned : onCard.void;
    default:
      return null;
  }
}
