import type { Channels, Delivery, Principals, Tier } from './policy.js';

/**
 * Why something is refused. For logs, the audit, and those who write policies: to whom a registry is not
 * discoverable, the bot must say the same as about one that does not exist, whatever the reason.
 */
export const refusals = [
  /** There is no policy file: nothing can be asked for. */
  'no-policy',
  /** The ask has not the form that it must have. */
  'malformed',
  'guest',
  'other-tenant',
  /** An entry of `deny` holds. */
  'denied',
  /** No entry of `registries` matches. */
  'unknown-registry',
  /** A human gives this role, whatever the policy says. */
  'human-role',
  /** The registry does not honour the role in its mode. */
  'role-unfit',
  /** A repository is named, and assignments of the role take no condition. */
  'no-condition',
  /** From here on: no rule is left that… offers this role or secret here, */
  'not-offered',
  /** …names the person among those who may ask, */
  'not-for-you',
  /** …allows it for this identity, */
  'other-identity',
  /** …allows it for all that would be reached, */
  'other-repository',
  /** …for so long, */
  'too-long',
  /** …without a reason, */
  'reason-missing',
  /** …or that enough people could approve who have no part in the request. */
  'nobody-may-approve',
] as const;
export type Refusal = (typeof refusals)[number];

export interface Refused {
  readonly kind: 'refused';
  readonly reason: Refusal;
  /** What decided: `deny.contractors`, `registries.payments`, `requests.developers`; null for what no policy can change. */
  readonly rule: string | null;
  /** The longest that would be allowed, in milliseconds; with `too-long`. */
  readonly maxDurationMs: number | null;
  readonly policyHash: string | null;
}

/** What roles and rotations have in common when they are allowed. */
export interface Allowed {
  readonly kind: 'allowed';
  readonly tier: Tier;
  /** How many different people must approve: 0, 1, or with tier 3 two. */
  readonly approvals: number;
  readonly approvers: Principals;
  /** Object ids of those who may never approve: the requester, the identity, its owners. */
  readonly barred: readonly string[];
  readonly channels: Channels;
  /** `requests.developers` */
  readonly rule: string;
  readonly policyHash: string;
}

export interface AllowedRole extends Allowed {
  readonly maxDurationMs: number;
}

export interface AllowedRotation extends Allowed {
  readonly delivery: Delivery;
}

export type RoleDecision = AllowedRole | Refused;
export type RotationDecision = AllowedRotation | Refused;
