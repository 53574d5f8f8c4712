import type { z } from 'zod';
import { approvalsOf, approversOf, tierOf } from './approval.js';
import { type RoleAsk, roleAsk } from './ask.js';
import type { RoleDecision } from './decision.js';
import { touches, within } from './match.js';
import { admit, narrow, refuse, type Stage } from './narrow.js';
import type { DenyRule, Policy, RegistryEntry, RequestRule } from './policy.js';
import { canApprove, mayAsk } from './principals.js';
import { fitsMode, isRequestable, type RequestableRole, takesCondition } from './roles.js';
import type { Target } from './schema.js';

/** An ask of the right form. */
type Asked = z.output<typeof roleAsk>;

/**
 * Whether a role may be asked for, and who approves. Of several rules that allow it the lightest decides: the lowest
 * tier, then the longest duration, then the first name; the order in the file is of no account. Pure; never throws.
 *
 * @param policy null where there is no policy file
 */
export function decideRoleRequest(policy: Policy | null, given: RoleAsk): RoleDecision {
  if (policy === null) return refuse('no-policy', null);
  const parsed = roleAsk.safeParse(given);
  if (!parsed.success) return refuse('malformed', policy);
  const ask = parsed.data;
  const entry = admit(policy, ask, (deny) => denies(deny, ask));
  if ('kind' in entry) return entry;
  const { role, registry } = ask;
  if (!isRequestable(role)) return refuse('human-role', policy);
  if (!fitsMode(role, registry.mode)) return refuse('role-unfit', policy);
  if (ask.repository !== null && !takesCondition(role)) return refuse('no-condition', policy);

  const barred = barredBy(ask);
  const found = narrow(policy.requests, stages({ ask, role, entry, barred }));
  if ('reason' in found) {
    const { reason, last } = found;
    const [longest] = [...last].sort((a, b) => b.maxDurationMs - a.maxDurationMs);
    if (reason === 'not-offered' || longest === undefined) {
      return refuse('not-offered', policy, `registries.${entry.name}`);
    }
    const most = reason === 'too-long' ? longest.maxDurationMs : null;
    return refuse(reason, policy, `requests.${longest.name}`, most);
  }
  // Rules stand in the order of their names, and sorting keeps what is equal in place.
  const [rule] = [...found.left].sort(
    (a, b) => tierOf(a, entry, role) - tierOf(b, entry, role) || b.maxDurationMs - a.maxDurationMs,
  );
  if (rule === undefined) return refuse('not-offered', policy, `registries.${entry.name}`);
  const tier = tierOf(rule, entry, role);
  return {
    kind: 'allowed',
    tier,
    approvals: approvalsOf[tier],
    approvers: tier === 0 ? { people: [], groups: [] } : approversOf(rule, entry),
    barred,
    maxDurationMs: rule.maxDurationMs,
    channels: entry.channels,
    rule: `requests.${rule.name}`,
    policyHash: policy.hash,
  };
}

/** Those who would approve their own: the requester, who gets the role, and who owns that identity. */
function barredBy({ requester, identity }: Asked): readonly string[] {
  return [...new Set([requester.objectId, identity.objectId, ...identity.owners])];
}

/** Whether the conditions of an entry hold that concern roles; one that names only secrets does not. */
function denies({ roles, secrets, repositories, identities }: DenyRule, ask: Asked): boolean {
  if (secrets !== null && roles === null && repositories === null) return false;
  return (
    (roles === null || roles.some((role) => role === ask.role)) &&
    (repositories === null || repositories.some((pattern) => touches(reachOf(ask), pattern))) &&
    (identities === null || identities.includes(ask.identity.objectId))
  );
}

function reachOf({ repository, prefix }: Asked) {
  return repository === null ? null : { repository, below: prefix };
}

interface Case {
  readonly ask: Asked;
  readonly role: RequestableRole;
  readonly entry: RegistryEntry;
  readonly barred: readonly string[];
}

function stages({ ask, role, entry, barred }: Case): readonly Stage<RequestRule>[] {
  const targets = targetsOf(ask);
  const reach = reachOf(ask);
  return [
    {
      reason: 'not-offered',
      keep: ({ registries, roles }) => registries.includes(entry.name) && roles.includes(role),
    },
    { reason: 'not-for-you', keep: ({ by }) => mayAsk(ask.requester, by) },
    { reason: 'other-identity', keep: (rule) => rule.for.some((target) => targets.includes(target)) },
    {
      reason: 'other-repository',
      keep: ({ repositories }) => repositories?.some((pattern) => within(reach, pattern)) ?? true,
    },
    { reason: 'too-long', keep: ({ maxDurationMs }) => ask.durationMs <= maxDurationMs },
    { reason: 'reason-missing', keep: ({ needsReason }) => ask.reasonGiven || !needsReason },
    {
      reason: 'nobody-may-approve',
      keep: (rule) => canApprove(approversOf(rule, entry), barred, approvalsOf[tierOf(rule, entry, role)]),
    },
  ];
}

/** What the identity is to whom asks. */
function targetsOf({ requester, identity }: Asked): readonly Target[] {
  if (identity.kind === 'user' && identity.objectId === requester.objectId) return ['self'];
  return identity.owners.includes(requester.objectId) ? [identity.kind, 'owned'] : [identity.kind];
}
