import { z } from 'zod';
import { ip, name, timeOrSpan as time } from './scalars.js';

/** Log Analytics of a world file: where the logs of registries go, and what is in them (logs.md). */

export const workspace = z
  .strictObject({
    subscription: name,
    resourceGroup: z.string().default('rg-logs'),
    resourceContext: z
      .boolean()
      .default(true)
      .describe('Whether who may read the log of a resource sees it here without a right to the workspace.'),
    tables: z
      .enum(['at-first-event', 'always'])
      .default('at-first-event')
      .describe('Since when the workspace knows a table. Not verified which: a client has to bear both.'),
    ingestion: z
      .number()
      .int()
      .min(0)
      .max(86_400)
      .default(300)
      .describe('Seconds until an event can be found.'),
  })
  .describe('A Log Analytics workspace.');

export const diagnosticSetting = z
  .strictObject({
    workspace: name.nullable().describe('null: to a storage account or an event hub.'),
    categories: z
      .array(
        z.enum(['ContainerRegistryLoginEvents', 'ContainerRegistryRepositoryEvents', 'allLogs', 'audit']),
      )
      .default(['ContainerRegistryLoginEvents'])
      .describe('Categories, or groups of them.'),
    created: time.default('-400d').describe('What happened before is not collected.'),
  })
  .describe('Routes logs of the registry.');

export const loginEvent = z
  .strictObject({
    logged: time.describe('When it happened.'),
    identity: z.string().default('').describe('User, app or managed identity that tried.'),
    ip: ip.describe('Client as the registry saw it.'),
    userAgent: z.string().default('docker/26.1.4'),
    result: z.string().default('401').describe('HTTP status as text.'),
  })
  .describe('A sign-in as the registry logged it.');
