import { failed, ok } from './answer.js';
import type { ArmClients } from './clients.js';
import { findIn, firstHit, registriesIn } from './management/find-registry.js';
import { locksOf } from './management/locks.js';
import { scopeMapOf, tokensOf, usagesOf } from './management/registry-parts.js';
import { assignmentsOf, eligibilitiesOf, type Holder, roleDefinitionOf } from './management/roles.js';
import { SeenSubscriptions } from './management/seen-subscriptions.js';
import {
  clustersIn,
  clustersOf,
  providerRegisteredIn,
  type SubscriptionRecord,
  subscriptionsOf,
} from './management/subscriptions.js';
import type { Management } from './ports.js';
import { type Ask, once } from './run-cache.js';

/**
 * Resource Manager for one run of checks: what it has answered once is not asked again. Make one a run; the clients
 * live on.
 *
 * @param configured subscriptions to look in; null for all that the identity may read
 * @param seen what earlier runs knew of them
 */
export function createManagement(
  clients: ArmClients,
  configured: readonly string[] | null,
  seen: SeenSubscriptions = new SeenSubscriptions(),
): Management {
  const id = ({ id }: { readonly id: string }): string => id.toLowerCase();
  const text = (about: string): string => about.toLowerCase();
  const holder = ({ registry, principalId }: Holder): string => `${id(registry)} ${text(principalId)}`;

  const readable = once(() => '', seen.noting(subscriptionsOf(clients)));
  const registries = once(text, registriesIn(clients));
  const clusters = once(id, clustersIn(clients));
  const assignments = once(holder, assignmentsOf(clients));
  const eligibilities = once(holder, eligibilitiesOf(clients));
  const providers = once(text, providerRegisteredIn(clients));

  const subscriptions: Ask<null, readonly SubscriptionRecord[]> = async (_, signal) => {
    const found = await readable(null, signal);
    if (configured === null) return found;
    // The list only adds the tenants; the configuration is what counts.
    const known = new Map((found.ok ? found.value : []).map(({ id, tenant }) => [id.toLowerCase(), tenant]));
    return ok(configured.map((id) => ({ id, tenant: known.get(id.toLowerCase()) ?? null })));
  };

  const lookEverywhere: Management['findRegistry'] = async (loginServer, signal) => {
    const inThese = (ids: readonly string[]) => findIn(ids, registries, loginServer, signal);
    if (configured !== null) return inThese(configured);
    const listed = async () => {
      const found = await readable(null, signal);
      return found.ok ? inThese(found.value.map(({ id }) => id)) : failed(found.problem);
    };
    return firstHit(inThese(seen.ids), listed());
  };

  return {
    findRegistry: async (loginServer, signal) => {
      // Where it was found before, alone: a company has hundreds of subscriptions, and each is a call.
      const home = seen.homeOf(loginServer);
      if (home !== null) {
        // Others will want it; nobody waits for it here.
        if (configured === null) void readable(null, signal);
        const there = await findIn([home], registries, loginServer, signal);
        if (there.ok && there.value !== null) return there;
      }
      const found = await lookEverywhere(loginServer, signal);
      if (found.ok && found.value !== null) seen.found(loginServer, found.value.subscription);
      return found;
    },
    tenantOf: async (subscription, signal) => {
      const found = await subscriptions(null, signal);
      if (!found.ok) return failed(found.problem);
      return ok(
        found.value.find(({ id }) => id.toLowerCase() === subscription.toLowerCase())?.tenant ?? null,
      );
    },
    tokens: once(id, tokensOf(clients)),
    scopeMap: once(text, scopeMapOf(clients)),
    usages: once(id, usagesOf(clients)),
    locks: once(id, locksOf(clients)),
    assignments: (registry, principalId, signal) => assignments({ registry, principalId }, signal),
    eligibilities: (registry, principalId, signal) => eligibilities({ registry, principalId }, signal),
    roleDefinition: once(text, roleDefinitionOf(clients)),
    clusters: async (signal) => {
      const found = await subscriptions(null, signal);
      return found.ok ? clustersOf(found.value, clusters, signal) : found;
    },
    providerRegistered: (subscription, signal) => providers(subscription, signal),
  };
}
