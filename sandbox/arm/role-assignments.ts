import { guidOf } from '../world/ids.js';
import type { Assignment, World } from '../world/world.js';
import { standing } from './assignments.js';
import type { Operation } from './call.js';
import { parseFilter, selects } from './filter.js';
import { ok } from './on-registry.js';
import { page } from './paging.js';
import { assignmentNotFound, authorizationFailed, refuse } from './refusals.js';
import { may, subscriptionOf } from './rights.js';
import { roleNamed } from './roles.js';

const action = 'Microsoft.Authorization/roleAssignments/read';

/** Id of a role as assignments below a subscription carry it. */
export function roleDefinitionId(role: string, scope: string, world: World): string {
  const subscription = subscriptionOf(scope, world);
  const prefix = subscription === null ? '' : `/subscriptions/${subscription.id}`;
  return `${prefix}/providers/Microsoft.Authorization/roleDefinitions/${roleNamed(role, world).guid}`;
}

/** Nulls where nothing is set, as the service writes them. */
export function assignmentBody(assignment: Assignment, world: World) {
  const { id, scope, role, condition, created, createdBy, ...held } = assignment;
  return {
    id: `${scope}/providers/Microsoft.Authorization/roleAssignments/${id}`,
    name: id,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: roleDefinitionId(role, scope, world),
      principalId: held.principalId,
      principalType: held.principalType,
      scope,
      condition,
      conditionVersion: condition === null ? null : '2.0',
      createdOn: created.toISOString(),
      updatedOn: created.toISOString(),
      createdBy,
      updatedBy: createdBy,
      delegatedManagedIdentityResourceId: null,
      description: held.description,
    },
  };
}

/** What `botReads` of a subscription stands for: what the bot may do is what it sees in the list. */
function readerOfBot({ subscriptions, bot }: World): readonly Assignment[] {
  return [...subscriptions.values()]
    .filter(({ botReads }) => botReads)
    .map(({ name, id }) => ({
      ...{ name: `bot reads ${name}`, id: guidOf('assignment', `bot reads ${name}`) },
      ...{ principalId: bot.objectId, principalType: 'ServicePrincipal', role: 'Reader' },
      ...{ scope: `/subscriptions/${id}`, condition: null, description: null },
      ...{ created: new Date(0), createdBy: null, ends: null },
    }));
}

/** The assignment of a name at exactly this scope. */
export function assignmentAt(scope: string, name: string, world: World): Assignment | undefined {
  return standing(world).find(
    (it) => it.id === name.toLowerCase() && it.scope.toLowerCase() === scope.toLowerCase(),
  );
}

/** Role assignments at a scope, above and below it, and one by its name. */
export const roleAssignmentOperations: readonly Operation[] = [
  {
    method: 'GET',
    type: 'microsoft.authorization/roleassignments',
    single: true,
    run: ({ caller, scope, world, names: [name = ''] }) => {
      if (!may(caller, action, scope, world)) return authorizationFailed(caller, action, scope);
      const found = assignmentAt(scope, name, world);
      return found === undefined ? assignmentNotFound(name) : ok(assignmentBody(found, world));
    },
  },
  {
    method: 'GET',
    type: 'microsoft.authorization/roleassignments',
    single: false,
    run: (call) => {
      const { caller, scope, world } = call;
      if (!may(caller, action, scope, world)) return authorizationFailed(caller, action, scope);
      const filter = parseFilter(call.query.get('$filter'), caller, world);
      if (filter === null) return refuse(400, 'BadRequestFormat', 'The filter is not supported.');
      const all = [...standing(world), ...readerOfBot(world)];
      const found = all.filter((assignment) => selects(filter, scope, assignment));
      return ok(
        page(
          call,
          found.map((assignment) => assignmentBody(assignment, world)),
        ),
      );
    },
  },
];
