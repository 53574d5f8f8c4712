import { approvalsOf, approversOf, PRODUCTION, rotationApproversOf, tierOf } from '../approval.js';
import type { Policy, Principals, RegistryEntry, Rule, Tier } from '../policy.js';
import { canApprove, isNobody } from '../principals.js';
import type { Finding } from '../problem.js';

type Kind = 'requests' | 'rotations';

/** What a rule takes on one registry. */
interface Case {
  readonly kind: Kind;
  readonly rule: Rule;
  readonly entry: RegistryEntry;
  readonly tier: Tier;
  readonly approvers: Principals;
}

/** Rules whose requests nobody could approve, and such as hand out too much without an approval. Pure. */
export function approvable(policy: Policy): readonly Finding[] {
  return unique(casesOf(policy).flatMap((it) => [...ofApprovers(it), ...ofTier(it)]));
}

function casesOf({ registries, requests, rotations }: Policy): readonly Case[] {
  const on = (rule: Rule): readonly RegistryEntry[] =>
    registries.filter(({ name }) => rule.registries.includes(name));
  return [
    ...requests.flatMap((rule) =>
      on(rule).flatMap((entry) =>
        rule.roles.map((role): Case => {
          const tier = tierOf(rule, entry, role);
          return { kind: 'requests', rule, entry, tier, approvers: approversOf(rule, entry) };
        }),
      ),
    ),
    ...rotations.flatMap((rule) =>
      on(rule).flatMap((entry) =>
        rule.secrets.map((secret): Case => {
          const approvers = rotationApproversOf(rule, entry, secret);
          return { kind: 'rotations', rule, entry, tier: rule.tier, approvers };
        }),
      ),
    ),
  ];
}

function ofApprovers({ kind, rule, entry, tier, approvers }: Case): readonly Finding[] {
  const needed = approvalsOf[tier];
  if (needed === 0) return [];
  const at = [kind, rule.name];
  if (isNobody(approvers)) return [{ path: at, code: 'no-approver', value: entry.name }];
  if (!canApprove(approvers, [], needed)) return [{ path: at, code: 'too-few-approvers', value: entry.name }];
  // Who asks does not approve: what is left must be enough for each who is named.
  return rule.by.people
    .filter((id) => !canApprove(approvers, [id], needed))
    .map((id) => ({ path: [...at, 'by'], code: 'own-approver', value: id }));
}

function ofTier({ kind, rule, entry, tier }: Case): readonly Finding[] {
  if (tier !== 0) return [];
  const path = [kind, rule.name, 'tier'];
  const secrets: readonly string[] = 'secrets' in rule && Array.isArray(rule.secrets) ? rule.secrets : [];
  return [
    ...(entry.tags.includes(PRODUCTION)
      ? [{ path, code: 'production-open', value: entry.name } as const]
      : []),
    ...(secrets.includes('admin-password') ? [{ path, code: 'admin-open' } as const] : []),
  ];
}

/** The same mistake shows for several roles of a rule. */
function unique(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.map((it) => [JSON.stringify(it), it])).values()];
}
