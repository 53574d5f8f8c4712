import type { Caller } from '../entra/caller.js';
import type { Subscription, World } from '../world/world.js';
import { inForce } from './assignments.js';
import { builtInRole, type Permissions } from './built-in-roles.js';
import { roleNamed } from './roles.js';

/** Whether an action is one of those that a pattern such as `Microsoft.Authorization/*` names, without regard to case. */
export function names(pattern: string, action: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const [first = '', ...rest] = parts;
  const text = action.toLowerCase();
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const [i, part] of rest.entries()) {
    const found = i === rest.length - 1 ? text.length - part.length : text.indexOf(part, at);
    if (found < at || !text.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return at === text.length;
}

/** Whether a scope is the other one or above it. Ids compare without case. */
export function covers(scope: string, below: string): boolean {
  const [above, id] = [scope.toLowerCase(), below.toLowerCase()];
  return id === above || id.startsWith(`${above}/`);
}

/**
 * Whether the caller may do something at a scope. The bot has Reader where the world says that it reads a subscription,
 * less what the world denies it. Conditions are not looked at: they limit data and the giving of roles, not reading.
 */
export function may(caller: Caller, action: string, scope: string, world: World): boolean {
  if (caller.kind === 'bot') {
    if (world.bot.denied.some((denied) => names(denied, action))) return false;
    if (botReads(scope, world) && permits(builtInRole('Reader'), action)) return true;
  }
  return inForce(caller.principals, world)
    .filter((assignment) => covers(assignment.scope, scope))
    .some(({ role }) => permits(roleNamed(role, world), action));
}

/**
 * Whether the caller may do something to data: by data actions, which Owner and Reader do not have. An assignment with a
 * condition gives nothing: those for the data of vaults are not simulated.
 */
export function mayTouch(caller: Caller, dataAction: string, scope: string, world: World): boolean {
  return inForce(caller.principals, world)
    .filter((assignment) => covers(assignment.scope, scope) && assignment.condition === null)
    .map(({ role }) => roleNamed(role, world))
    .some(({ dataActions, notDataActions }) =>
      permits({ actions: dataActions, notActions: notDataActions }, dataAction),
    );
}

/** What the caller holds at a scope, one entry a role: the answer to "what may I do". */
export function permissionsOf(caller: Caller, scope: string, world: World): readonly Permissions[] {
  const own = inForce(caller.principals, world).filter((held) => covers(held.scope, scope));
  const roles = own.map(({ role }) => roleNamed(role, world));
  return caller.kind === 'bot' && botReads(scope, world) ? [builtInRole('Reader'), ...roles] : roles;
}

/** Whether anything below a subscription is the caller's business: it is listed for them then. */
export function seesSubscription(caller: Caller, subscription: Subscription, world: World): boolean {
  if (caller.kind === 'bot' && subscription.botReads) return true;
  const id = `/subscriptions/${subscription.id}`;
  return inForce(caller.principals, world).some(({ scope }) => covers(id, scope));
}

export function subscriptionOf(scope: string, world: World): Subscription | null {
  const id = /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1]?.toLowerCase();
  return [...world.subscriptions.values()].find((subscription) => subscription.id === id) ?? null;
}

function botReads(scope: string, world: World): boolean {
  return subscriptionOf(scope, world)?.botReads ?? false;
}

/** Whether a role names an action and takes it away by none of its exceptions. */
export function permits(
  { actions, notActions }: Pick<Permissions, 'actions' | 'notActions'>,
  action: string,
): boolean {
  const listed = (patterns: readonly string[]) => patterns.some((pattern) => names(pattern, action));
  return listed(actions) && !listed(notActions);
}
