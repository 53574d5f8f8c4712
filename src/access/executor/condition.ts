import { parseRepository } from '../../diagnosis/facts/repository.js';
import type { RequestableRole } from '../policy/roles.js';

/** What a repository role lets somebody do: the verbs of its data actions (roles.md §2). */
const verbs: Readonly<Partial<Record<RequestableRole, readonly string[]>>> = {
  'Container Registry Repository Reader': ['read'],
  'Container Registry Repository Writer': ['read', 'write'],
};

const repositories = 'Microsoft.ContainerRegistry/registries/repositories';

/**
 * The ABAC condition that limits a role to one repository, or to all below it. It names every data action of the role:
 * one that is left out would not be limited. A prefix ends in a slash, or neighbours would match, too ("Repository
 * permissions with ABAC").
 *
 * @returns null where the role takes no condition, or the name is none: it must not come near the quotes
 */
export function repositoryCondition(role: RequestableRole, name: string, prefix: boolean): string | null {
  const actions = verbs[role]?.flatMap((verb) => [`content/${verb}`, `metadata/${verb}`]);
  const repository = parseRepository(name);
  if (actions === undefined || repository === null) return null;
  const others = actions.map((action) => `!(ActionMatches{'${repositories}/${action}'})`);
  const comparison = prefix
    ? `StringStartsWithIgnoreCase '${repository}/'`
    : `StringEqualsIgnoreCase '${repository}'`;
  return `((${others.join(' AND ')}) OR (@Request[${repositories}:name] ${comparison}))`;
}
