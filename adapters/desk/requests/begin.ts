import type { Unreasoned } from '../../../src/access/asked.js';
import type { Channels, Tier } from '../../../src/access/policy/policy.js';
import type { Party } from '../../../src/access/request.js';
import type { Language } from '../../../src/knowledge/language.js';
import { textsFor } from '../../../src/knowledge/texts/index.js';
import { amend } from '../amend.js';
import type { CaseFile, Shown } from '../case-file.js';
import { offerLink } from '../linking.js';
import type { Office, Visit } from '../office.js';
import { summaryOf } from '../summary.js';
import type { Asking } from './asking.js';
import { partyOf } from './party.js';
import { type SaidTexts, saidOf } from './said.js';

/** How a form becomes a request. */
export interface Sending<A extends Asking> {
  readonly of: (asking: Asking) => A | null;
  readonly requester: (asking: A) => Party;
  /** What is asked for, or a sentence on what is wrong with what was filled in. */
  readonly read: (
    asking: A,
  ) => { readonly asked: Unreasoned; readonly reason: string } | { readonly problem: string };
  readonly texts: SaidTexts;
  readonly language: Language;
}

/**
 * Sends what somebody has filled in, once.
 *
 * @param file the one by which the form was recognised
 */
export async function send<A extends Asking>(
  office: Office,
  visit: Visit,
  file: CaseFile,
  sending: Sending<A>,
): Promise<void> {
  const { requests } = office;
  const { shown } = file;
  const asking = shown?.asking == null ? null : sending.of(shown.asking);
  if (requests === null || asking === null) return;
  const { reasonMissing, otherAccount, unavailable } = textsFor(sending.language).requests;
  const by = partyOf(visit);
  if (by === null) return offerLink(office, visit);
  const requester = sending.requester(asking);
  const sameAsking = (next: (it: Shown, now: Asking) => Shown) =>
    changeShown(office, visit, (it) => (it.asking?.request === asking.request ? next(it, it.asking) : null));
  if (by.objectId !== requester.objectId || by.tenant !== requester.tenant) {
    return sameAsking((it) => ({ ...it, asking: null, asked: otherAccount }));
  }
  const problem = (sentence: string) =>
    sameAsking((it, now) => ({ ...it, asking: { ...now, problem: sentence } }));
  const read = sending.read(asking);
  if ('problem' in read) return problem(read.problem);
  const sent = await requests.submit(asking.request, read.asked, read.reason);
  if (sent.kind === 'unavailable') return problem(unavailable);
  if (sent.kind === 'refused') {
    if (sent.reason === 'reason-missing') return problem(reasonMissing);
    // Less of it may be allowed: the form stays.
    if (sent.reason === 'too-long' || sent.reason === 'other-repository') {
      return problem(saidOf(sent, sending.texts));
    }
  }
  if (sent.kind === 'submitted') {
    office.wake();
    await countRequest(office, visit, file);
  }
  const request = sent.kind === 'submitted' ? asking.request : null;
  const mayWithdraw = sent.kind === 'submitted' && sent.tier > 0;
  const asked = saidOf(sent, sending.texts);
  await sameAsking((it) => ({ ...it, asking: null, asked, request, mayWithdraw }));
}

/** The request stands, whether or not it can be counted. */
async function countRequest(
  { store, now, log }: Office,
  { key, person }: Visit,
  file: CaseFile,
): Promise<void> {
  const step = summaryOf(file, file.shown?.message ?? null, now(), 'request');
  if (step === null) return;
  await store.saveCase(key, step).catch(() => log.warn('desk.not-counted', { platform: person.platform }));
}

/** Whether somebody would read the card. */
export function isReachable(
  { surfaceIf }: Office,
  { tier, channels }: { readonly tier: Tier; readonly channels: Channels },
): boolean {
  const { teams, slack } = channels;
  return (
    tier === 0 ||
    (teams !== null && surfaceIf('teams') !== null) ||
    (slack !== null && surfaceIf('slack') !== null)
  );
}

/** Changes what stands on the outcome, where it still is as it was. */
export async function changeShown(
  office: Office,
  visit: Visit,
  next: (shown: Shown) => Shown | null,
): Promise<void> {
  await amend(office, visit, (shown) => {
    const amended = next(shown);
    return amended === null ? null : { shown: amended, effect: async () => true };
  });
}
