import { z } from 'zod';
import { type AskId, askIds } from '../../src/knowledge/asks.js';
import { causeIds } from '../../src/knowledge/causes.js';
import { type CheckId, checkIds } from '../../src/knowledge/checks.js';
import { guid, instant, map, name, region, registryName, timeOrSpan as time, vaultName } from './scalars.js';
import { fault } from './schema-fault.js';
import { workspace } from './schema-logs.js';
import { registry } from './schema-registry.js';
import { assignment, eligibility, roleDefinition, roleName } from './schema-roles.js';
import { titleSchema } from './title.js';

/**
 * What a world file may hold. Everything is a map from a short name to a thing, and things refer to each other by
 * these names, so that a file reads at a glance and a change can be written as a merge patch (RFC 7386). The JSON
 * Schema beside the worlds is made from this file (`npm run worlds:schema`).
 */

const authenticationContext = z
  .string()
  .regex(/^c(?:[1-9]|[1-9]\d)$/, 'an authentication context: c1 to c99');

const graphPermissions = z
  .array(
    z.enum([
      'Application.Read.All',
      'Application.ReadWrite.OwnedBy',
      'Application.ReadWrite.All',
      'Directory.Read.All',
      'GroupMember.Read.All',
      'User.Read.All',
    ]),
  )
  .default([])
  .describe('Application permissions in Microsoft Graph, with consent.');

const created = time
  .default('-400d')
  .describe('An identity of the last two minutes is not everywhere in the directory yet.');

const tenant = z.strictObject({ id: guid.optional() });

const user = z.strictObject({
  tenant: name,
  id: guid.optional().describe('Object id.'),
  groups: z.array(name).default([]),
  guest: z.boolean().default(false).describe('userType Guest: may not read the directory.'),
  enabled: z.boolean().default(true).describe('accountEnabled; false: the account is blocked.'),
  linked: z
    .boolean()
    .default(true)
    .describe(
      'Whether the chat account is tied to the Entra identity. Unlinked people see public facts only.',
    ),
  contexts: z
    .array(authenticationContext)
    .default([])
    .describe('Authentication contexts of Conditional Access that the person can satisfy.'),
  session: time
    .nullable()
    .default(null)
    .describe(
      'When they last showed their browser who they are. null: not yet, so that they do at the next sign-in.',
    ),
  role: z
    .enum(['asker', 'approver', 'colleague'])
    .default('asker')
    .describe('In which role `npm start` offers the person.'),
});

const group = z.strictObject({ tenant: name, id: guid.optional() });

const secret = z.strictObject({
  keyId: guid.optional(),
  value: z
    .string()
    .optional()
    .describe('Obviously fake. Only the token endpoint of the sandbox compares it.'),
  expires: time.nullable().default('+365d'),
});

const servicePrincipal = z.strictObject({
  tenant: name,
  clientId: guid.optional().describe('Application (client) id.'),
  objectId: guid.optional().describe('Object id of the service principal.'),
  enabled: z.boolean().default(true).describe('accountEnabled; false: nobody gets a token for it.'),
  registered: z
    .boolean()
    .default(true)
    .describe('False: no application of this id exists in the tenant (deleted, mistyped).'),
  homeTenant: name
    .optional()
    .describe(
      'Tenant of the application where it is another one (appOwnerOrganizationId): its secrets are seen there only.',
    ),
  created,
  owners: z
    .array(name)
    .default([])
    .describe('Owners of the application: users, service principals, managed identities.'),
  graph: graphPermissions,
  secrets: map(secret),
  federated: map(
    z.strictObject({
      issuer: z.string(),
      subject: z.string(),
      audiences: z.array(z.string()).default(['api://AzureADTokenExchange']),
    }),
  ),
});

const managedIdentity = z.strictObject({
  tenant: name,
  clientId: guid.optional(),
  objectId: guid.optional().describe('The principal id.'),
  created,
  graph: graphPermissions,
});

