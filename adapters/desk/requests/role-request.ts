import { answersOf, type Conversation } from '../../../dialogs/conversation/state.js';
import { subjectOf } from '../../../dialogs/live/subject.js';
import type { Party } from '../../../src/access/request.js';
import type { Need, Proposal, Requests } from '../../../src/access/requests.js';
import { redact } from '../../../src/diagnosis/redact/redact.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { RequestTexts } from '../../../src/knowledge/texts/requests.js';
import { amend } from '../amend.js';
import type { CaseFile, Shown } from '../case-file.js';
import { openFile } from '../files.js';
import type { Office, Visit } from '../office.js';
import { daysOf, millisecondsOf } from './words.js';

/** Offers a form for the least role that mends the case, or says why it cannot be asked for. */
export async function askForRole(office: Office, visit: Visit, { conversation }: CaseFile): Promise<void> {
  const { requests } = office;
  const requester = partyOf(visit);
  const need = needOf(conversation);
  if (requests === null || requester === null) return;
  const texts = textsFor(conversation.language);
  const proposal: Proposal =
    need === null ? { kind: 'unavailable' } : await requests.propose(need, requester);
  await change(office, visit, (shown) =>
    proposal.kind === 'offer'
      ? { ...shown, asking: { draft: proposal.draft, maxDurationMs: proposal.maxDurationMs, problem: null } }
      : { ...shown, asked: whyNot(proposal, texts.requests) },
  );
}

/** Sends the form. What was asked for stands in the case file: the form brings duration and reason only (T25). */
export async function sendRequest(
  office: Office,
  visit: Visit,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const { requests } = office;
  const { file } = await openFile(office.store, visit.key, visit.language);
  const asking = file.shown?.asking ?? null;
  if (requests === null || asking === null) return;
  const texts = textsFor(file.conversation.language).requests;
  const problem = (sentence: string) =>
    change(
      office,
      visit,
      (shown) => shown.asking && { ...shown, asking: { ...shown.asking, problem: sentence } },
    );
  const most = daysOf(asking.maxDurationMs);
  const days = daysIn(values['days'] ?? '', most);
  if (days === null) return problem(texts.badDuration.replace('{days}', String(most)));
  const reason = redact(values['reason'] ?? '').text;
  const sent = await requests.submit(asking.draft, millisecondsOf(days), reason);
  if (sent.kind === 'refused' && sent.reason === 'reason-missing') return problem(texts.reasonMissing);
  if (sent.kind === 'unavailable') return problem(texts.unavailable);
  if (sent.kind === 'submitted') office.wake();
  const said = saidOf(sent, texts);
  await change(office, visit, (shown) => shown.asking && { ...shown, asking: null, asked: said });
}

function saidOf(
  sent: Exclude<Awaited<ReturnType<Requests['submit']>>, { kind: 'unavailable' }>,
  texts: RequestTexts,
): string {
  switch (sent.kind) {
    case 'submitted':
      return texts.sent;
    case 'open-already':
      return texts.openAlready;
    case 'too-many':
      return texts.tooMany;
    case 'refused':
      return whyNot(sent, texts);
  }
}

/** Which registries and rules there are is told to nobody (security T46): most reasons read alike. */
function whyNot(proposal: Exclude<Proposal, { kind: 'offer' }>, texts: RequestTexts): string {
  if (proposal.kind === 'unavailable') return texts.unavailable;
  return proposal.reason === 'not-for-you' ? texts.notForYou : texts.notHere;
}

async function change(office: Office, visit: Visit, next: (shown: Shown) => Shown | null): Promise<void> {
  await amend(office, visit, (shown) => {
    const amended = next(shown);
    return amended === null ? null : { shown: amended, effect: async () => true };
  });
}

/** A number of days; null for what is none, or too many. */
function daysIn(text: string, most: number): number | null {
  const [, digits = ''] = /^\s*(\d{1,3})(?:\s*\p{L}{1,10})?\s*$/u.exec(text) ?? [];
  const days = Number(digits);
  return digits !== '' && days >= 1 && days <= most ? days : null;
}

function needOf(conversation: Conversation): Need | null {
  const subject = subjectOf(conversation, answersOf(conversation));
  if (subject === null) return null;
  const { loginServer, identity, cluster, operation, repository } = subject;
  return { loginServer, identity, cluster, operation: operation ?? 'pull', repository };
}

/** Who somebody is, for requests; null for who is not known in Entra. */
export function partyOf({ person, key, language, standing, tenant }: Visit): Party | null {
  if (standing !== 'known' || person.objectId === null || tenant === null) return null;
  return { objectId: person.objectId, tenant, platform: person.platform, person: key, language };
}
