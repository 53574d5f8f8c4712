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
  return { tenants, groups, users, servicePrincipals, managedIdentities };
}
