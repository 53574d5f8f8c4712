import { answersOf, type Conversation } from '../../../dialogs/conversation/state.js';
import { subjectOf } from '../../../dialogs/live/subject.js';
import {
  LONGEST_VALID_MS,
  proposeRotation,
  rotationOf,
  type SecretNeed,
  type SecretProposal,
} from '../../../src/access/propose-rotation.js';
import { type Texts, textsFor } from '../../../src/knowledge/texts/index.js';
import type { CaseFile } from '../case-file.js';
import { mayAskFor } from '../dress.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { withoutSecrets } from '../redacting.js';
import { newRequestId } from './asking.js';
import { MOST_DAYS, NONE, type SecretAsking } from './asking-secret.js';
import { changeShown, isReachable, type Sending, send } from './begin.js';
import { partyOf } from './party.js';
import { type SaidTexts, whyNot } from './said.js';

/** Offers a form for a new secret in the place of the one that failed, or says why it cannot be asked for. */
export async function askForSecret(office: Office, visit: Visit, file: CaseFile): Promise<void> {
  const { requests } = office;
  if (requests === null || file.shown === null || mayAskFor(file.shown) !== 'secret') return;
  const requester = partyOf(visit);
  if (requester === null) return offerLink(office, visit);
  const { conversation } = file;
  const { language } = conversation;
  const texts = textsFor(language);
  const need = needOf(conversation);
  const proposal: SecretProposal =
    need === null
      ? { kind: 'refused', reason: 'other-identity' }
      : await proposeRotation(requests, need, requester);
  await changeShown(office, visit, (shown) => {
    if (mayAskFor(shown) !== 'secret') return null;
    if (proposal.kind !== 'offer') return { ...shown, asked: whyNoSecret(proposal, texts) };
    if (!isReachable(office, proposal)) return { ...shown, asked: texts.rotations.notHere };
    const request = newRequestId();
    const asking: SecretAsking = { what: 'secret', request, offer: proposal, language, problem: null };
    return { ...shown, asking, asked: null };
  });
}

/** Sends the form. Whose secret it is stands in the case file: the form says only which one is in use (T25). */
export function sendSecret(
  office: Office,
  visit: Visit,
  file: CaseFile,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { language } = file.conversation;
  const texts = textsFor(language);
  const reason = withoutSecrets(office, values['reason']);
  return send(office, visit, file, {
    of: (asking) => (asking.what === 'secret' ? asking : null),
    requester: ({ offer }) => offer.requester,
    read: (asking) => specIn(asking, values, reason, texts),
    texts: saidTexts(texts),
    language,
  });
}

function specIn(
  { offer }: SecretAsking,
  values: Readonly<Record<string, string>>,
  reason: string,
  { rotations }: Texts,
): ReturnType<Sending<SecretAsking>['read']> {
  const chosen = values['in-use'] ?? '';
  const isOffered = offer.inUse.some(({ id }) => id === chosen);
  if (!isOffered && (chosen !== NONE || offer.secret.kind === 'admin-password')) {
    return { problem: rotations.inUseMissing };
  }
  const days = offer.secret.kind === 'admin-password' ? MOST_DAYS : daysIn(values['valid'] ?? '');
  if (days === null) return { problem: rotations.badValid.replace('{most}', String(MOST_DAYS)) };
  const validMs = (days / MOST_DAYS) * LONGEST_VALID_MS;
  const spec = rotationOf(offer, chosen === NONE ? null : chosen, validMs);
  if (spec === null) return { problem: rotations.inUseMissing };
  return { asked: { ...spec, delivery: offer.delivery }, reason };
}

function daysIn(typed: string): number | null {
  const [, digits] =
    /^(\d{1,3})\s*(?:d|days?|tage?n?|天|日)?\.?$/.exec(typed.normalize('NFKC').trim().toLowerCase()) ?? [];
  const days = Number(digits);
  return days >= 1 && days <= MOST_DAYS ? days : null;
}

function whyNoSecret(refused: Exclude<SecretProposal, { kind: 'offer' }>, texts: Texts): string {
  switch (refused.kind) {
    case 'too-many-secrets':
      return texts.rotations.tooManySecrets;
    case 'unavailable':
      return texts.requests.unavailable;
    case 'refused':
      return whyNot(refused.reason, saidTexts(texts));
  }
}

function saidTexts({ requests, rotations }: Texts): SaidTexts {
  const { sent, tooMany, unavailable, notAllowed } = requests;
  return { ...rotations, sent, tooMany, unavailable, notAllowed };
}

function needOf(conversation: Conversation): SecretNeed | null {
  const subject = subjectOf(conversation, answersOf(conversation));
  if (subject === null) return null;
  const { loginServer, identity } = subject;
  switch (identity.kind) {
    case 'admin':
    case 'token':
    case 'application':
      return { loginServer, identity };
    default:
      return null;
  }
}
