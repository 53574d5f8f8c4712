import type { WriteRefusal } from '../../azure/granter.js';

/** Why nothing was granted although it had been approved: the policy and the people are looked at once more. */
export const voidReasons = [
  /** The request is not the one that was approved. */
  'spec-changed',
  /** It was approved too long ago. */
  'approved-long-ago',
  /** The requester is not in the directory any more, or is disabled. */
  'requester-gone',
  'approver-gone',
  /** The policy does not allow the request any more, or not to this requester. */
  'policy-refuses',
  /** Somebody who approved would not be let approve now. */
  'approver-lost-right',
  /** The policy now wants more approvals, or stronger ones. */
  'approvals-missing',
] as const;
export type VoidReason = (typeof voidReasons)[number];

/** Why Azure does not grant it, so that a human must look. */
export type FailReason = `azure-${WriteRefusal}` | 'malformed' | 'changed-in-azure';

/** Why something is tried again later. */
export type RetryReason =
  | 'principal-not-found'
  | 'busy'
  | 'throttled'
  | 'signed-out'
  | 'denied'
  | 'no-answer'
  | 'directory'
  | 'not-visible-yet'
  | 'not-told'
  | 'nobody'
  | 'refused'
  | 'failed'
  | 'no-time'
  /** There is no identity that may give roles. */
  | 'no-grantor'
  /** There is no identity that may make secrets new. */
  | 'no-rotator';
