import { roles } from '../../knowledge/roles.js';
import { isNothing, type Offer, principalTypes } from '../policy/offer.js';

const assignments = 'Microsoft.Authorization/roleAssignments';

/**
 * The ABAC condition of the grantor's own role: it may add, and remove, the roles of an offer to identities of their kind
 * and nothing else, so that Azure refuses everything else even where the bot is taken over (security T35). In the form of
 * "Examples to delegate Azure role assignment management with conditions"; `delegation-condition.ts` is what reads it.
 *
 * @returns null where nothing is offered: no assignment is needed then
 */
export function grantorCondition(offer: Offer): string | null {
  if (isNothing(offer)) return null;
  // Of a write Azure knows what is asked for, of a removal what is there.
  return [clause('write', 'Request', offer), clause('delete', 'Resource', offer)].join('\nAND\n');
}

function clause(verb: 'write' | 'delete', source: 'Request' | 'Resource', offer: Offer): string {
  const given = kinds(offer).map(({ guids, types }) =>
    [
      ' (',
      `  @${source}[${assignments}:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${guids.join(', ')}}`,
      '  AND',
      `  @${source}[${assignments}:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {${types.map((type) => `'${type}'`).join(', ')}}`,
      ' )',
    ].join('\n'),
  );
  return [
    '(',
    ` (!(ActionMatches{'${assignments}/${verb}'}))`,
    ...given.flatMap((it) => [' OR', it]),
    ')',
  ].join('\n');
}

/** Kinds of identities that may be given the same roles stand together. */
function kinds(offer: Offer) {
  const some = principalTypes.filter((type) => offer[type].length > 0);
  const same = some.every((type) => offer[type].join() === offer[some[0] ?? type].join());
  const together = same ? [some] : some.map((type) => [type]);
  return together.map((types) => ({
    types,
    guids: types.slice(0, 1).flatMap((type) => offer[type].map((role) => roles[role].guid)),
  }));
}
