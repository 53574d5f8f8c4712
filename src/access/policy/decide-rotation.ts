import type { z } from 'zod';
import { approvalsOf, rotationApproversOf } from './approval.js';
import { type RotationAsk, rotationAsk } from './ask.js';
import type { RotationDecision } from './decision.js';
import { namesToken } from './match.js';
import { admit, narrow, refuse, type Stage } from './narrow.js';
import type { DenyRule, Policy, RegistryEntry, RotationRule } from './policy.js';
import { canApprove, mayAsk } from './principals.js';

type Asked = z.output<typeof rotationAsk>;

/**
 * Whether a secret may be renewed, who approves, and where the new one goes. Of several rules that allow it the one
 * with the lowest tier decides, then the first by name. Pure; never throws.
 *
 * @param policy null where there is no policy file
 */
export function decideRotation(policy: Policy | null, given: RotationAsk): RotationDecision {
  if (policy === null) return refuse('no-policy', null);
  const parsed = rotationAsk.safeParse(given);
  if (!parsed.success) return refuse('malformed', policy);
  const ask = parsed.data;
  const entry = admit(policy, ask, (deny) => denies(deny, ask));
  if ('kind' in entry) return entry;

  const barred = barredBy(ask);
  const found = narrow(policy.rotations, stages(ask, entry, barred));
  if ('reason' in found) {
    const { reason, last } = found;
    const rule = reason === 'not-offered' ? undefined : last[0];
    return refuse(reason, policy, rule === undefined ? `registries.${entry.name}` : `rotations.${rule.name}`);
  }
  const [rule] = [...found.left].sort((a, b) => a.tier - b.tier);
  if (rule === undefined) return refuse('not-offered', policy, `registries.${entry.name}`);
  return {
    kind: 'allowed',
    tier: rule.tier,
    approvals: approvalsOf[rule.tier],
    approvers:
      rule.tier === 0 ? { people: [], groups: [] } : rotationApproversOf(rule, entry, ask.secret.kind),
    barred,
    delivery: rule.delivery,
    channels: entry.channels,
    rule: `rotations.${rule.name}`,
    policyHash: policy.hash,
  };
}

function barredBy({ requester, secret }: Asked): readonly string[] {
  const principal = secret.kind === 'client-secret' ? [secret.objectId, ...secret.owners] : [];
  return [...new Set([requester.objectId, ...principal])];
}

/** Whether the conditions of an entry hold that concern secrets; one that names only roles or repositories does not. */
function denies({ roles, secrets, repositories, identities }: DenyRule, { secret }: Asked): boolean {
  if (secrets === null && (roles !== null || repositories !== null)) return false;
  const principal = secret.kind === 'client-secret' ? secret.objectId : null;
  return (
    (secrets === null || secrets.includes(secret.kind)) &&
    (identities === null || (principal !== null && identities.includes(principal)))
  );
}

function stages(
  { requester, secret, reasonGiven }: Asked,
  entry: RegistryEntry,
  barred: readonly string[],
): readonly Stage<RotationRule>[] {
  return [
    {
      reason: 'not-offered',
      keep: ({ registries, secrets, tokens }) =>
        registries.includes(entry.name) &&
        secrets.includes(secret.kind) &&
        (secret.kind !== 'repository-token-password' ||
          tokens === null ||
          tokens.some((pattern) => namesToken(pattern, secret.token))),
    },
    { reason: 'not-for-you', keep: ({ by }) => mayAsk(requester, by) },
    {
      reason: 'other-identity',
      keep: ({ principals }) =>
        secret.kind !== 'client-secret' || principals === 'any' || secret.owners.includes(requester.objectId),
    },
    { reason: 'reason-missing', keep: ({ needsReason }) => reasonGiven || !needsReason },
    {
      reason: 'nobody-may-approve',
      keep: (rule) =>
        canApprove(rotationApproversOf(rule, entry, secret.kind), barred, approvalsOf[rule.tier]),
    },
  ];
}
