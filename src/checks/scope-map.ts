import type { Operation } from '../knowledge/vocabulary.js';

/** Actions of a scope map that an operation needs (auth-methods.md A9). Push also reads. */
const needed: Readonly<Record<Operation, readonly string[]>> = {
  login: [],
  pull: ['content/read'],
  push: ['content/read', 'content/write'],
  delete: ['content/delete'],
  list: ['metadata/read'],
  manage: ['metadata/write'],
  other: ['content/read'],
};

/**
 * Whether the actions of a scope map cover an operation on a repository. Pure.
 *
 * @param actions `repositories/<repository>/<action>`; the repository may be `*` or end in `/*`, rules add up
 */
export function coversScope(actions: readonly string[], repository: string, operation: Operation): boolean {
  return needed[operation].every((wanted) => actions.some((action) => grants(action, repository, wanted)));
}

function grants(action: string, repository: string, wanted: string): boolean {
  const start = 'repositories/';
  if (!action.startsWith(start) || !action.endsWith(`/${wanted}`)) return false;
  const pattern = action.slice(start.length, -wanted.length - 1);
  if (pattern === '*') return true;
  return pattern.endsWith('/*') ? repository.startsWith(pattern.slice(0, -1)) : pattern === repository;
}
