import type { DenyRule, Policy, RegistryEntry } from './policy.js';
import { type RequestableRole, requestableRoles } from './roles.js';
import type { Target } from './schema.js';

/** What Azure calls those to whom a role may be given here. To a group none is given: it hides who gains access. */
export const principalTypes = ['User', 'ServicePrincipal'] as const;
export type PrincipalType = (typeof principalTypes)[number];

/** The roles that people may ask for on a registry, by the kind of identity that would have them. */
export type Offer = Readonly<Record<PrincipalType, readonly RequestableRole[]>>;

const typeOf: Readonly<Record<Target, PrincipalType>> = {
  self: 'User',
  user: 'User',
  // Owners are looked up of service principals alone.
  owned: 'ServicePrincipal',
  'service-principal': 'ServicePrincipal',
  'managed-identity': 'ServicePrincipal',
  'aks-kubelet-identity': 'ServicePrincipal',
};

/** What the identity that gives roles must be able to give on the registries of an entry, and no more. Pure. */
export function offerOf({ requests, deny }: Policy, entry: RegistryEntry): Offer {
  const rules = requests.filter(({ registries }) => registries.includes(entry.name));
  const denied = deny.filter((rule) => deniesAll(rule, entry));
  const roles = (type: PrincipalType): readonly RequestableRole[] =>
    requestableRoles.filter(
      (role) =>
        rules.some((rule) => rule.roles.includes(role) && rule.for.some((it) => typeOf[it] === type)) &&
        !denied.some((rule) => rule.roles?.includes(role) ?? rule.secrets === null),
    );
  return { User: roles('User'), ServicePrincipal: roles('ServicePrincipal') };
}

export function isNothing({ User, ServicePrincipal }: Offer): boolean {
  return User.length === 0 && ServicePrincipal.length === 0;
}

/** Whether an entry of `deny` holds for everybody and everything on these registries. */
function deniesAll(
  { match, registries, by, identities, repositories }: DenyRule,
  entry: RegistryEntry,
): boolean {
  return (
    match === null &&
    (registries?.includes(entry.name) ?? true) &&
    (by?.members ?? true) &&
    identities === null &&
    repositories === null
  );
}
