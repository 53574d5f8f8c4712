import { z } from 'zod';
import type { AssignmentContent, AssignmentPlace, HeldAssignment } from './granter.js';
import { roleGuid } from './management/ids.js';
import type { RoleDefinitionRecord } from './ports.js';

/** Role assignments as they go over the wire (Role Assignments – Create, 2022-04-01, the first with conditions). */

const version = 'api-version=2022-04-01';
const provider = 'providers/Microsoft.Authorization';

export function pathOf({ scope, name }: AssignmentPlace): string {
  return `${scope}/${provider}/roleAssignments/${name}?${version}`;
}

export function listPath(scope: string, filter: string): string {
  return `${scope}/${provider}/roleAssignments?${version}&$filter=${encodeURIComponent(filter)}`;
}

/**
 * A role by the scope at which it is used: its own id begins with a subscription, of which the grantor need see nothing.
 *
 * @returns null for an id that is none of a role definition
 */
export function definitionPath(scope: string, id: string): string | null {
  const guid = roleGuid(id);
  return guid === null ? null : `${scope}/${provider}/roleDefinitions/${guid}?${version}`;
}

/** `principalType` is always sent, so that Azure does not look for an identity that is not everywhere yet. */
export function bodyOf({ scope }: AssignmentPlace, content: AssignmentContent): object {
  const { roleGuid: role, principalId, principalType, condition, description } = content;
  const [, subscription = ''] = /^(\/subscriptions\/[^/]+)/.exec(scope) ?? [];
  return {
    properties: {
      roleDefinitionId: `${subscription}/${provider}/roleDefinitions/${role}`,
      principalId,
      principalType,
      description,
      ...(condition !== null && { condition, conditionVersion: '2.0' }),
    },
  };
}

export const assignmentShape = z.object({
  name: z.string(),
  properties: z.object({
    scope: z.string(),
    roleDefinitionId: z.string(),
    principalId: z.string(),
    condition: z.string().nullish(),
    description: z.string().nullish(),
  }),
});
export type WireAssignment = z.infer<typeof assignmentShape>;

export function heldOf({ name, properties }: WireAssignment): HeldAssignment {
  const { scope, roleDefinitionId, principalId, condition, description } = properties;
  return {
    scope,
    name: name.toLowerCase(),
    roleGuid: roleGuid(roleDefinitionId),
    principalId: principalId.toLowerCase(),
    condition: condition ?? null,
    description: description ?? null,
  };
}

const texts = z.array(z.string()).nullish();
export const definitionShape = z.object({
  properties: z.object({
    roleName: z.string().nullish(),
    permissions: z
      .array(z.object({ actions: texts, notActions: texts, dataActions: texts, notDataActions: texts }))
      .nullish(),
  }),
});

export function definitionOf({ properties }: z.infer<typeof definitionShape>): RoleDefinitionRecord {
  const permissions = properties.permissions ?? [];
  return {
    name: properties.roleName ?? '',
    actions: permissions.flatMap(({ actions }) => actions ?? []),
    notActions: permissions.flatMap(({ notActions }) => notActions ?? []),
    dataActions: permissions.flatMap(({ dataActions }) => dataActions ?? []),
    notDataActions: permissions.flatMap(({ notDataActions }) => notDataActions ?? []),
  };
}
