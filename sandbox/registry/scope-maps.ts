import type { Registry } from '../world/world.js';
import { systemScopeMaps } from './system-scope-maps.js';

/** Actions of scope maps (auth-methods.md A9) and of tokens. */
const tokenActions: Readonly<Record<string, string>> = {
  'content/read': 'pull',
  'content/write': 'push',
  'content/delete': 'delete',
  'metadata/read': 'metadata_read',
  'metadata/write': 'metadata_write',
};

/** What a scope map permits on a repository, as actions of a token. There is no listing of repositories. */
export function scopeMapActions(registry: Registry, scopeMap: string, repository: string): readonly string[] {
  const entries = registry.scopeMaps[scopeMap]?.actions ?? systemScopeMaps[scopeMap] ?? [];
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
