import type { Answer, Problem } from '../azure/answer.js';
import { ok } from '../azure/answer.js';
import type {
  AssignmentRecord,
  EligibilityRecord,
  Management,
  RegistryRecord,
  RoleDefinitionRecord,
} from '../azure/ports.js';
import type { CheckFact } from '../knowledge/checks.js';
import type { Operation } from '../knowledge/vocabulary.js';
import {
  builtInName,
  isBuiltIn,
  isLegacyOnly,
  isRepositoryRole,
  rightOf,
  rightsOf,
  type Standing,
  standingOf,
} from './rights.js';

/** A new assignment can take this long to count (roles.md §5). */
const PROPAGATION_MS = 10 * 60_000;

/** Everything that Resource Manager says about the rights of one identity at one registry. */
export interface RoleEvidence {
  readonly registry: RegistryRecord;
  readonly assignments: readonly AssignmentRecord[];
  readonly eligibilities: readonly EligibilityRecord[];
  /** By role GUID; only roles that are not built in. */
  readonly definitions: ReadonlyMap<string, RoleDefinitionRecord>;
  /** Why a part is missing that may hold more rights: without it, only `covers` is sure. */
  readonly unread: Problem | null;
}

/** Reads assignments, eligible roles and the definitions of custom roles. Eligibility is left out where it is denied. */
export async function roleEvidence(
  management: Pick<Management, 'assignments' | 'eligibilities' | 'roleDefinition'>,
  registry: RegistryRecord,
  principalId: string,
  signal: AbortSignal,
): Promise<Answer<RoleEvidence>> {
  const [assignments, eligible] = await Promise.all([
    management.assignments(registry, principalId, signal),
    management.eligibilities(registry, principalId, signal),
  ]);
  if (!assignments.ok) return assignments;
  const custom = new Map(
    assignments.value
      .filter(({ roleGuid }) => !isBuiltIn(roleGuid))
      .map(({ roleGuid, roleDefinitionId }) => [roleGuid, roleDefinitionId]),
  );
  const read = await Promise.all(
    [...custom].map(async ([guid, id]) => [guid, await management.roleDefinition(id, signal)] as const),
  );
  const leftOut = !eligible.ok && eligible.problem.kind === 'denied';
  const asked = [...read.map(([, found]) => found), ...(leftOut ? [] : [eligible])];
  const [unread = null] = asked.flatMap((it) => (it.ok ? [] : [it.problem]));
  return ok({
    registry,
    assignments: assignments.value,
    eligibilities: eligible.ok ? eligible.value : [],
    definitions: new Map(read.flatMap(([guid, found]) => (found.ok ? [[guid, found.value] as const] : []))),
    unread,
  });
}

/** Names of the roles that count, for people; a custom role's only where it is made of plain words. */
export function namesOf({
  assignments,
  definitions,
}: RoleEvidence): Readonly<Partial<Record<CheckFact, string>>> {
  const names = assignments
    .map(({ roleGuid }) => builtInName(roleGuid) ?? definitions.get(roleGuid)?.name ?? null)
    .filter((name) => name !== null && isShowable.test(name));
  return names.length === 0 ? {} : { roles: [...new Set(names)].slice(0, MOST_NAMES).join(', ') };
}

const MOST_NAMES = 5;
const isShowable = /^[\p{L}\p{N}][\p{L}\p{N} ._()-]{0,79}$/u;

/** What the rights of an identity amount to. */
export type RoleVerdict =
  | 'covers'
  | 'granted-recently'
  | 'eligible-only'
  | 'condition-excludes'
  | 'cannot-evaluate'
  | 'legacy-roles-only'
  | 'repository-roles-only'
  | 'too-weak'
  | 'images-only'
  | 'none';

/**
 * Judges the rights of an identity for an operation on a repository, in the registry's own mode (Z2, Z3). Pure.
 *
 * @param repository null where it is not known; then a condition cannot be evaluated
 */
export function judgeRoles(
  { registry, assignments, eligibilities, definitions }: RoleEvidence,
  operation: Operation | null,
  repository: string | null,
  now: Date,
): RoleVerdict {
  const { mode } = registry;
  const wanted = rightOf(operation);
  const weighed = assignments.map((assignment) => {
    const definition = definitions.get(assignment.roleGuid) ?? null;
    return { assignment, standing: standingOf(assignment, definition, mode, wanted, repository) };
  });
  const having = (standing: Standing) => weighed.filter((it) => it.standing === standing);
  const covering = having('covers');
  if (covering.length > 0) {
    const settled = covering.some(({ assignment }) => !isFresh(assignment.createdOn, now));
    return settled ? 'covers' : 'granted-recently';
  }
  const eligible = eligibilities.some(
    ({ roleGuid }) => standingOf({ roleGuid, condition: null }, null, mode, wanted, repository) === 'covers',
  );
  if (having('cannot-evaluate').length > 0) return 'cannot-evaluate';
  if (eligible) return 'eligible-only';
  if (having('excludes').length > 0) return 'condition-excludes';
  const rights = assignments.flatMap(({ roleGuid }) =>
    rightsOf(roleGuid, mode, definitions.get(roleGuid) ?? null),
  );
  if (mode === 'abac' && wanted === 'list' && rights.includes('pull')) return 'images-only';
  if (rights.some((right) => right === 'pull' || right === 'push' || right === 'delete')) return 'too-weak';
  if (mode === 'legacy' && assignments.some(({ roleGuid }) => isRepositoryRole(roleGuid)))
    return 'repository-roles-only';
  if (mode === 'abac' && assignments.some(({ roleGuid }) => isLegacyOnly(roleGuid)))
    return 'legacy-roles-only';
  return 'none';
}

function isFresh(createdOn: string | null, now: Date): boolean {
  return createdOn !== null && now.getTime() - new Date(createdOn).getTime() < PROPAGATION_MS;
}
