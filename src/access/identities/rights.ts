import type { OwnAssignment } from '../../azure/granter.js';
import { matchesAction } from '../../checks/action-pattern.js';
import { type Flaw, flawOf } from './flaw.js';

export const giveRole = 'Microsoft.Authorization/roleAssignments/write';
export const takeRole = 'Microsoft.Authorization/roleAssignments/delete';
const listCredentials = 'Microsoft.ContainerRegistry/registries/listCredentials/action';
/** Stands for whatever no identity of the bot needs. */
const anything = 'Microsoft.Compute/virtualMachines/write';
const changesAccess = [
  'Microsoft.Authorization/roleDefinitions/write',
  'Microsoft.Authorization/elevateAccess/action',
];

/** What an identity may have: patterns, in which `*` stands for any text. */
export interface Allowed {
  readonly actions: readonly string[];
  readonly dataActions: readonly string[];
}

export function permits({ role: { actions, notActions } }: OwnAssignment, action: string): boolean {
  const listed = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => matchesAction(pattern, action));
  return listed(actions) && !listed(notActions);
}

/**
 * What a role that an identity holds lets it do beyond what it may; the worst of it alone. Pure.
 *
 * What the role takes away again (`notActions`) does not excuse a right that is too wide: it names what somebody thought
 * of, not what may be.
 */
export function beyond(held: OwnAssignment, allowed: Allowed): readonly Flaw[] {
  const { actions, dataActions } = held.role;
  const wrong = [...outside(actions, allowed.actions), ...outside(dataActions, allowed.dataActions)];
  if (wrong.length === 0) return [];
  if (permits(held, anything)) return [flawOf('everything', held)];
  const managing = [...changesAccess, giveRole, takeRole].filter((it) => !allowed.actions.includes(it));
  if (managing.some((action) => permits(held, action))) return [flawOf('manages-access', held)];
  if (permits(held, listCredentials)) return [flawOf('reads-passwords', held)];
  return [flawOf('beyond', held, some(wrong))];
}

/** A pattern lies within another one where that matches its letters: each `*` of it meets a `*`. */
function outside(patterns: readonly string[], allowed: readonly string[]): readonly string[] {
  return patterns.filter((pattern) => !allowed.some((wide) => matchesAction(wide, pattern)));
}

const mostNamed = 3;

/** Some names, for a sentence. */
export function some(names: readonly string[]): string {
  const unlike = [...new Set(names)];
  return unlike.length > mostNamed ? `${unlike.slice(0, mostNamed).join(', ')}, …` : unlike.join(', ');
}

/** Permissions in Microsoft Graph beyond those that are named. */
export function beyondInGraph(permissions: readonly string[], allowed: readonly string[]): readonly Flaw[] {
  const wrong = permissions.filter((it) => !allowed.includes(it));
  return wrong.length === 0 ? [] : [{ code: 'graph', role: null, scope: null, what: some(wrong) }];
}
