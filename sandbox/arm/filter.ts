import type { Caller } from '../entra/caller.js';
import type { World } from '../world/world.js';
import { covers } from './rights.js';

/** What the lists of assignments are filtered by; each part may be missing. */
export interface Filter {
  /** Only what lies at the scope or above it. */
  readonly atScope: boolean;
  /** The principals asked for; null for everybody. */
  readonly principals: readonly string[] | null;
}

const term = /^(?:(atScope|asTarget)\(\)|assignedTo\('([^']*)'\)|principalId eq '?([0-9a-f-]{36})'?)$/i;

/**
 * `$filter` of role assignments and of PIM instances (arm-api.md §2): `atScope()`, `assignedTo('{id}')` with the groups
 * of the principal, `principalId eq {id}` without them, `asTarget()` for the caller; joined by `and`. Not verified:
 * that PIM takes the combinations.
 *
 * @returns null for anything else, which Azure refuses
 */
export function parseFilter(text: string | null, caller: Caller, world: World): Filter | null {
  let filter: Filter = { atScope: false, principals: null };
  if (text === null || text.trim() === '') return filter;
  for (const part of text.split(/\s+and\s+/i)) {
    const match = term.exec(part.trim());
    if (match === null) return null;
    const [, word, assignee, principal] = match;
    if (assignee !== undefined) filter = { ...filter, principals: withGroups(assignee.toLowerCase(), world) };
    else if (principal !== undefined) filter = { ...filter, principals: [principal.toLowerCase()] };
    else if (word?.toLowerCase() === 'astarget') filter = { ...filter, principals: caller.principals };
    else filter = { ...filter, atScope: true };
  }
  return filter;
}

/** Whether an item of a list at `scope` is asked for. Without `atScope()` what lies below counts as well. */
export function selects(
  { atScope, principals }: Filter,
  scope: string,
  item: { readonly scope: string; readonly principalId: string },
): boolean {
  if (principals !== null && !principals.includes(item.principalId)) return false;
  return covers(item.scope, scope) || (!atScope && covers(scope, item.scope));
}

function withGroups(id: string, world: World): readonly string[] {
  const user = [...world.users.values()].find((candidate) => candidate.id === id);
  return [id, ...(user?.groups.map((group) => group.id) ?? [])];
}
