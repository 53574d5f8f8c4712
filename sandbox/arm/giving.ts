import { parseCondition } from '../conditions/parse.js';
import type { Caller } from '../entra/caller.js';
import type { Assignment, World } from '../world/world.js';
import { inForce } from './assignments.js';
import { covers, names, permits } from './rights.js';
import { roleNamed } from './roles.js';

/** The right to create or remove role assignments, which a condition may limit to some ("Delegate Azure access"). */

const prefix = 'microsoft.authorization/roleassignments';
const attributes = ['roledefinitionid', 'principalid', 'principaltype'].map((name) => `${prefix}:${name}`);

/** What a role assignment gives, as conditions look at it. */
export type Given = Pick<Assignment, 'principalId' | 'role'> & { readonly principalType: string | null };

export const giving = {
  write: 'Microsoft.Authorization/roleAssignments/write',
  delete: 'Microsoft.Authorization/roleAssignments/delete',
} as const;

/**
 * Whether the caller may create or remove this assignment; `condition`: others perhaps, but not this one. A write is
 * judged by what is asked for (`@Request`), a removal by what is there (`@Resource`). A condition that is not understood
 * lets nothing pass.
 *
 * @param given null: whether any at all
 */
export function mayGive(
  caller: Caller,
  verb: keyof typeof giving,
  given: Given | null,
  scope: string,
  world: World,
): 'yes' | 'no' | 'condition' {
  const action = giving[verb];
  if (caller.kind === 'bot' && world.bot.denied.some((denied) => names(denied, action))) return 'no';
  const held = inForce(caller.principals, world).filter(
    ({ role, scope: at }) => covers(at, scope) && permits(roleNamed(role, world), action),
  );
  if (held.length === 0) return 'no';
  return held.some(({ condition }) => given === null || admits(condition, verb, given, world))
    ? 'yes'
    : 'condition';
}

function admits(condition: string | null, verb: keyof typeof giving, given: Given, world: World): boolean {
  if (condition === null) return true;
  const source = verb === 'write' ? 'request' : 'resource';
  const { role, principalId, principalType } = given;
  const values = [roleNamed(role, world).guid, principalId, principalType];
  const rule = parseCondition(condition, attributes);
  const facts = attributes.map((name, i) => [`${source} ${name}`, values[i] ?? null]);
  return rule?.({ action: giving[verb], attributes: Object.fromEntries(facts) }) ?? false;
}
