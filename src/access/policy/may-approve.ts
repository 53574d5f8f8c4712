import { person, type RoleAsk, type RotationAsk } from './ask.js';
import { decideRoleRequest } from './decide-role.js';
import { decideRotation } from './decide-rotation.js';
import type { Refusal } from './decision.js';
import type { Policy } from './policy.js';
import { isAmong, type Person } from './principals.js';

/** Why somebody may not approve. */
export const approvalRefusals = [
  /** The policy does not, or no longer, allow what is asked. */
  'request-refused',
  /** Nobody need approve it. */
  'no-approval-needed',
  'malformed',
  'guest',
  'other-tenant',
  'self-approval',
  /** The identity that would get the role. */
  'own-role',
  /** An owner of the service principal that it is for. */
  'owner',
  'not-an-approver',
] as const;
export type ApprovalRefusal = (typeof approvalRefusals)[number];

/** What decided: a rule of the policy, or null for what no policy can change. */
export type Approval =
  | { readonly kind: 'allowed'; readonly rule: string; readonly policyHash: string }
  | {
      readonly kind: 'refused';
      readonly reason: ApprovalRefusal;
      /** With `request-refused`: why. */
      readonly because: Refusal | null;
      readonly rule: string | null;
      readonly policyHash: string | null;
    };

/**
 * Whether somebody may approve a request, by the policy of this moment. To be asked when the button is pressed and
 * again before anything is done, with groups and owners read anew: whoever asked, and whoever approves, may have lost
 * the right. With tier 3 the caller sees to it that two different people approve. Pure; never throws.
 */
export function mayApprove(policy: Policy | null, ask: RoleAsk | RotationAsk, given: Person): Approval {
  const decision = 'role' in ask ? decideRoleRequest(policy, ask) : decideRotation(policy, ask);
  const { policyHash } = decision;
  const refused = (reason: ApprovalRefusal, because: Refusal | null = null): Approval => ({
    kind: 'refused',
    reason,
    because,
    rule: reason === 'request-refused' || reason === 'not-an-approver' ? decision.rule : null,
    policyHash,
  });
  if (policy === null || decision.kind === 'refused') {
    return refused('request-refused', decision.kind === 'refused' ? decision.reason : null);
  }
  if (decision.tier === 0) return refused('no-approval-needed');
  const parsed = person.safeParse(given);
  if (!parsed.success) return refused('malformed');
  const approver = parsed.data;
  const { objectId } = approver;
  if (approver.guest) return refused('guest');
  if (!policy.tenants.includes(approver.tenant)) return refused('other-tenant');
  if (objectId === ask.requester.objectId.toLowerCase()) return refused('self-approval');
  if (decision.barred.includes(objectId)) return refused(isIdentity(ask, objectId) ? 'own-role' : 'owner');
  if (!isAmong(approver, decision.approvers)) return refused('not-an-approver');
  return { kind: 'allowed', rule: decision.rule, policyHash: policy.hash };
}

function isIdentity(ask: RoleAsk | RotationAsk, objectId: string): boolean {
  return 'identity' in ask && ask.identity.objectId.toLowerCase() === objectId;
}
