import { secretsOf } from '../entra/secrets.js';
import type { ManagedIdentity, Secret, ServicePrincipal, Tenant, User, World } from '../world/world.js';

/** Objects of one tenant's directory as Graph shows them, with the properties that somebody asks for. */
export interface GraphObject {
  readonly '@odata.type': string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/** Microsoft's own tenant, which owns the applications behind managed identities; not verified for all of them. */
const microsoft = 'f8cdef31-a31e-4b4a-93e4-5f571e91255a';

/**
 * The application object: only in the tenant that owns it, so that the secrets of a foreign application cannot be read
 * (arm-api.md §5). `secretText` is never shown again.
 */
export function application(app: ServicePrincipal, world: World): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.application',
    id: applicationId(app),
    appId: app.clientId,
    displayName: app.name,
    keyCredentials: [],
    passwordCredentials: secretsOf(app, world).map(passwordCredential),
  };
}

export function passwordCredential({ name, keyId, value, expires, started }: Secret) {
  return {
    customKeyIdentifier: null,
    displayName: name,
    endDateTime: expires?.toISOString() ?? null,
    hint: value?.slice(0, 3) ?? null,
    keyId,
    secretText: null,
    startDateTime: started?.toISOString() ?? '2025-01-01T00:00:00Z',
  };
}

/** The world gives application objects no id of their own; this one differs from those of the service principal. */
export function applicationId({ clientId }: ServicePrincipal): string {
  return `a${clientId.slice(1)}`;
}

export function federatedCredentials({ federated }: ServicePrincipal) {
  return federated.map(({ name, issuer, subject, audiences }) => ({
    name,
    issuer,
    subject,
    audiences,
    description: null,
  }));
}

export function servicePrincipal(app: ServicePrincipal): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: app.objectId,
    appId: app.clientId,
    displayName: app.name,
    accountEnabled: app.enabled,
    servicePrincipalType: 'Application',
    appOwnerOrganizationId: (app.homeTenant ?? app.tenant).id,
  };
}

/** A managed identity is a service principal without an application object. */
export function identity(managed: ManagedIdentity): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.servicePrincipal',
    id: managed.objectId,
    appId: managed.clientId,
    displayName: managed.name,
    accountEnabled: true,
    servicePrincipalType: 'ManagedIdentity',
    appOwnerOrganizationId: microsoft,
  };
}

/**
 * What Graph shows of a user who is not asked for by `$select` (user resource, "default set"); of these the world knows
 * three. `userType` and `accountEnabled` are not among them.
 */
export const shownOfUsers: readonly string[] = ['id', 'userPrincipalName', 'displayName'];

/** Not simulated: the `#EXT#` that the names of guests have. */
export function user({ id, name, guest, enabled, tenant }: User): GraphObject {
  return {
    '@odata.type': '#microsoft.graph.user',
    id,
    userPrincipalName: `${name}@${tenant.name}.onmicrosoft.com`,
    displayName: name,
    userType: guest ? 'Guest' : 'Member',
    accountEnabled: enabled,
  };
}

/** Everything with an object id in a tenant, for `getByIds`. */
export function objectsOf(tenant: string, world: World): readonly GraphObject[] {
  const here = <T extends { readonly tenant: Tenant }>(things: ReadonlyMap<string, T>): readonly T[] =>
    [...things.values()].filter((thing) => thing.tenant.id === tenant);
  return [
    ...here(world.users).map(user),
    ...here(world.groups).map(({ id, name }) => ({
      '@odata.type': '#microsoft.graph.group',
      id,
      displayName: name,
    })),
    ...here(world.servicePrincipals)
      .filter(({ registered }) => registered)
      .map(servicePrincipal),
    ...here(world.managedIdentities).map(identity),
  ];
}
