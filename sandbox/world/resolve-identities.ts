import { guidOf } from './ids.js';
import { get, mapOf } from './named.js';
import type { WorldFile } from './schema.js';
import type { Group, ManagedIdentity, ServicePrincipal, Tenant, User, World } from './world.js';

export type Identities = Pick<
  World,
  'tenants' | 'groups' | 'users' | 'servicePrincipals' | 'managedIdentities'
>;

/** Who is there: directories, people, groups, applications, identities. Pure. */
export function resolveIdentities(file: WorldFile, time: (text: string) => Date): Identities {
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
    (name, { id, tenant, groups: member, session, ...rest }): User => ({
      ...rest,
      session: session === null ? null : time(session),
      name,
      id: id ?? guidOf('user', name),
      tenant: get(tenants, tenant),
      groups: member.map((group) => get(groups, group)),
    }),
  );
  const workloads: Readonly<Record<string, { readonly objectId?: string | undefined }>> = {
    ...file.servicePrincipals,
    ...file.managedIdentities,
  };
  const objectIdOf = (name: string) =>
    users.get(name)?.id ?? workloads[name]?.objectId ?? guidOf('principal', name);
  const servicePrincipals = mapOf(
    file.servicePrincipals,
    (
      name,
      { tenant, clientId, homeTenant, created, owners, secrets, federated, objectId: _, ...rest },
    ): ServicePrincipal => ({
      ...rest,
      name,
      tenant: get(tenants, tenant),
      clientId: clientId ?? guidOf('client', name),
      objectId: objectIdOf(name),
      created: time(created),
      owners: owners.map(objectIdOf),
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
    (name, { tenant, clientId, objectId: _, created, graph }): ManagedIdentity => ({
      name,
      graph,
      created: time(created),
      tenant: get(tenants, tenant),
      clientId: clientId ?? guidOf('client', name),
      objectId: objectIdOf(name),
    }),
  );
  return { tenants, groups, users, servicePrincipals, managedIdentities };
}
