import { answersOf, type Conversation } from '../../../dialogs/conversation/state.js';
import { subjectOf } from '../../../dialogs/live/subject.js';
import {
  draftOf,
  type Need,
  proposeRole,
  type RoleOffer,
  type RoleProposal,
} from '../../../src/access/propose-role.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { RequestTexts } from '../../../src/knowledge/texts/requests.js';
import type { CaseFile } from '../case-file.js';
import { mayAskFor } from '../dress.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { withoutSecrets } from '../redacting.js';
import { newRequestId } from './asking.js';
import { chosenOf, longestOf, type RoleAsking, takesRepository } from './asking-role.js';
import { changeShown, isReachable, type Sending, send } from './begin.js';
import { durationIn, unitFor } from './duration.js';
import { partyOf } from './party.js';
import { reachIn } from './reach.js';
import { whyNot } from './said.js';

/** Offers a form for the least role that mends the case, or says why it cannot be asked for. */
export async function askForRole(office: Office, visit: Visit, file: CaseFile): Promise<void> {
  const { requests } = office;
  if (requests === null || file.shown === null || mayAskFor(file.shown) !== 'role') return;
  const requester = partyOf(visit);
  // They have removed the link since the button was shown.
  if (requester === null) return offerLink(office, visit);
  const { conversation } = file;
  const texts = textsFor(conversation.language).requests;
  const need = needOf(conversation);
  const proposal: RoleProposal =
    need === null ? { kind: 'unavailable' } : reachable(office, await proposeRole(requests, need, requester));
  await changeShown(office, visit, (shown) => {
    if (mayAskFor(shown) !== 'role') return null;
    if (proposal.kind !== 'offer') return { ...shown, asked: whyNoRole(proposal, texts) };
    const asking: RoleAsking = { what: 'role', request: newRequestId(), offer: proposal, problem: null };
    return { ...shown, asking, asked: null };
  });
}

/** Sends the form. What may be asked for stands in the case file: the form chooses among it (T25). */
export function sendRole(
  office: Office,
  visit: Visit,
  file: CaseFile,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { language } = file.conversation;
  const texts = textsFor(language).requests;
  const reason = withoutSecrets(office, values['reason']);
  return send(office, visit, file, {
    of: (asking) => (asking.what === 'role' ? asking : null),
    requester: ({ offer }) => offer.requester,
    read: (asking) => specIn(asking, values, reason, texts),
    texts,
    language,
  });
}

function specIn(
  { offer }: RoleAsking,
  values: Readonly<Record<string, string>>,
  reason: string,
  texts: RequestTexts,
): ReturnType<Sending<RoleAsking>['read']> {
  const variant = chosenOf(offer, values);
  if (variant === null) return { problem: texts.notAllowed };
  const reach = takesRepository(offer)
    ? reachIn(values['repository'] ?? '')
    : { repository: null, prefix: false };
  if (reach === null) return { problem: texts.badRepository };
  const longest = longestOf(offer);
  const { unit, most } = unitFor(longest);
  const durationMs = durationIn(values['duration'] ?? '', longest);
  if (durationMs === null) return { problem: texts.badDuration[unit].replace('{most}', String(most)) };
  return { asked: { ...draftOf(offer, variant, reach), durationMs }, reason };
}

/** Where nobody would read the card, the role cannot be asked for: better to hear it now. */
function reachable(office: Office, proposal: RoleProposal): RoleProposal {
  if (proposal.kind !== 'offer') return proposal;
  const [first, ...more] = proposal.variants.filter((variant) => isReachable(office, variant));
  if (first === undefined) return { kind: 'refused', reason: 'nobody-may-approve' };
  const variants: RoleOffer['variants'] = [first, ...more];
  return { ...proposal, variants };
}

function whyNoRole(refused: Exclude<RoleProposal, { kind: 'offer' }>, texts: RequestTexts): string {
  switch (refused.kind) {
    case 'activate':
      return texts.activate;
    case 'unavailable':
      return texts.unavailable;
    case 'refused':
      return whyNot(refused.reason, texts);
  }
}

function needOf(conversation: Conversation): Need | null {
  const subject = subjectOf(conversation, answersOf(conversation));
  if (subject === null) return null;
  const { loginServer, identity, cluster, operation, repository } = subject;
  return { loginServer, identity, cluster, operation: operation ?? 'pull', repository };
}
