import type { RoleRequest } from '../../../src/access/request.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { quoted, scopeOf, timeInWords } from './words.js';

type Said =
  | 'granted'
  | 'denied'
  | 'deniedWhy'
  | 'expired'
  | 'failed'
  | 'void'
  | 'notAsked'
  | 'notRemoved'
  | 'removed'
  | 'ending';

/** What became of a request, for its requester; null where nothing has yet. Pure. */
export function outcomeFor(request: RoleRequest): string | null {
  const said = saidOf(request);
  return said === null ? null : sentence(request, said);
}

/** That a role ends soon. Pure. */
export function endingFor(request: RoleRequest): string {
  return sentence(request, 'ending');
}

function saidOf({ state, why, approvals, approvalsNeeded, until }: RoleRequest): Said | null {
  switch (state) {
    case 'granted':
    case 'expired':
    case 'removed':
    case 'void':
      return state;
    case 'denied':
      return why === null ? 'denied' : 'deniedWhy';
    case 'failed':
      // One that has an end was granted: what failed is taking it away.
      if (until !== null) return 'notRemoved';
      return approvals.length < approvalsNeeded ? 'notAsked' : 'failed';
    default:
      return null;
  }
}

function sentence({ spec, why, until }: RoleRequest, said: Said): string {
  const { language } = spec.requester;
  const texts = textsFor(language);
  return texts.requests[said]
    .replace('{role}', () => `\`${spec.role}\``)
    .replace('{scope}', () => scopeOf(spec, texts))
    .replace('{until}', () => (until === null ? '' : timeInWords(until, language)))
    .replace('{why}', () => quoted(why ?? ''));
}

/** The same for those who read the card, below who decided; null where that says all. Pure. */
export function outcomeOnCard({ state, until }: RoleRequest, language: Language): string | null {
  const { onCard } = textsFor(language).requests;
  switch (state) {
    case 'expired':
    case 'void':
    case 'failed':
    case 'removed':
      return onCard[state];
    case 'granted':
      return onCard.granted.replace('{until}', () => (until === null ? '' : timeInWords(until, language)));
    default:
      return null;
  }
}