const subscription = z.strictObject({
  tenant: name,
  id: guid.optional(),
  botReads: z.boolean().default(true).describe('Whether the bot has Reader here.'),
  providerRegistered: z
    .boolean()
    .default(true)
    .describe('Whether Microsoft.ContainerRegistry is registered: Registered or NotRegistered.'),
});

const cluster = z.strictObject({
  subscription: name,
  resourceGroup: z.string().default('rg-aks'),
  kubelet: name.nullable().default(null).describe('Managed identity of the nodes.'),
  servicePrincipal: name.nullable().default(null),
});

const vault = z
  .strictObject({
    subscription: name,
    resourceGroup: z.string().default('rg-vault'),
    region: region.default('westeurope'),
  })
  .describe('A key vault with Azure role-based access control: <name>.vault.azure.net.');

const bot = z.strictObject({
  signIn: z.enum(['ok', 'none', 'expired-secret']).default('ok').describe("State of the bot's own identity."),
  directory: z.boolean().default(true).describe('Whether the bot may read applications in Microsoft Graph.'),
  dataReader: z.boolean().default(false).describe("Whether the bot may read the registry's data."),
  denied: z
    .array(z.string())
    .default([])
    .describe('Actions that Resource Manager refuses the bot, * for all.'),
  grantor: name
    .nullable()
    .default(null)
    .describe('Service principal that creates and removes role assignments for the bot.'),
  rotator: name
    .nullable()
    .default(null)
    .describe('Service principal that makes new secrets for the bot, and puts them into a vault.'),
  redirectUris: z
    .array(z.url({ protocol: /^https$/ }))
    .default([])
    .describe('Where people may be sent back to after the sign-in, beside loopback addresses.'),
});

const questionIds = [...askIds, ...checkIds];
const answer = z.string().describe('Option of the question, or "unknown".');

/** Everything but the story: what exists and how it behaves. */
const situation = {
  clock: instant.default('2026-03-02T09:00:00Z'),
  tenants: map(tenant),
  users: map(user),
  groups: map(group),
  servicePrincipals: map(servicePrincipal),
  managedIdentities: map(managedIdentity),
  subscriptions: map(subscription),
  clusters: map(cluster),
  registries: z.record(registryName, registry).default({}),
  vaults: z.record(vaultName, vault).default({}),
  workspaces: map(workspace),
  roleDefinitions: z
    .record(roleName, roleDefinition)
    .default({})
    .describe('Custom roles by their names in the portal.'),
  roleAssignments: map(assignment),
  eligibilities: map(eligibility),
  faults: map(fault),
  propagation: z
    .number()
    .int()
    .min(0)
    .max(3600)
    .default(600)
    .describe('Seconds until a role assignment that is new, or removed, makes a difference.'),
  delay: z.number().min(0).max(60_000).default(0).describe('Milliseconds before every answer.'),
  bot: bot.prefault({}),
};

/** A change is a merge patch: what it names is set, null takes away. `clock` moves forward (+10m). */
const change = z
  .record(z.string(), z.unknown())
  .describe('Merge patch of this file (RFC 7386); `clock: +10m` moves the clock.');

const cause = z.enum(causeIds);

export const worldSchema = z
  .strictObject({
    title: titleSchema,
    cause: cause.describe('The true cause.'),
    decidedBy: z
      .enum(['paste', 'answer', 'check'])
      .describe('What tells the cause: the text, the person, or a live check.'),
    asks: name.describe('User who asks.'),
    paste: z.string().min(1).describe('What the person pastes.'),
    answers: z
      .partialRecord(z.enum(questionIds), answer)
      .default({})
      .describe('What the person answers if asked; everything else is "unknown".'),
    decoy: cause.describe('A plausible other cause that must be ruled out.'),
    changes: z.record(name, change).describe('Named changes that `apply` makes; `fix` puts things right.'),
    ...situation,
  })
  .describe('A situation around an Azure Container Registry.');

/** A world as written, defaults filled in, names and relative times not yet resolved. */
export type WorldFile = z.infer<typeof worldSchema>;
/** Question of the conversation that a world can answer. */
export type Answerable = CheckId | AskId;
