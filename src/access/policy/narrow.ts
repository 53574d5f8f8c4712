import type { Refusal, Refused } from './decision.js';
import { deniesRegistry, entryFor, type Registry } from './match.js';
import type { DenyRule, Policy, RegistryEntry } from './policy.js';
import { mayAsk, type Person } from './principals.js';

/** A refusal. */
export function refuse(
  reason: Refusal,
  policy: Policy | null,
  rule: string | null = null,
  maxDurationMs: number | null = null,
): Refused {
  return { kind: 'refused', reason, rule, maxDurationMs, policyHash: policy?.hash ?? null };
}

/** Who asks, and where. */
interface Asked {
  readonly requester: Person;
  readonly registry: Registry;
}

/**
 * What holds for roles and rotations alike, before any rule is looked at: guests and people of other tenants never,
 * then what is denied, then whether the policy knows the registry.
 *
 * @param denies whether the other conditions of an entry hold
 */
export function admit(
  policy: Policy,
  { requester, registry }: Asked,
  denies: (deny: DenyRule) => boolean,
): RegistryEntry | Refused {
  if (requester.guest) return refuse('guest', policy);
  if (!policy.tenants.includes(requester.tenant)) return refuse('other-tenant', policy);
  const entry = entryFor(policy, registry);
  const denied = policy.deny.find(
    (it) => deniesRegistry(it, registry, entry) && (it.by === null || mayAsk(requester, it.by)) && denies(it),
  );
  if (denied !== undefined) return refuse('denied', policy, `deny.${denied.name}`);
  return entry ?? refuse('unknown-registry', policy);
}

/** One question to every rule, and what is said where none of them is left. */
export interface Stage<T> {
  readonly reason: Refusal;
  readonly keep: (rule: T) => boolean;
}

/** Puts the questions in turn. `last`: the rules that were left before the question that none of them passed. */
export function narrow<T>(
  rules: readonly T[],
  stages: readonly Stage<T>[],
): { readonly left: readonly T[] } | { readonly reason: Refusal; readonly last: readonly T[] } {
  let left = rules;
  for (const { reason, keep } of stages) {
    const next = left.filter(keep);
    if (next.length === 0) return { reason, last: left };
    left = next;
  }
  return { left };
}
