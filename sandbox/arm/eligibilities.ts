import { createHash } from 'node:crypto';
import type { World } from '../world/world.js';
import type { Operation } from './call.js';
import { parseFilter, selects } from './filter.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { authorizationFailed, refuse } from './refusals.js';
import { may } from './rights.js';
import { roleDefinitionId } from './role-assignments.js';

// Not verified: the action's name was not read on its own; Reader's `*/read` covers it (roles.md §6).
const action = 'Microsoft.Authorization/roleEligibilityScheduleInstances/read';

/** The world gives eligibilities no ids; one is made from the name, the same in every run. */
function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

function instanceBody(held: World['eligibilities'][number], world: World) {
  const id = guidOf(held.name);
  const { scope } = held;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleEligibilityScheduleInstances/${id}`,
    name: id,
    type: 'Microsoft.Authorization/roleEligibilityScheduleInstances',
    properties: {
      scope,
      roleDefinitionId: roleDefinitionId(held.role, scope, world),
      principalId: held.principalId,
      principalType: held.principalType,
      roleEligibilityScheduleId: `${scope}/providers/Microsoft.Authorization/roleEligibilitySchedules/${guidOf(`schedule ${held.name}`)}`,
      status: 'Provisioned',
      startDateTime: '2025-09-01T07:00:00.000Z',
      endDateTime: null,
      memberType: held.principalType === 'Group' ? 'Group' : 'Direct',
      condition: null,
      conditionVersion: null,
      createdOn: '2025-09-01T07:00:00.000Z',
    },
  };
}

/** Roles that somebody may activate (Privileged Identity Management); they grant nothing by themselves. */
export const eligibilityOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.authorization/roleeligibilityscheduleinstances',
    single: false,
    run: (call) => {
      const { caller, scope, world } = call;
      const filter = parseFilter(call.query.get('$filter'), caller, world);
      if (filter === null) return refuse(400, 'InvalidFilter', 'The filter is not supported.');
      // Everybody may ask for what they themselves are eligible for.
      const own = filter.principals === caller.principals;
      if (!own && !may(caller, action, scope, world)) return authorizationFailed(caller, action, scope);
      const found = world.eligibilities.filter((held) => selects(filter, scope, held));
      return ok(
        page(
          call,
          found.map((held) => instanceBody(held, world)),
        ),
      );
    },
  },
];
