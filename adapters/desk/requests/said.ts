import type { Refusal } from '../../../src/access/policy/decision.js';
import type { Submitted } from '../../../src/access/requests.js';
import type { RequestTexts } from '../../../src/knowledge/texts/requests.js';

/** What is said about a request that was submitted or refused; the texts for secrets have the same keys. */
export type SaidTexts = Pick<
  RequestTexts,
  | 'sent'
  | 'sentWithoutApproval'
  | 'openAlready'
  | 'tooMany'
  | 'unavailable'
  | 'notHere'
  | 'notForYou'
  | 'notAllowed'
>;

export function saidOf(sent: Submitted, texts: SaidTexts): string {
  switch (sent.kind) {
    case 'submitted':
      return sent.tier === 0 ? texts.sentWithoutApproval : texts.sent;
    case 'open-already':
      return texts.openAlready;
    case 'too-many':
      return texts.tooMany;
    case 'unavailable':
      return texts.unavailable;
    case 'refused':
      return whyNot(sent.reason, texts);
  }
}

/** Which registries and rules there are is told to nobody (security T46): most reasons read alike. */
export function whyNot(reason: Refusal, texts: SaidTexts): string {
  switch (reason) {
    case 'not-for-you':
      return texts.notForYou;
    case 'other-repository':
    case 'too-long':
      return texts.notAllowed;
    default:
      return texts.notHere;
  }
}
