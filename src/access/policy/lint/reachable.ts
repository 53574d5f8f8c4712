import { approversOf, tierOf } from '../approval.js';
import { covers, within } from '../match.js';
import type {
  DenyRule,
  Policy,
  Principals,
  RegistryEntry,
  Requesters,
  RequestRule,
  RotationRule,
  Rule,
} from '../policy.js';
import type { Finding } from '../problem.js';
import { type RequestableRole, takesCondition } from '../roles.js';

/** Rules that can never decide anything. Pure. */
export function reachable(policy: Policy): readonly Finding[] {
  const { deny } = policy;
  // A rule that is left without registries or roles names things that are not there: that is told as such.
  const requests = policy.requests.filter((it) => it.registries.length > 0 && it.roles.length > 0);
  const rotations = policy.rotations.filter((it) => it.registries.length > 0);
  return [
    ...requests.flatMap((rule) => [
      ...withoutCondition(rule),
      ...deniedRequests(rule, policy),
      ...coveredBy(rule, policy),
    ]),
    ...rotations.flatMap((rule) => [
      ...(rule.tokens !== null && !rule.secrets.includes('repository-token-password')
        ? [{ path: ['rotations', rule.name, 'tokens'], code: 'no-tokens' } as const]
        : []),
      ...deniedBy(
        deny.find((it) => deniesRotations(it, rule, policy)),
        'rotations',
        rule,
      ),
    ]),
    ...deny
      .filter(({ name, ...conditions }) => Object.values(conditions).every((it) => it === null))
      .map(({ name }): Finding => ({ path: ['deny', name], code: 'empty-deny' })),
  ];
}

/** A rule about repositories cannot give a role that no condition limits. */
function withoutCondition({ name, roles, repositories }: RequestRule): readonly Finding[] {
  if (repositories === null) return [];
  return roles
    .filter((role) => !takesCondition(role))
    .map((value) => ({ path: ['requests', name, 'repositories'], code: 'no-condition', value }));
}

function deniedBy(deny: DenyRule | undefined, kind: string, { name }: Rule): readonly Finding[] {
  return deny === undefined ? [] : [{ path: [kind, name], code: 'denied-rule', value: `deny.${deny.name}` }];
}

/** Roles of a rule that an entry refuses whoever asks for them; all of them, and the rule never decides. */
function deniedRequests(rule: RequestRule, policy: Policy): readonly Finding[] {
  const denied = rule.roles.flatMap((role) => {
    const deny = policy.deny.find((it) => deniesRole(it, rule, role, policy));
    return deny === undefined ? [] : [{ role, by: `deny.${deny.name}` }];
  });
  const [first] = denied;
  if (first === undefined) return [];
  const path = ['requests', rule.name];
  if (denied.length === rule.roles.length) return [{ path, code: 'denied-rule', value: first.by }];
  return denied.map(({ role, by }) => ({
    path: [...path, 'roles'],
    code: 'denied-role',
    value: `${by} (${role})`,
  }));
}

function deniesRole(deny: DenyRule, rule: RequestRule, role: RequestableRole, policy: Policy): boolean {
  if (deny.secrets !== null && deny.roles === null && deny.repositories === null) return false;
  const { repositories } = deny;
  // What no condition limits reaches every repository.
  const inside =
    repositories === null || !takesCondition(role) || holdsRepositories(repositories, rule.repositories);
  return inside && holds(deny.roles, [role]) && deniesRule(deny, rule, policy);
}

function deniesRotations(deny: DenyRule, rule: RotationRule, policy: Policy): boolean {
  if (deny.secrets === null && (deny.roles !== null || deny.repositories !== null)) return false;
  return holds(deny.secrets, rule.secrets) && deniesRule(deny, rule, policy);
}

function deniesRule(deny: DenyRule, rule: Rule, { registries }: Policy): boolean {
  const { match } = deny;
  const entries = registries.filter(({ name }) => rule.registries.includes(name));
  const byName =
    match === null || entries.every((entry) => entry.match.every((it) => match.some((m) => covers(m, it))));
  const byWhom = deny.by === null || holdsRequesters(deny.by, rule.by);
  return deny.identities === null && byName && byWhom && holds(deny.registries, rule.registries);
}

/** A rule of which another one, which is preferred, allows all. */
function coveredBy(rule: RequestRule, { requests, registries }: Policy): readonly Finding[] {
  const other = requests.find((it) => it.name !== rule.name && isCovered(rule, it, registries));
  return other === undefined
    ? []
    : [{ path: ['requests', rule.name], code: 'covered-rule', value: `requests.${other.name}` }];
}

function isCovered(rule: RequestRule, by: RequestRule, registries: readonly RegistryEntry[]): boolean {
  const repositories = by.repositories === null || holdsRepositories(by.repositories, rule.repositories);
  const all = [
    holds(by.registries, rule.registries),
    holds(by.roles, rule.roles),
    holds(by.for, rule.for),
    holdsRequesters(by.by, rule.by),
    repositories,
    by.maxDurationMs >= rule.maxDurationMs,
    rule.needsReason || !by.needsReason,
  ];
  return all.every(Boolean) && isPreferred(by, rule, registries);
}

/** As `decideRoleRequest` prefers: on each registry and for each role the lighter one, then the longer, then by name. */
function isPreferred(by: RequestRule, rule: RequestRule, registries: readonly RegistryEntry[]): boolean {
  const last = by.maxDurationMs > rule.maxDurationMs || by.name < rule.name;
  return registries
    .filter(({ name }) => rule.registries.includes(name))
    .every(
      (entry) =>
        rule.roles.every((role) => {
          const lighter = tierOf(rule, entry, role) - tierOf(by, entry, role);
          return lighter > 0 || (lighter === 0 && last);
        }) && holdsApprovers(approversOf(by, entry), approversOf(rule, entry)),
    );
}

/** Where all approvers of the preferred rule are barred, the other one decides: so they must be more. */
function holdsApprovers(wide: Principals, narrow: Principals): boolean {
  return wide.groups.length > 0 || (narrow.groups.length === 0 && holds(wide.people, narrow.people));
}

function holds<T>(wide: readonly T[] | null, narrow: readonly T[]): boolean {
  return wide === null || narrow.every((it) => wide.includes(it));
}

function holdsRequesters(wide: Requesters, narrow: Requesters): boolean {
  return (
    wide.members ||
    (!narrow.members && holds(wide.people, narrow.people) && holds(wide.groups, narrow.groups))
  );
}

function holdsRepositories(wide: readonly string[], narrow: readonly string[] | null): boolean {
  if (narrow === null) return false;
  return narrow.every((it) => {
    const below = it.endsWith('/*');
    return wide.some((pattern) => within({ repository: below ? it.slice(0, -2) : it, below }, pattern));
  });
}
