import type { Caller } from '../entra/caller.js';
import type { World } from '../world/world.js';
import { applicationId, type GraphObject, objectsOf } from './objects.js';

const path =
  /^\/v1\.0\/(?:users\/([^/]+)\/transitiveMemberOf|servicePrincipals\/([^/]+)\/owners|applications\/([^/(]+)\/owners)$/i;

/**
 * What somebody is a member of, or who owns something: user: list transitiveMemberOf, servicePrincipal and application:
 * list owners. In Graph an application and its service principal have owners each; a world has one list for both, and
 * groups lie in no other group.
 *
 * @returns `none`: no such path; null: nobody there has the id
 */
export function relatedTo(
  decoded: string,
  { tenant }: Caller,
  world: World,
): readonly GraphObject[] | null | 'none' {
  const [whole, user, principal, app] = path.exec(decoded)?.map((it) => it?.toLowerCase()) ?? [];
  if (whole === undefined) return 'none';
  const objects = objectsOf(tenant, world);
  const among = (ids: readonly string[]) => objects.filter(({ id }) => ids.includes(id));
  if (user !== undefined) {
    const found = [...world.users.values()].find((it) => it.id === user && it.tenant.id === tenant);
    return found ? among(found.groups.map(({ id }) => id)) : null;
  }
  const here = [...world.servicePrincipals.values()].filter((it) => it.registered);
  const owned =
    principal === undefined
      ? here.find((it) => applicationId(it) === app && (it.homeTenant ?? it.tenant).id === tenant)
      : here.find((it) => it.objectId === principal && it.tenant.id === tenant);
  if (owned !== undefined) return among(owned.owners);
  const managed = [...world.managedIdentities.values()].some(
    (it) => it.objectId === principal && it.tenant.id === tenant,
  );
  return managed ? [] : null;
}
