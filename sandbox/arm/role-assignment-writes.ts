import { z } from 'zod';
import { json, parsedJson, requestIds } from '../entra/reply.js';
import type { SandboxResponse } from '../service.js';
import { note } from '../world/ledger.js';
import type { Assignment } from '../world/world.js';
import { create, remove, standing, update } from './assignments.js';
import type { Call, Operation } from './call.js';
import { type Given, giving, mayGive } from './giving.js';
import { ok } from './on-registry.js';
import { principalOf } from './principals.js';
import {
  authorizationFailed,
  conditionNotFulfilled,
  groupNotFound,
  refuse,
  resourceNotFound,
  scopeLocked,
} from './refusals.js';
import { subscriptionOf } from './rights.js';
import { assignmentAt, assignmentBody } from './role-assignments.js';
import { rolesOf } from './roles.js';
import { lockOver, scopeNamed } from './scopes.js';

const type = 'microsoft.authorization/roleassignments';
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const optional = z.string().nullable().default(null);

const shape = z.object({
  properties: z.object({
    roleDefinitionId: z.string(),
    principalId: z.string().toLowerCase().regex(guid),
    principalType: z.enum(['User', 'Group', 'ServicePrincipal']).nullable().default(null),
    condition: optional,
    conditionVersion: z.literal('2.0').nullable().default(null),
    description: optional,
  }),
});

/** Role Assignments – Create (2022-04-01). Not verified: the codes of malformed requests, and in which order is checked. */
function put(call: Call): SandboxResponse {
  const { caller, scope, world, request } = call;
  const [name = ''] = call.names.map((it) => it.toLowerCase());
  const body = shape.safeParse(parsedJson(request.body));
  if (!body.success) return refuse(400, 'InvalidRequestContent', 'The request content was invalid.');
  if (!guid.test(name)) {
    const message = `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`;
    return refuse(400, 'InvalidRoleAssignmentId', message);
  }
  const { roleDefinitionId, ...asked } = body.data.properties;
  const wanted = roleDefinitionId.split('/').at(-1)?.toLowerCase() ?? '';
  const role = rolesOf(world).find((it) => it.guid === wanted);
  const denied = refusedTo(call, 'write', role ? { ...asked, role: role.name } : null);
  if (denied !== null) return denied;
  if (role === undefined) {
    const message = `The specified role definition with ID '${wanted.replaceAll('-', '')}' does not exist.`;
    return refuse(404, 'RoleDefinitionDoesNotExist', message);
  }
  const at = scopeNamed(scope, world);
  if (at === null) return scopeNotFound(scope);
  const locked = lockOver(at, 'write', world);
  if (locked !== null) return scopeLocked(pathOf(call), 'write', locked);
  const principal = principalIn(call, asked);
  if ('status' in principal) return principal;

  const made = { ...asked, ...principal, role: role.name, scope: at };
  const same = standing(world).find(({ id }) => id === name);
  if (same !== undefined) return again(same, made, call);
  const twin = standing(world).find((it) => isSame(it, made) && it.condition === made.condition);
  if (twin !== undefined) {
    const message = `The role assignment already exists. The ID of the existing role assignment is ${twin.id.replaceAll('-', '')}.`;
    return refuse(409, 'RoleAssignmentExists', message);
  }
  const { principalId, principalType, condition, description } = made;
  const given = { principalId, principalType, role: role.name, scope: at, condition, description };
  const created = create({ ...given, id: name, createdBy: caller.objectId, ends: null }, world);
  note(world, caller, giving.write, pathOf(call));
  return json(201, assignmentBody(created, world), requestIds());
}

function scopeNotFound(scope: string): SandboxResponse {
  const [, , , , group = '', , ...resource] = scope.split('/');
  return resource.length === 0 ? groupNotFound(group) : resourceNotFound(resource.join('/'), group);
}

type Asked = Pick<Assignment, 'principalId' | 'role' | 'scope' | 'condition' | 'description'>;

/**
 * Same name: the same again is 200, and condition and description may change; nothing else may. Not verified: that one
 * of the same principal, role and scope under another name is no conflict once the condition is another.
 */
function again(same: Assignment, made: Asked, { caller, world, ...call }: Call): SandboxResponse {
  if (!isSame(same, made)) {
    const message = 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.';
    return refuse(400, 'RoleAssignmentUpdateNotPermitted', message);
  }
  const { condition, description } = made;
  if (same.condition === condition && same.description === description)
    return ok(assignmentBody(same, world));
  const after = update(same, { condition, description }, world);
  note(world, caller, giving.write, pathOf(call));
  return ok(assignmentBody(after, world));
}

function isSame(one: Asked, other: Asked): boolean {
  return (
    one.principalId === other.principalId &&
    one.role === other.role &&
    one.scope.toLowerCase() === other.scope.toLowerCase()
  );
}

/**
 * Of which kind the principal is. With `principalType` nobody is looked for who may not be everywhere yet
 * (RBAC:troubleshooting.md). Not verified: that this goes for ids that nobody has, and the words for a wrong type.
 */
function principalIn(
  { scope, world }: Call,
  asked: { readonly principalId: string; readonly principalType: Assignment['principalType'] | null },
): Pick<Assignment, 'principalType'> | SandboxResponse {
  const { principalId, principalType } = asked;
  const tenant = subscriptionOf(scope, world)?.tenant.id ?? '';
  const found = principalOf(principalId, tenant, world);
  if (principalType !== null && found !== null && found.type !== principalType) {
    const message = `The PrincipalId '${principalId.replaceAll('-', '')}' has type '${found.type}' , which is different from specified PrinciaplType '${principalType}'.`;
    return refuse(400, 'UnmatchedPrincipalType', message);
  }
  if (principalType !== null) return { principalType };
  if (found?.replicated) return { principalType: found.type };
  return refuse(
    400,
    'PrincipalNotFound',
    `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${tenant}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group. See https://aka.ms/docs-principaltype`,
  );
}

/** Role Assignments – Delete: 200 with what is gone, 204 where nothing was. */
function drop(call: Call): SandboxResponse {
  const { caller, scope, world } = call;
  const found = assignmentAt(scope, call.names[0] ?? '', world);
  // Not verified: that whoever may remove some learns that there is nothing, whatever their condition says.
  const denied = refusedTo(call, 'delete', found ?? null);
  if (denied !== null) return denied;
  if (found === undefined) return { status: 204, headers: requestIds() };
  const locked = lockOver(found.scope, 'delete', world);
  if (locked !== null) return scopeLocked(pathOf(call), 'delete', locked);
  remove(found, world);
  note(world, caller, giving.delete, pathOf(call));
  return ok(assignmentBody(found, world));
}

function refusedTo(call: Call, verb: keyof typeof giving, given: Given | null): SandboxResponse | null {
  const { caller, scope, world } = call;
  switch (mayGive(caller, verb, given, scope, world)) {
    case 'yes':
      return null;
    case 'no':
      return authorizationFailed(caller, giving[verb], pathOf(call));
    case 'condition':
      return conditionNotFulfilled(caller, giving[verb], pathOf(call));
  }
}

function pathOf({ scope, names: [name = ''] }: Pick<Call, 'scope' | 'names'>): string {
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name.toLowerCase()}`;
}

/** The writing of role assignments. */
export const roleAssignmentWrites: readonly Operation[] = [
  { method: 'PUT', type, single: true, run: put },
  { method: 'DELETE', type, single: true, run: drop },
];
