import { isNothing, type Offer, offerOf } from '../policy/offer.js';
import type { Policy, RegistryEntry } from '../policy/policy.js';
import type { RotatedSecret } from '../policy/schema.js';
import { grantorCondition } from './condition.js';
import { type CustomRole, definitionOf } from './custom-role.js';
import { readerRole } from './reader-role.js';
import { registryQuery } from './registry-query.js';
import { rotatedOn, rotatorRoles, vaultRole, vaultsOf } from './rotator-roles.js';

/** What an identity gets on the registries of an entry. */
export interface Granting {
  readonly entry: RegistryEntry;
  /** For `az acr list --query`. */
  readonly query: string;
  readonly offer: Offer;
  /** File of the condition; null where no role is offered. */
  readonly condition: string | null;
  readonly rotated: readonly RotatedSecret[];
}

/** Everything that the identities of the bot need in Azure for a policy. */
export interface Deployment {
  readonly policyHash: string;
  readonly scopes: readonly string[];
  /** Roles to define, each once. */
  readonly roles: readonly CustomRole[];
  readonly grantings: readonly Granting[];
  readonly vaults: readonly string[];
  readonly clientSecrets: boolean;
}

/** Stands for subscriptions that neither the policy nor the caller names; Azure takes no such scope. */
const unnamed = '/subscriptions/YOUR-SUBSCRIPTION-ID';

/**
 * What a policy needs: pure.
 *
 * @param subscriptions where registries are, beside those that the policy names
 */
export function deploymentOf(policy: Policy, subscriptions: readonly string[]): Deployment {
  const { registries, rotations, hash } = policy;
  const grantings = registries.map((entry): Granting => {
    const offer = offerOf(policy, entry);
    const condition = isNothing(offer) ? null : `grantor.${entry.name}.condition.txt`;
    const rotated = rotatedOn(rotations, entry);
    return { entry, query: registryQuery(entry, registries), offer, condition, rotated };
  });
  const rotated = new Set(grantings.flatMap((it) => it.rotated));
  const vaults = vaultsOf(rotations);
  const named = [...subscriptions, ...registries.flatMap(({ subscription }) => subscription ?? [])];
  const open = subscriptions.length === 0 && registries.some(({ subscription }) => subscription === null);
  return {
    policyHash: hash,
    scopes: [
      ...[...new Set(named)].sort().map((id) => `/subscriptions/${id}`),
      ...(open || named.length === 0 ? [unnamed] : []),
    ],
    roles: [
      readerRole,
      ...(['admin-password', 'repository-token-password'] as const)
        .filter((kind) => rotated.has(kind))
        .map((kind) => rotatorRoles[kind]),
      ...(vaults.length > 0 ? [vaultRole] : []),
    ],
    grantings: grantings.filter((it) => it.condition !== null || it.rotated.length > 0),
    vaults,
    clientSecrets: rotated.has('client-secret'),
  };
}

/** Contents by file name, but for the page that explains them. */
export function filesOf({ roles, scopes, grantings }: Deployment): ReadonlyMap<string, string> {
  const conditions = grantings.flatMap(({ condition, offer }) => {
    const text = grantorCondition(offer);
    return condition === null || text === null ? [] : [[condition, `${text}\n`] as const];
  });
  return new Map([...roles.map((role) => [role.file, definitionOf(role, scopes)] as const), ...conditions]);
}
