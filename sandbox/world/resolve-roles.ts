import { guidOf } from './ids.js';
import { get, mapOf, unchecked } from './named.js';
import type { Identities } from './resolve-identities.js';
import type { Resources } from './resolve-resources.js';
import type { WorldFile } from './schema.js';
import type { Assignment, World } from './world.js';

/** Who has or could have which role where. Pure. */
export function resolveRoles(
  file: WorldFile,
  identities: Identities,
  resources: Resources,
  time: (text: string) => Date,
): Pick<World, 'roleDefinitions' | 'assignments' | 'eligibilities'> {
  const principals = principalsOf(identities);
  const held = (name: string, { principal, role, scope }: WorldFile['eligibilities'][string]) => {
    const who = principals.find((it) => it.name === principal);
    if (who === undefined) throw unchecked(principal);
    return {
      name,
      id: guidOf('assignment', name),
      principalId: who.id,
      principalType: who.type,
      role,
      scope: scopeOf(scope, resources),
    };
  };
  return {
    roleDefinitions: mapOf(file.roleDefinitions, (role, { id, ...permissions }) => ({
      ...permissions,
      name: role,
      guid: id ?? guidOf('role', role),
    })),
    assignments: Object.entries(file.roleAssignments).map(
      ([name, it]): Assignment => ({
        ...held(name, it),
        condition: it.condition ?? null,
        description: it.description ?? null,
        created: time(it.created),
        createdBy: null,
        ends: null,
      }),
    ),
    eligibilities: Object.entries(file.eligibilities).map(([name, it]) => held(name, it)),
  };
}

function principalsOf({ users, groups, servicePrincipals, managedIdentities }: Identities) {
  return [
    ...[...users.values()].map(({ name, id }) => ({ name, id, type: 'User' as const })),
    ...[...groups.values()].map(({ name, id }) => ({ name, id, type: 'Group' as const })),
    ...[...servicePrincipals.values(), ...managedIdentities.values()].map(({ name, objectId }) => ({
      name,
      id: objectId,
      type: 'ServicePrincipal' as const,
    })),
  ];
}

/**
 * Resource id of `registry:NAME`, `vault:NAME`, `workspace:NAME`, `subscription:NAME`, or of a resource group in which
 * something is.
 */
function scopeOf(
  scope: string,
  { registries, vaults, workspaces, subscriptions, clusters }: Resources,
): string {
  const [type = '', target = ''] = scope.split(':', 2);
  if (type === 'registry') return get(registries, target).id;
  if (type === 'vault') return get(vaults, target).id;
  if (type === 'workspace') return get(workspaces, target).id;
  if (type === 'subscription') return `/subscriptions/${get(subscriptions, target).id}`;
  const groups = [
    ...registries.values(),
    ...clusters.values(),
    ...vaults.values(),
    ...workspaces.values(),
  ].map(({ id }) => /^(\/subscriptions\/[^/]+\/resourceGroups\/([^/]+))\//.exec(id) ?? []);
  const [, group] = groups.find(([, , name]) => name === target) ?? [];
  if (group === undefined) throw unchecked(target);
  return group;
}
