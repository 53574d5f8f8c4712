import type { AssignmentContent, AssignmentPlace } from '../../azure/granter.js';
import { parseRegistryId } from '../../azure/management/ids.js';
import { parseGuid } from '../../diagnosis/facts/guid.js';
import { roles } from '../../knowledge/roles.js';
import { fitsMode, isRequestable, takesCondition } from '../policy/roles.js';
import type { RoleSpec } from '../request.js';
import { assignmentName } from './assignment-name.js';
import { repositoryCondition } from './condition.js';

/** What a request becomes in Azure, but for its description. */
export interface Wish {
  readonly place: AssignmentPlace;
  readonly content: Omit<AssignmentContent, 'description'>;
}

/**
 * The assignment of a request. Everything in it has passed a grammar or comes from a table of the project, whatever the
 * store holds (security T35, T36). Pure.
 *
 * @returns null for a request that no assignment can be made of
 */
export function wishOf({ identity, registry, role, repository, prefix }: RoleSpec): Wish | null {
  const at = parseRegistryId(registry.resourceId);
  const principalId = parseGuid(identity.objectId);
  if (at === null || at.scopeMap !== null || principalId === null) return null;
  if (!isRequestable(role) || !fitsMode(role, registry.mode)) return null;
  const condition = repository === null ? null : repositoryCondition(role, repository, prefix);
  if (repository === null ? prefix : condition === null || !takesCondition(role)) return null;
  const content = {
    roleGuid: roles[role].guid,
    principalId,
    principalType: identity.kind === 'user' ? ('User' as const) : ('ServicePrincipal' as const),
    condition,
  };
  const scope = registry.resourceId;
  return { place: { scope, name: assignmentName(scope, content) }, content };
}
