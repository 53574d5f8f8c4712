import type { Management, RegistryRecord, RoleDefinitionRecord } from '../../azure/ports.js';
import { matchesAction } from '../action-pattern.js';

/** Reading a registry and its log: what Azure itself asks of who reads the log in the context of the registry. */
const needed = [
  'Microsoft.ContainerRegistry/registries/read',
  'Microsoft.Insights/logs/ContainerRegistryLoginEvents/read',
];

/** Whether roles together let somebody read a registry's log. Pure. */
export function permitsLog(definitions: readonly RoleDefinitionRecord[]): boolean {
  return needed.every((action) =>
    definitions.some(({ actions, notActions }) => names(actions, action) && !names(notActions, action)),
  );
}

function names(patterns: readonly string[], action: string): boolean {
  return patterns.some((pattern) => matchesAction(pattern, action));
}

/**
 * Whether a person may read the log, by their roles at the registry and above. A right at the workspace alone is not seen
 * here, and what could not be read gives none.
 */
export async function mayReadLog(
  management: Pick<Management, 'assignments' | 'roleDefinition'>,
  registry: RegistryRecord,
  person: string,
  signal: AbortSignal,
): Promise<boolean> {
  const held = await management.assignments(registry, person, signal);
  if (!held.ok) return false;
  // No condition is about reading; one that is there was meant to limit what we do not know.
  const ids = held.value.filter(({ condition }) => condition === null).map((it) => it.roleDefinitionId);
  const read = await Promise.all([...new Set(ids)].map((id) => management.roleDefinition(id, signal)));
  return permitsLog(read.flatMap((found) => (found.ok ? [found.value] : [])));
}
