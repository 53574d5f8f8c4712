import type { RoleAsk, RotationAsk } from './policy/ask.js';
import { decideRoleRequest } from './policy/decide-role.js';
import { decideRotation } from './policy/decide-rotation.js';
import type { AllowedRole, AllowedRotation, Refused } from './policy/decision.js';
import type { Delivery, Policy } from './policy/policy.js';
import type { Person } from './policy/principals.js';
import type { RoleSpec, RotationSpec, Spec } from './request.js';

/** A request before its reason is known. */
export type Unreasoned = Omit<RoleSpec, 'reason'> | Omit<RotationSpec, 'reason'>;
/** The same before it is known where a new secret will be put. */
export type Proposed = Omit<RoleSpec, 'reason'> | Omit<RotationSpec, 'reason' | 'delivery'>;
export type Ask = RoleAsk | RotationAsk;
export type Decision = AllowedRole | AllowedRotation | Refused;

/** What the policy is asked about a request, with its requester and owners as they are at this moment. Pure. */
export function askAbout(
  spec: Proposed,
  requester: Person,
  owners: readonly string[] | null,
  reasonGiven: boolean,
): Ask {
  if (spec.kind === 'role') {
    const { identity, registry, role, repository, prefix, durationMs } = spec;
    return {
      ...{ requester, registry, role, repository, prefix, durationMs, reasonGiven },
      identity: owners === null ? identity : { ...identity, owners },
    };
  }
  const { registry, secret } = spec;
  switch (secret.kind) {
    case 'admin-password':
      return { requester, registry, secret: { kind: secret.kind }, reasonGiven };
    case 'repository-token-password': {
      const { kind, token } = secret;
      return { requester, registry, secret: { kind, token }, reasonGiven };
    }
    case 'client-secret': {
      const { kind, objectId } = secret;
      return { requester, registry, secret: { kind, objectId, owners: owners ?? [] }, reasonGiven };
    }
  }
}

/** Object id of the service principal whose owners have a part in the request; null where none has. Pure. */
export function ownedIn(spec: Proposed): string | null {
  if (spec.kind === 'role') {
    return spec.identity.kind === 'service-principal' ? spec.identity.objectId : null;
  }
  return spec.secret.kind === 'client-secret' ? spec.secret.objectId : null;
}

/**
 * What the policy says. A secret that would be put elsewhere than the policy says now is not what it allows. Pure.
 *
 * @param delivery where the request says that a new secret is put; null where it says nothing of it
 */
export function decideOn(policy: Policy | null, ask: Ask, delivery: Delivery | null): Decision {
  if ('role' in ask) return decideRoleRequest(policy, ask);
  const decision = decideRotation(policy, ask);
  if (decision.kind === 'refused' || delivery === null) return decision;
  if (isSame(decision.delivery, delivery)) return decision;
  const { rule, policyHash } = decision;
  return { kind: 'refused', reason: 'not-offered', rule, maxDurationMs: null, policyHash };
}

/** Where a request says that a new secret is put. Pure. */
export function deliveryIn(spec: Unreasoned): Delivery | null {
  return spec.kind === 'role' ? null : spec.delivery;
}

function isSame(one: Delivery, other: Delivery): boolean {
  return one.kind === 'vault' ? other.kind === 'vault' && one.url === other.url : one.kind === other.kind;
}

/** The spec with its reason: whole characters, since half of one could not be stored as it was hashed. Pure. */
export function withReason(spec: Unreasoned, reason: string): Spec {
  return { ...spec, reason: inBounds(reason) };
}

const LONGEST_WORDS = 500;

/** What somebody typed, cut to what is kept of it. Pure. */
export function inBounds(words: string): string {
  return [...words.trim()].slice(0, LONGEST_WORDS).join('');
}
