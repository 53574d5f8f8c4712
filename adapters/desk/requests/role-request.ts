import { answersOf, type Conversation } from '../../../dialogs/conversation/state.js';
import { subjectOf } from '../../../dialogs/live/subject.js';
import type { Need, Proposal, Submitted } from '../../../src/access/requests.js';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { RequestTexts } from '../../../src/knowledge/texts/requests.js';
import { amend } from '../amend.js';
import type { CaseFile, Shown } from '../case-file.js';
import { mayAskFor } from '../dress.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { type Asking, askingFor } from './asking.js';
import { durationIn, unitFor } from './duration.js';
import { partyOf } from './party.js';

/** Offers a form for the least role that mends the case, or says why it cannot be asked for. */
export async function askForRole(office: Office, visit: Visit, file: CaseFile): Promise<void> {
  const { requests } = office;
  if (requests === null || file.shown === null || !mayAskFor(file.shown)) return;
  const requester = partyOf(visit);
  // They have removed the link since the button was shown.
  if (requester === null) return offerLink(office, visit);
  const { conversation } = file;
  const texts = textsFor(conversation.language).requests;
  const need = needOf(conversation);
  const proposal: Proposal =
    need === null ? { kind: 'unavailable' } : reachable(office, await requests.propose(need, requester));
  await change(office, visit, (shown) => {
    if (!mayAskFor(shown)) return null;
    if (proposal.kind === 'offer') return { ...shown, asking: askingFor(proposal), asked: null };
    return { ...shown, asked: whyNot(proposal, texts) };
  });
}

/** Where nobody would read the card, the role cannot be asked for: better to hear it now. */
function reachable({ surfaceIf }: Office, proposal: Proposal): Proposal {
  if (proposal.kind !== 'offer' || proposal.tier === 0) return proposal;
  const { teams, slack } = proposal.channels;
  const reaches =
    (teams !== null && surfaceIf('teams') !== null) || (slack !== null && surfaceIf('slack') !== null);
  return reaches ? proposal : { kind: 'refused', reason: 'nobody-may-approve' };
}

/**
 * Sends the form. What was asked for stands in the case file: the form brings duration and reason only (T25).
 *
 * @param file the one by which the form was recognised
 */
export async function sendRequest(
  office: Office,
  visit: Visit,
  { shown, conversation }: CaseFile,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { requests } = office;
  const asking = shown?.asking ?? null;
  if (requests === null || asking === null) return;
  const texts = textsFor(conversation.language).requests;
  const by = partyOf(visit);
  if (by === null) return offerLink(office, visit);
  const { requester } = asking.draft;
  const sameAsking = (next: (it: Shown, now: Asking) => Shown) =>
    change(office, visit, (it) => (it.asking?.request === asking.request ? next(it, it.asking) : null));
  if (by.objectId !== requester.objectId || by.tenant !== requester.tenant) {
    return sameAsking((it) => ({ ...it, asking: null, asked: texts.otherAccount }));
  }
  const problem = (sentence: string) =>
    sameAsking((it, now) => ({ ...it, asking: { ...now, problem: sentence } }));
  const { unit, most } = unitFor(asking.maxDurationMs);
  const duration = durationIn(values['duration'] ?? '', asking.maxDurationMs);
  if (duration === null) return problem(texts.badDuration[unit].replace('{most}', String(most)));
  const reason = redact(values['reason'] ?? '').text;
  const sent = await requests.submit(asking.request, asking.draft, duration, reason);
  if (sent.kind === 'refused' && sent.reason === 'reason-missing') return problem(texts.reasonMissing);
  if (sent.kind === 'unavailable') return problem(texts.unavailable);
  if (sent.kind === 'submitted') office.wake();
  const request = sent.kind === 'submitted' ? asking.request : null;
  await sameAsking((it) => ({ ...it, asking: null, asked: saidOf(sent, texts), request }));
}

function saidOf(sent: Submitted, texts: RequestTexts): string {
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
      return whyNot(sent, texts);
  }
}

/** Which registries and rules there are is told to nobody (security T46): most reasons read alike. */
function whyNot(refused: Exclude<Proposal, { kind: 'offer' }>, texts: RequestTexts): string {
  if (refused.kind === 'unavailable') return texts.unavailable;
  return refused.reason === 'not-for-you' ? texts.notForYou : texts.notHere;
}

async function change(office: Office, visit: Visit, next: (shown: Shown) => Shown | null): Promise<void> {
  await amend(office, visit, (shown) => {
    const amended = next(shown);
    return amended === null ? null : { shown: amended, effect: async () => true };
  });
}

function needOf(conversation: Conversation): Need | null {
  const subject = subjectOf(conversation, answersOf(conversation));
  if (subject === null) return null;
  const { loginServer, identity, cluster, operation, repository } = subject;
  return { loginServer, identity, cluster, operation: operation ?? 'pull', repository };
}
