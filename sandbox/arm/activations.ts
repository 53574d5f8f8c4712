import { z } from 'zod';
import { json, parsedJson, requestIds } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';
import { guidOf } from '../world/ids.js';
import { note } from '../world/ledger.js';
import type { Assignment } from '../world/world.js';
import { create, standing } from './assignments.js';
import type { Call, Operation } from './call.js';
import { refuse } from './refusals.js';
import { roleDefinitionId } from './role-assignments.js';
import { rolesOf } from './roles.js';

const duration = /^PT(?=\d)(?:(\d{1,2})H)?(?:(\d{1,3})M)?$/;

const shape = z.object({
  properties: z.object({
    principalId: z.string().toLowerCase(),
    roleDefinitionId: z.string(),
    requestType: z.string(),
    justification: z.string().nullish(),
    scheduleInfo: z
      .object({
        expiration: z.object({
          type: z.literal('AfterDuration'),
          duration: z.string().regex(duration),
        }),
      })
      .prefault({ expiration: { type: 'AfterDuration', duration: 'PT8H' } }),
  }),
});

/**
 * Role Assignment Schedule Requests – Create (2020-10-01), of the requests SelfActivate alone: somebody makes active what
 * they are eligible for at this scope, for a while. Not simulated: approval, policies, the other requests. Not verified:
 * all refusals, and that an activation takes as long to count as an assignment does.
 */
function activate(call: Call): SandboxResponse {
  const { caller, scope, world, request } = call;
  const [name = ''] = call.names.map((it) => it.toLowerCase());
  const body = shape.safeParse(parsedJson(request.body));
  if (!body.success) return refuse(400, 'InvalidRequestContent', 'The request content was invalid.');
  const { principalId, justification = null, scheduleInfo, requestType, ...asked } = body.data.properties;
  if (requestType !== 'SelfActivate') {
    return refuse(400, 'BadRequest', `The sandbox does not simulate requests of type ${requestType}.`);
  }
  const wanted = asked.roleDefinitionId.split('/').at(-1)?.toLowerCase();
  const role = rolesOf(world).find(({ guid }) => guid === wanted)?.name;
  const eligible = world.eligibilities.find(
    (held) =>
      caller.principals.includes(held.principalId) &&
      held.role === role &&
      held.scope.toLowerCase() === scope.toLowerCase(),
  );
  if (eligible === undefined || principalId !== caller.objectId) {
    return refuse(403, 'InsufficientPermissions', 'The principal is not eligible for this role here.');
  }
  const active = standing(world).some(
    (it) => it.principalId === principalId && it.role === eligible.role && it.scope === eligible.scope,
  );
  if (active) return refuse(400, 'RoleAssignmentExists', 'The Role assignment already exists.');
  const ends = new Date(world.now().getTime() + spanOf(scheduleInfo.expiration.duration));
  const made = create(
    {
      ...{ id: guidOf('activation', name), principalId, principalType: 'User' },
      ...{ role: eligible.role, scope: eligible.scope, condition: null, description: null },
      ...{ createdBy: caller.objectId, ends },
    },
    world,
  );
  const id = `${made.scope}/providers/Microsoft.Authorization/roleAssignmentScheduleRequests/${name}`;
  note(world, caller, 'Microsoft.Authorization/roleAssignmentScheduleRequests/write', id);
  return json(201, requestBody(name, id, made, justification, call), requestIds());
}

function requestBody(name: string, id: string, made: Assignment, justification: string | null, call: Call) {
  const { scope, role, principalId, principalType, created, ends } = made;
  return {
    id,
    name,
    type: 'Microsoft.Authorization/roleAssignmentScheduleRequests',
    properties: {
      scope,
      roleDefinitionId: roleDefinitionId(role, scope, call.world),
      principalId,
      principalType,
      requestType: 'SelfActivate',
      status: 'Provisioned',
      approvalId: null,
      scheduleInfo: {
        startDateTime: created.toISOString(),
        expiration: { type: 'AfterDateTime', endDateTime: ends?.toISOString() ?? null, duration: null },
      },
      ticketInfo: null,
      justification,
      requestorId: call.caller.objectId,
      createdOn: created.toISOString(),
      condition: null,
      conditionVersion: null,
    },
  };
}

function spanOf(text: string): number {
  const [, hours = '0', minutes = '0'] = duration.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

export const activationOperations: readonly Operation[] = [
  {
    method: 'PUT',
    type: 'microsoft.authorization/roleassignmentschedulerequests',
    single: true,
    run: activate,
  },
];
