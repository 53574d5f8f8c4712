import type { Principals, RegistryEntry, RequestRule, RotationRule, Rule, Tier } from './policy.js';
import { isNobody } from './principals.js';
import { type RequestableRole, writes } from './roles.js';
import type { RotatedSecret } from './schema.js';

const DAY = 86_400_000;
/** For longer than this, a click is not enough. */
const LONGEST_BY_CLICK = 30 * DAY;
/** Tag that raises what an approval takes. */
export const PRODUCTION = 'production';

/** How many people must approve. */
export const approvalsOf: Readonly<Record<Tier, number>> = { 0: 0, 1: 1, 2: 1, 3: 2 };

/** What a role takes to be granted: what the rule says, else a click for reading outside production. */
export function tierOf(rule: RequestRule, entry: RegistryEntry, role: RequestableRole): Tier {
  if (rule.tier !== null) return rule.tier;
  const light = !writes(role) && !entry.tags.includes(PRODUCTION) && rule.maxDurationMs <= LONGEST_BY_CLICK;
  return light ? 1 : 2;
}

/** Who approves a role: whom the rule names, else the approvers of the registry, else its owners. */
export function approversOf(rule: Rule, { approvers, owners }: RegistryEntry): Principals {
  return rule.approvers ?? (isNobody(approvers) ? owners : approvers);
}

/** The admin password is shared by everybody who uses it, so that its owners decide before its approvers. */
export function rotationApproversOf(
  rule: RotationRule,
  entry: RegistryEntry,
  secret: RotatedSecret,
): Principals {
  if (secret !== 'admin-password' || rule.approvers !== null) return approversOf(rule, entry);
  return isNobody(entry.owners) ? entry.approvers : entry.owners;
}
