import { inForce } from '../arm/assignments.js';
import { covers, permits } from '../arm/rights.js';
import { roleNamed } from '../arm/roles.js';
import type { Caller } from '../entra/caller.js';
import type { Assignment, Registry, World } from '../world/world.js';
import { conditionAdmits } from './conditions.js';

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
  return inForce(caller.principals, world).filter(({ scope }) => covers(scope, registry.id));
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
    assignments.some(({ role }) => permits(roleNamed(role, world), `${registries}/write`))
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
  const { role, condition } = assignment;
  const { dataActions, notDataActions, ...control } = roleNamed(role, world);
  if (mode === 'legacy' && permission !== quarantine) return permits(control, permission);
  if (!permits({ actions: dataActions, notActions: notDataActions }, permission)) return false;
  if (condition === null || repository === null) return true;
  return conditionAdmits(condition, { action: permission, repository });
}
