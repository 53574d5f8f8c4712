import { textsFor } from '../../../src/knowledge/texts/index.js';
import type { CaseFile } from '../case-file.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { settleCards } from './approvers.js';
import { changeShown } from './begin.js';
import { partyOf } from './party.js';

/** Takes back the request that was made on the outcome, while nobody has decided. */
export async function withdraw(
  office: Office,
  visit: Visit,
  { shown, conversation }: CaseFile,
): Promise<void> {
  const { requests } = office;
  const request = shown?.request ?? null;
  if (requests === null || request === null) return;
  const by = partyOf(visit);
  if (by === null) return offerLink(office, visit);
  const texts = textsFor(conversation.language).requests;
  const isBack = await requests.withdraw(request, by);
  // What was taken back can be asked for again.
  const after = isBack ? { asked: null, request: null } : { asked: texts.notPending };
  await changeShown(office, visit, (it) =>
    it.request === request ? { ...it, ...after, mayWithdraw: false } : null,
  );
  if (!isBack) return;
  office.wake();
  await settleCards(office, request);
}
