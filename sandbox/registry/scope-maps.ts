import type { Registry } from '../world/world.js';

/**
 * Scope maps of every registry (auth-methods.md A9). Their actions are in the documents for `_repositories_pull` only
 * (content/read); the others follow from the names and are not verified.
 */
const system: Readonly<Record<string, readonly string[]>> = {
  _repositories_pull: ['content/read'],
  _repositories_push: ['content/read', 'content/write'],
  _repositories_admin: ['content/read', 'content/write', 'content/delete', 'metadata/read', 'metadata/write'],
};

const tokenActions: Readonly<Record<string, string>> = {
  'content/read': 'pull',
  'content/write': 'push',
  'content/delete': 'delete',
  'metadata/read': 'metadata_read',
  'metadata/write': 'metadata_write',
};

/** What a scope map permits on a repository, as actions of a token. There is no listing of repositories. */
export function scopeMapActions(registry: Registry, scopeMap: string, repository: string): readonly string[] {
  const all = system[scopeMap]?.map((action) => `repositories/*/${action}`);
  const entries = registry.scopeMaps[scopeMap]?.actions ?? all ?? [];
  return entries.flatMap((entry) => {
    const [, name, action] = /^repositories\/(.+)\/((?:content|metadata)\/[a-z]+)$/.exec(entry) ?? [];
    if (name === undefined || action === undefined || !matches(name, repository)) return [];
    return tokenActions[action] ?? [];
  });
}

/** A wildcard stands at the end only: `*` or `prefix/*`. */
function matches(pattern: string, repository: string): boolean {
  if (pattern === '*') return true;
  return pattern.endsWith('/*') ? repository.startsWith(pattern.slice(0, -1)) : pattern === repository;
}
