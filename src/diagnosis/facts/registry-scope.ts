import { parseRepository } from './repository.js';

/** Scope of a registry token (registry-protocol §3): what is asked, of which repository, to do what. */
export interface RegistryScope {
  readonly text: string;
  /** Null for the catalog. */
  readonly repository: string | null;
  readonly actions: readonly string[];
}

const form =
  /^(repository|artifact-repository|registry):([^:\s]{1,255}):([a-z_*]{1,20}(?:,[a-z_*]{1,20}){0,7})$/;

/** `repository:team/app:pull,push`, `registry:catalog:*`; null for anything else. */
export function parseRegistryScope(text: string): RegistryScope | null {
  const match = form.exec(text);
  if (!match) return null;
  const [, type, name = '', actions = ''] = match;
  const repository = type === 'registry' ? null : parseRepository(name);
  if (type === 'registry' ? name !== 'catalog' : repository === null) return null;
  return { text, repository, actions: actions.split(',') };
}
