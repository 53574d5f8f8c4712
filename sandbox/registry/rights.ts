import { covers, names } from '../arm/rights.js';
import { roleNamed } from '../arm/roles.js';
import type { Caller } from '../entra/caller.js';
import type { Assignment, Registry, World } from '../world/world.js';
import { conditionAdmits } from './conditions.js';

/** How long Azure takes to see a new role assignment: up to ten minutes (roles.md §5); here always. */
const PROPAGATION = 10 * 60_000;

const registries = 'Microsoft.ContainerRegistry/registries';

/** A data action that both modes honour (roles.md §2): Owner and Reader, with their wildcards, do not have it. */
const quarantine = `${registries}/quarantinedArtifacts/read`;

/** Actions of a token on a repository, and the permission of a role behind each (roles.md §2, §3). */
const permissions: Readonly<Record<Registry['mode'], Readonly<Record<string, string>>>> = {
  // Not verified: the permissions behind metadata_read and metadata_write. The table of roles gives the first to who
  // pulls and the second to Contributor and Owner. Nor is it how a token says that quarantined images may be pulled.
  legacy: {
    pull: `${registries}/pull/read`,
    push: `${registries}/push/write`,
    delete: `${registries}/artifacts/delete`,
    metadata_read: `${registries}/pull/read`,
    metadata_write: `${registries}/metadata/write`,
    quarantine_read: quarantine,
    catalog: `${registries}/pull/read`,
  },
  abac: {
    pull: `${registries}/repositories/content/read`,
    push: `${registries}/repositories/content/write`,
    delete: `${registries}/repositories/content/delete`,
    metadata_read: `${registries}/repositories/metadata/read`,
    metadata_write: `${registries}/repositories/metadata/write`,
    quarantine_read: quarantine,
    catalog: `${registries}/catalog/read`,
  },
};

/** Role assignments that count for an identity at a registry: own and the groups'. PIM eligibility is none. */
export function assignmentsAt(caller: Caller, registry: Registry, world: World): readonly Assignment[] {
  const now = world.now().getTime();
  return world.assignments.filter(
    ({ principalId, scope, created }) =>
      caller.principals.includes(principalId) &&
      covers(scope, registry.id) &&
      created.getTime() + PROPAGATION <= now,
  );
}

/** Actions on a repository that roles give; `repository` null: on the catalog, or on any repository at all. */
export function roleActions(
  assignments: readonly Assignment[],
  { mode }: Registry,
  repository: string | null,
  world: World,
): readonly string[] {
  const wanted = Object.entries(permissions[mode]);
  return wanted.flatMap(([action, permission]) =>
    assignments.some((held) => gives(held, mode, permission, repository, world)) ? [action] : [],
  );
}

/**
 * Whether an identity gets a token at all: with any right to images, or as an administrator, who may `az acr login`
 * (roles.md §2). That Owner and Contributor count as such in ABAC mode follows from their actions; not verified.
 */
export function maySignIn(assignments: readonly Assignment[], registry: Registry, world: World): boolean {
  return (
    roleActions(assignments, registry, null, world).length > 0 ||
    assignments.some((held) => permits(held, 'actions', `${registries}/write`, world))
  );
}

/** ABAC mode looks at data actions only, with conditions; legacy mode at actions, and knows no conditions. */
function gives(
  assignment: Assignment,
  mode: Registry['mode'],
  permission: string,
  repository: string | null,
  world: World,
): boolean {
  if (mode === 'legacy' && permission !== quarantine)
    return permits(assignment, 'actions', permission, world);
  if (!permits(assignment, 'dataActions', permission, world)) return false;
  const { condition } = assignment;
  if (condition === null || repository === null) return true;
  return conditionAdmits(condition, { action: permission, repository });
}

function permits(
  { role }: Assignment,
  kind: 'actions' | 'dataActions',
  permission: string,
  world: World,
): boolean {
  const definition = roleNamed(role, world);
  const without = kind === 'actions' ? definition.notActions : definition.notDataActions;
  const listed = (patterns: readonly string[]) => patterns.some((pattern) => names(pattern, permission));
  return listed(definition[kind]) && !listed(without);
}
