import type { AssignmentRecord, RoleDefinitionRecord } from '../azure/ports.js';
import { type RoleAction, type RoleName, roles } from '../knowledge/roles.js';
import type { Operation, RegistryMode } from '../knowledge/vocabulary.js';
import { matchesAction } from './action-pattern.js';
import { evaluateCondition } from './condition.js';

/** What an operation asks of a role. A sign-in needs any right on images. */
export function rightOf(operation: Operation | null): RoleAction | 'any' {
  switch (operation) {
    case 'push':
    case 'delete':
    case 'list':
    case 'manage':
      return operation;
    case 'login':
      return 'any';
    case 'pull':
    case 'other':
    case null:
      return 'pull';
  }
}

const images: readonly RoleAction[] = ['pull', 'push', 'delete'];

type Table = Readonly<Partial<Record<RoleAction, readonly string[]>>>;

const acr = 'Microsoft.ContainerRegistry/registries';

/** Data actions behind each right on images in ABAC mode, and actions behind it in the older mode (roles.md §2–4). */
const dataActions: Table = {
  pull: [`${acr}/repositories/content/read`],
  push: [`${acr}/repositories/content/read`, `${acr}/repositories/content/write`],
  delete: [`${acr}/repositories/content/delete`],
  list: [`${acr}/catalog/read`],
};
const legacyActions: Table = {
  pull: [`${acr}/pull/read`],
  push: [`${acr}/pull/read`, `${acr}/push/write`],
  delete: [`${acr}/artifacts/delete`],
  list: [`${acr}/pull/read`],
};
/** Rights on the registry itself are actions in both modes (roles.md §5 for those who give roles). */
const settingActions: Table = {
  view: [`${acr}/read`],
  manage: [`${acr}/write`],
  assign: ['Microsoft.Authorization/roleAssignments/write'],
};

/** Rights of a built-in role by its GUID; null for a role that is not built in. */
function builtIn(roleGuid: string, mode: RegistryMode): readonly RoleAction[] | null {
  // Object.values widens nothing here: every value has the shape of RoleFacts.
  const facts = Object.values(roles).find(({ guid }) => guid === roleGuid);
  return facts === undefined ? null : facts.covers[mode];
}

/** Name of a built-in role by its GUID. */
export function builtInName(roleGuid: string): string | null {
  return Object.entries(roles).find(([, { guid }]) => guid === roleGuid)?.[0] ?? null;
}

/** Whether the rights of a role are known without its definition. */
export function isBuiltIn(roleGuid: string): boolean {
  return builtIn(roleGuid, 'legacy') !== null;
}

/** Names of the roles of Azure that only the older mode honours. */
export function isLegacyOnly(roleGuid: string): boolean {
  const facts = Object.values(roles).find(({ guid }) => guid === roleGuid);
  if (facts === undefined) return false;
  const older: readonly RoleAction[] = facts.covers.legacy;
  const newer: readonly RoleAction[] = facts.covers.abac;
  return images.some((right) => older.includes(right)) && !images.some((right) => newer.includes(right));
}

/** Whether a role counts for repositories in ABAC mode only. */
export function isRepositoryRole(roleGuid: string): boolean {
  const names: readonly RoleName[] = [
    'Container Registry Repository Reader',
    'Container Registry Repository Writer',
    'Container Registry Repository Contributor',
  ];
  return names.some((name) => roles[name].guid === roleGuid);
}

/** Rights that a role gives in a mode, its condition left aside. Pure. */
export function rightsOf(
  roleGuid: string,
  mode: RegistryMode,
  definition: RoleDefinitionRecord | null,
): readonly RoleAction[] {
  const known = builtIn(roleGuid, mode);
  if (known !== null) return known;
  if (definition === null) return [];
  const { actions, notActions, dataActions: given, notDataActions: taken } = definition;
  const onImages =
    mode === 'abac' ? rightsIn(dataActions, given, taken) : rightsIn(legacyActions, actions, notActions);
  return [...onImages, ...rightsIn(settingActions, actions, notActions)];
}

function rightsIn(table: Table, given: readonly string[], taken: readonly string[]): readonly RoleAction[] {
  // Object.keys widens to string; the keys of a partial record of rights are rights.
  return (Object.keys(table) as RoleAction[]).filter((right) =>
    (table[right] ?? []).every((action) => allows(given, taken, action)),
  );
}

function allows(given: readonly string[], taken: readonly string[], action: string): boolean {
  return given.some((it) => matchesAction(it, action)) && !taken.some((it) => matchesAction(it, action));
}

/** How an assignment stands to a right on a repository. */
export type Standing = 'covers' | 'excludes' | 'cannot-evaluate' | 'no-right';

/**
 * Weighs one assignment: role, then condition. Conditions count in ABAC mode only; a role that is neither built in nor
 * read may give anything. Pure.
 */
export function standingOf(
  { roleGuid, condition }: Pick<AssignmentRecord, 'roleGuid' | 'condition'>,
  definition: RoleDefinitionRecord | null,
  mode: RegistryMode,
  wanted: RoleAction | 'any',
  repository: string | null,
): Standing {
  if (definition === null && !isBuiltIn(roleGuid)) return 'cannot-evaluate';
  const rights = rightsOf(roleGuid, mode, definition);
  const has = wanted === 'any' ? images.some((right) => rights.includes(right)) : rights.includes(wanted);
  if (!has) return 'no-right';
  if (mode === 'legacy' || condition === null || condition.trim() === '' || wanted === 'any') return 'covers';
  if (repository === null) return 'cannot-evaluate';
  const verdicts = (dataActions[wanted] ?? []).map((action) =>
    evaluateCondition(condition, { action, repository }),
  );
  if (verdicts.includes('excludes')) return 'excludes';
  return verdicts.includes('cannot-evaluate') ? 'cannot-evaluate' : 'covers';
}
