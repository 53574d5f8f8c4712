import { z } from 'zod';
import { guid, name, timeOrSpan as time } from './scalars.js';

/** Roles of a world file: who has which where, and those that are not built in. */

export const assignment = z.strictObject({
  principal: name.describe('User, group, service principal or managed identity.'),
  role: z.string().describe('Name of a built-in role, as in the portal, or one of roleDefinitions.'),
  scope: z
    .string()
    .regex(
      /^(?:registry|subscription|group|vault|workspace):[\w.-]+$/,
      'registry:NAME, group:NAME, subscription:NAME, vault:NAME or workspace:NAME',
    ),
  condition: z.string().optional().describe('ABAC condition, as Azure stores it.'),
  description: z.string().max(1024).optional(),
  created: time.default('-90d'),
});

export const eligibility = assignment.pick({ principal: true, role: true, scope: true });

export const roleName = z
  .string()
  .regex(/^[A-Za-z0-9][\w .()-]{0,127}$/, 'the name of a role: letters, digits, blanks, . _ ( ) -');

const actions = z
  .array(
    z.string().regex(/^[A-Za-z*][\w./*]*$/, 'an action: Microsoft.ContainerRegistry/registries/pull/read'),
  )
  .default([]);

export const roleDefinition = z
  .strictObject({
    id: guid.optional(),
    actions,
    notActions: actions,
    dataActions: actions,
    notDataActions: actions,
  })
  .describe('A custom role. It can be assigned in every subscription of the world.');
