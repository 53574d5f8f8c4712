import type { OwnAssignment } from '../../azure/granter.js';
import { isAtOrAbove } from '../../azure/management/ids.js';
import { roles } from '../../knowledge/roles.js';
import { type Offer, principalTypes } from '../policy/offer.js';
import { type RequestableRole, requestableRoles } from '../policy/roles.js';
import { letsPass } from './delegation-condition.js';
import { type Flaw, flawOf } from './flaw.js';
import type { Held } from './held.js';
import { beyond, beyondInGraph, giveRole, permits, some, takeRole } from './rights.js';

/** Role Based Access Control Administrator, as it is built in. */
const allowed = { actions: ['*/read', 'Microsoft.Support/*', giveRole, takeRole], dataActions: [] };
/** Stands for every role that the bot does not know. */
const unknownRole = '00000000-0000-4000-8000-000000000000';
/** Kinds of principals that hide who gains access. */
const hiding = ['Group', 'ForeignGroup'];

/**
 * The identity that gives roles must be able to give the few that can be asked for, and nothing else: Azure itself then
 * refuses whatever else somebody would have it write. Pure.
 */
export function judgeGrantor({ scopes, permissions }: Held): readonly Flaw[] {
  return [
    ...scopes.flatMap(({ id, offer, roles }) => judgeAt(id, offer, roles)),
    ...beyondInGraph(permissions, []),
  ];
}

function judgeAt(id: string, offer: Offer, held: readonly OwnAssignment[]): readonly Flaw[] {
  const found = held.flatMap((each) => {
    const wide = beyond(each, allowed);
    // Who may do anything is limited by no condition either; that need not be said as well.
    return wide.some(({ code }) => code !== 'beyond') ? wide : [...wide, ...unlimited(each)];
  });
  if (found.length > 0) return found;
  const here = held.filter(({ scope }) => isAtOrAbove(scope, id));
  return [...here.flatMap((each) => beyondPolicy(each, offer)), ...missing(id, here, offer)];
}

/** What a right to assign is not limited by. What is not understood does not count as a limit. */
function unlimited(held: OwnAssignment): readonly Flaw[] {
  const gives = permits(held, giveRole);
  const takes = permits(held, takeRole);
  if (held.condition === null) return gives || takes ? [flawOf('unconditioned', held)] : [];
  return [
    ...(gives && !isNarrow(held, giveRole) ? [flawOf('condition-too-wide', held)] : []),
    ...(takes && !isNarrow(held, takeRole) ? [flawOf('removes-any', held)] : []),
  ];
}

function isNarrow(held: OwnAssignment, action: string): boolean {
  const own: readonly string[] = requestableRoles.map((role) => roles[role].guid);
  const all: readonly string[] = [...Object.values(roles).map(({ guid }) => guid), unknownRole];
  const others = all.filter((guid) => !own.includes(guid));
  return (
    others.every((guid) => principalTypes.every((type) => passes(held, action, guid, type) === false)) &&
    all.every((guid) => hiding.every((type) => passes(held, action, guid, type) === false))
  );
}

function beyondPolicy(held: OwnAssignment, offer: Offer): readonly Flaw[] {
  const more = requestableRoles.filter((role) =>
    principalTypes.some((type) => !offer[type].includes(role) && grants(held, role, type)),
  );
  return more.length === 0 ? [] : [flawOf('beyond-policy', held, some(more))];
}

function missing(id: string, held: readonly OwnAssignment[], offer: Offer): readonly Flaw[] {
  const lacking = requestableRoles.filter((role) =>
    principalTypes.some(
      (type) => offer[type].includes(role) && !held.some((each) => grants(each, role, type)),
    ),
  );
  return lacking.length === 0 ? [] : [{ code: 'cannot-grant', role: null, scope: id, what: some(lacking) }];
}

function grants(held: OwnAssignment, role: RequestableRole, principalType: string): boolean {
  return permits(held, giveRole) && passes(held, giveRole, roles[role].guid, principalType) === true;
}

function passes({ condition }: OwnAssignment, action: string, roleGuid: string, principalType: string) {
  return condition === null ? true : letsPass(condition, { action, roleGuid, principalType });
}
