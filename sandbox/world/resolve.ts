import { spanOf } from './clock.js';
import { guidOf } from './ids.js';
import type { WorldFile } from './schema.js';
import type {
  Assignment,
  Cluster,
  Fault,
  Group,
  ManagedIdentity,
  Registry,
  ServicePrincipal,
  Subscription,
  Tenant,
  User,
  World,
} from './world.js';

/** Gives every id, resolves every name and every time of a checked file (`references`). Pure but for the clock. */
export function resolve(file: WorldFile, now: () => Date): World {
  // Times that a file leaves to the defaults count from its own clock, so that they stay where they are.
  const begin = new Date(file.clock);
  const time = (text: string): Date => {
    const span = spanOf(text);
    return span === null ? new Date(text) : new Date(begin.getTime() + span);
  };
  const tenants = mapOf(file.tenants, (name, { id }): Tenant => ({ name, id: id ?? guidOf('tenant', name) }));
  const groups = mapOf(
    file.groups,
    (name, { id, tenant }): Group => ({
      name,
      id: id ?? guidOf('group', name),
      tenant: get(tenants, tenant),
    }),
  );
  const users = mapOf(
    file.users,
    (name, { id, tenant, groups: member, ...rest }): User => ({
      ...rest,
      name,
      id: id ?? guidOf('user', name),
      tenant: get(tenants, tenant),
      groups: member.map((group) => get(groups, group)),
    }),
  );
  const servicePrincipals = mapOf(
    file.servicePrincipals,
    (name, { tenant, clientId, objectId, homeTenant, secrets, federated, ...rest }): ServicePrincipal => ({
      ...rest,
      name,
      tenant: get(tenants, tenant),
      clientId: clientId ?? guidOf('client', name),
      objectId: objectId ?? guidOf('principal', name),
      homeTenant: homeTenant === undefined ? null : get(tenants, homeTenant),
      secrets: Object.entries(secrets).map(([secret, { keyId, value, expires }]) => ({
        name: secret,
        keyId: keyId ?? guidOf('secret', `${name} ${secret}`),
        value: value ?? null,
        expires: expires === null ? null : time(expires),
      })),
      federated: Object.entries(federated).map(([credential, it]) => ({ name: credential, ...it })),
    }),
  );
  const managedIdentities = mapOf(
    file.managedIdentities,
    (name, { tenant, clientId, objectId }): ManagedIdentity => ({
      name,
      tenant: get(tenants, tenant),
      clientId: clientId ?? guidOf('client', name),
      objectId: objectId ?? guidOf('principal', name),
    }),
  );
  const subscriptions = mapOf(
    file.subscriptions,
    (name, { tenant, id, ...rest }): Subscription => ({
      ...rest,
      name,
      id: id ?? guidOf('subscription', name),
      tenant: get(tenants, tenant),
    }),
  );
  const clusters = mapOf(file.clusters, (name, cluster): Cluster => {
    const subscription = get(subscriptions, cluster.subscription);
    const { resourceGroup, kubelet, servicePrincipal } = cluster;
    return {
      name,
      id: `/subscriptions/${subscription.id}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`,
      subscription,
      kubelet: kubelet === null ? null : get(managedIdentities, kubelet),
      servicePrincipal: servicePrincipal === null ? null : get(servicePrincipals, servicePrincipal),
    };
  });
  const registries = mapOf(file.registries, (name, registry): Registry => {
    const subscription = get(subscriptions, registry.subscription);
    return {
      ...registry,
      name,
      id: `/subscriptions/${subscription.id}/resourceGroups/${registry.resourceGroup}/providers/Microsoft.ContainerRegistry/registries/${name}`,
      subscription,
      loginServer: registry.loginServer ?? `${name.toLowerCase()}.azurecr.io`,
      tokens: Object.fromEntries(
        Object.entries(registry.tokens).map(([token, { passwords, ...rest }]) => [
          token,
          {
            ...rest,
            passwords: Object.fromEntries(
              Object.entries(passwords).map(([password, { created, expires }]) => [
                password,
                { created: time(created), expires: expires === null ? null : time(expires) },
              ]),
            ),
          },
        ]),
      ),
    };
  });
  const principals = [
    ...[...users.values()].map(({ name, id }) => ({ name, id, type: 'User' as const })),
    ...[...groups.values()].map(({ name, id }) => ({ name, id, type: 'Group' as const })),
    ...[...servicePrincipals.values(), ...managedIdentities.values()].map(({ name, objectId }) => ({
      name,
      id: objectId,
      type: 'ServicePrincipal' as const,
    })),
  ];
  const held = (name: string, { principal, role, scope }: WorldFile['eligibilities'][string]) => {
    const who = principals.find((it) => it.name === principal);
    if (who === undefined) throw new Error(`${principal} passed the check of references and is not there`);
    const [type = '', target = ''] = scope.split(':', 2);
    return {
      name,
      id: guidOf('assignment', name),
      principalId: who.id,
      principalType: who.type,
      role,
      scope: scopeOf(type, target, { registries, subscriptions, clusters }),
    };
  };
  return {
    title: file.title,
    cause: file.cause,
    decoy: file.decoy,
    decidedBy: file.decidedBy,
    asks: get(users, file.asks),
    paste: file.paste,
    answers: file.answers,
    changes: Object.keys(file.changes),
    now,
    delay: file.delay,
    bot: {
      ...file.bot,
      clientId: guidOf('client', 'acr-help'),
      objectId: guidOf('principal', 'acr-help'),
      tenant: get(users, file.asks).tenant,
    },
    tenants,
    users,
    groups,
    servicePrincipals,
    managedIdentities,
    subscriptions,
    clusters,
    registries,
    assignments: Object.entries(file.roleAssignments).map(
      ([name, it]): Assignment => ({
        ...held(name, it),
        condition: it.condition ?? null,
        created: time(it.created),
      }),
    ),
    eligibilities: Object.entries(file.eligibilities).map(([name, it]) => held(name, it)),
    faults: Object.entries(file.faults).map(([name, it]): Fault => ({ ...it, name })),
  };
}

function scopeOf(
  type: string,
  target: string,
  { registries, subscriptions, clusters }: Pick<World, 'registries' | 'subscriptions' | 'clusters'>,
): string {
  if (type === 'registry') return get(registries, target).id;
  if (type === 'subscription') return `/subscriptions/${get(subscriptions, target).id}`;
  const [, group] =
    [...registries.values(), ...clusters.values()]
      .map(({ id }) => /^(\/subscriptions\/[^/]+\/resourceGroups\/([^/]+))\//.exec(id) ?? [])
      .find(([, , name]) => name === target) ?? [];
  if (group === undefined) throw new Error(`${target} passed the check of references and is not there`);
  return group;
}

function mapOf<T, U>(
  map: Readonly<Record<string, T>>,
  make: (name: string, it: T) => U,
): ReadonlyMap<string, U> {
  return new Map(Object.entries(map).map(([name, it]) => [name, make(name, it)]));
}

/** A thing by a name that `references` has checked. */
function get<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`${name} passed the check of references and is not there`);
  return found;
}
