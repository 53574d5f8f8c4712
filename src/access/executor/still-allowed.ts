import { type Answer, ok } from '../../azure/answer.js';
import { askAbout, decideOn, deliveryIn, ownedIn } from '../asked.js';
import { mayApprove } from '../policy/may-approve.js';
import type { Policy } from '../policy/policy.js';
import type { Person } from '../policy/principals.js';
import { type AccessRequest, type Party, specHashOf } from '../request.js';
import type { People } from '../requests.js';
import type { VoidReason } from './reasons.js';

/** An approval that was not carried out for so long is none any more (security T29). */
const APPROVAL_LASTS_MS = 3_600_000;

/** Why a request must not be carried out; `because` is for the log. */
export interface Void {
  readonly why: VoidReason;
  readonly because: string | null;
}

/** Who takes part, as the directory has them now; null for who is gone. */
export interface Parties {
  readonly requester: Person | null;
  /** In the order of `approvals`. */
  readonly approvers: readonly (Person | null)[];
  /** Of the service principal that it is for; null where it is for none. */
  readonly owners: readonly string[] | null;
}

/**
 * Whether an approved request may be carried out at this moment: policy, requester and approvers are judged once more,
 * with groups and owners read anew (security T27–T30).
 *
 * @param policy the one of this moment; null where there is none
 * @returns null: it may; a problem where the directory could not be asked
 */
export async function stillAllowed(
  request: AccessRequest,
  policy: Policy | null,
  people: People,
  now: number,
  signal: AbortSignal,
): Promise<Answer<Void | null>> {
  const { requester } = request.spec;
  const owned = ownedIn(request.spec);
  const fresh = ({ objectId, tenant }: Party) => people.person(objectId, tenant, signal);
  const [asker, owners, ...approvers] = await Promise.all([
    fresh(requester),
    owned === null ? ok(null) : people.ownersOf(owned, signal),
    ...request.approvals.map(({ by }) => fresh(by)),
  ]);
  if (!asker.ok) return asker;
  if (!owners.ok) return owners;
  const found: (Person | null)[] = [];
  for (const approver of approvers) {
    if (!approver.ok) return approver;
    found.push(approver.value);
  }
  const parties = { requester: asker.value, owners: owners.value, approvers: found };
  return ok(judge(request, policy, parties, now));
}

/** The decision alone. Pure; never throws. */
export function judge(
  request: AccessRequest,
  policy: Policy | null,
  { requester, approvers, owners }: Parties,
  now: number,
): Void | null {
  const { spec, approvals, barred } = request;
  if (specHashOf(spec) !== request.specHash) return no('spec-changed');
  const approved = Math.max(request.submittedAt, ...approvals.map(({ at }) => at));
  if (now - approved > APPROVAL_LASTS_MS) return no('approved-long-ago');
  if (requester === null) return no('requester-gone');

  const ask = askAbout(spec, requester, owners, spec.reason !== '');
  const decision = decideOn(policy, ask, deliveryIn(spec));
  if (decision.kind === 'refused') return no('policy-refuses', decision.reason);

  for (const [i, { by, strength }] of approvals.entries()) {
    const approver = approvers[i] ?? null;
    if (approver === null) return no('approver-gone');
    if (decision.tier === 0) continue;
    const may = mayApprove(policy, ask, approver);
    if (may.kind === 'refused') return no('approver-lost-right', may.reason);
    if (barred.includes(by.objectId.toLowerCase())) return no('approver-lost-right', 'barred');
    if (decision.tier >= 2 && strength !== 'sign-in') return no('approvals-missing', 'sign-in');
  }
  const different = new Set(approvals.map(({ by }) => by.objectId.toLowerCase())).size;
  const needed = Math.max(decision.approvals, request.approvalsNeeded);
  return different < needed ? no('approvals-missing') : null;
}

function no(why: VoidReason, because: string | null = null): Void {
  return { why, because };
}
