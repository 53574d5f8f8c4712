import { z } from 'zod';
import { type AskId, askIds } from '../../src/knowledge/asks.js';
import { causeIds } from '../../src/knowledge/causes.js';
import { type CheckId, checkIds } from '../../src/knowledge/checks.js';
import {
  guid,
  hostPattern,
  instant,
  ip,
  ipOrBlock,
  loginServer,
  name,
  registryName,
  repositoryName,
  scopeMapName,
  timeOrSpan as time,
  tokenName,
} from './scalars.js';
import { titleSchema } from './title.js';

/**
 * What a world file may hold. Everything is a map from a short name to a thing, and things refer to each other by
 * these names, so that a file reads at a glance and a change can be written as a merge patch (RFC 7386). The JSON
 * Schema beside the worlds is made from this file (`npm run worlds:schema`).
 */

const map = <T extends z.ZodType>(value: T) => z.record(name, value).default({});

const tenant = z.strictObject({ id: guid.optional() });

const user = z.strictObject({
  tenant: name,
  id: guid.optional().describe('Object id.'),
  groups: z.array(name).default([]),
  guest: z.boolean().default(false),
  enabled: z.boolean().default(true),
  linked: z
    .boolean()
    .default(true)
    .describe(
      'Whether the chat account is tied to the Entra identity. Unlinked people see public facts only.',
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
  enabled: z.boolean().default(true),
  registered: z
    .boolean()
    .default(true)
    .describe('False: no application of this id exists in the tenant (deleted, mistyped).'),
  homeTenant: name.optional().describe('Tenant of the application where it is another one.'),
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
});

const subscription = z.strictObject({
  tenant: name,
  id: guid.optional(),
  botReads: z.boolean().default(true).describe('Whether the bot has Reader here.'),
  providerRegistered: z.boolean().default(true),
});

const cluster = z.strictObject({
  subscription: name,
  resourceGroup: z.string().default('rg-aks'),
  kubelet: name.nullable().default(null).describe('Managed identity of the nodes.'),
  servicePrincipal: name.nullable().default(null),
});

const repository = z.strictObject({
  tags: map(
    z.strictObject({
      platforms: z.array(z.string()).default(['linux/amd64']),
      readEnabled: z.boolean().default(true),
      writeEnabled: z.boolean().default(true),
      deleteEnabled: z.boolean().default(true),
      quarantined: z.boolean().default(false),
    }),
  ),
  writeEnabled: z.boolean().default(true),
  readEnabled: z.boolean().default(true),
});

const registry = z.strictObject({
  subscription: name,
  resourceGroup: z.string().default('rg-registry'),
  loginServer: loginServer.optional(),
  region: z.string().default('westeurope'),
  sku: z.enum(['Basic', 'Standard', 'Premium']).default('Premium'),
  provisioningState: z.string().default('Succeeded'),
  mode: z
    .enum(['legacy', 'abac'])
    .default('legacy')
    .describe('RBAC Registry Permissions, or with ABAC Repository Permissions.'),
  adminUser: z.boolean().default(false),
  anonymousPull: z.boolean().default(false),
  publicAccess: z.boolean().default(true),
  firewall: z
    .strictObject({
      default: z.enum(['allow', 'deny']).default('allow'),
      allow: z.array(ipOrBlock).default([]),
    })
    .prefault({}),
  trustedServices: z.boolean().default(true),
  armAudience: z.enum(['enabled', 'disabled']).default('enabled'),
  quarantine: z.boolean().default(false),
  dataEndpoint: z.boolean().default(false),
  privateEndpoints: map(
    z.strictObject({
      status: z.enum(['approved', 'pending', 'rejected', 'disconnected']).default('approved'),
      address: ip.default('10.1.0.4'),
    }),
  ),
  discoverable: z
    .boolean()
    .default(true)
    .describe(
      'Policy of the bot: whether a linked person may learn the verdict about their own identity here.',
    ),
  repositories: z.record(repositoryName, repository).default({}),
  scopeMaps: z.record(scopeMapName, z.strictObject({ actions: z.array(z.string()) })).default({}),
  tokens: z
    .record(
      tokenName,
      z.strictObject({
        status: z.enum(['enabled', 'disabled']).default('enabled'),
        scopeMap: z.string(),
        passwords: map(
          z.strictObject({ created: time.default('-30d'), expires: time.nullable().default(null) }),
        ),
      }),
    )
    .default({}),
  locks: map(z.strictObject({ level: z.enum(['read-only', 'cannot-delete']) })),
  usage: z
    .record(z.string(), z.strictObject({ current: z.number(), limit: z.number() }))
    .default({})
    .describe('By the names of Azure: Size, Webhooks, ScopeMaps, Tokens, …'),
  identityOfKey: z
    .enum(['none', 'present', 'missing'])
    .default('none')
    .describe('Identity for the customer-managed key.'),
});

const assignment = z.strictObject({
  principal: name.describe('User, group, service principal or managed identity.'),
  role: z.string().describe('Name of a built-in role, as in the portal.'),
  scope: z
    .string()
    .regex(/^(?:registry|subscription|group):[\w.-]+$/, 'registry:NAME, group:NAME or subscription:NAME'),
  condition: z.string().optional().describe('ABAC condition, as Azure stores it.'),
  created: time.default('-90d'),
});

const eligibility = assignment.pick({ principal: true, role: true, scope: true });

const fault = z.strictObject({
  host: hostPattern,
  for: z
    .enum(['everyone', 'person', 'bot'])
    .default('everyone')
    .describe("Whose network it is: the person's machine or the bot's."),
  dns: z
    .union([
      z.enum(['not-found', 'server-failure', 'timeout']),
      z.strictObject({ addresses: z.array(ip), aliases: z.array(z.string()).default([]) }),
    ])
    .optional(),
  tcp: z.enum(['refused', 'timeout', 'unreachable']).optional(),
  tls: z.enum(['untrusted', 'wrong-name', 'expired', 'not-yet-valid', 'hangs']).optional(),
  http: z
    .union([
      z.enum(['hangs', 'drips', 'huge', 'foreign-realm', 'no-challenge', 'redirect']),
      z.strictObject({ status: z.number().int(), retryAfter: z.number().optional() }),
    ])
    .optional(),
});

const bot = z.strictObject({
  signIn: z.enum(['ok', 'none', 'expired-secret']).default('ok').describe("State of the bot's own identity."),
  directory: z.boolean().default(true).describe('Whether the bot may read applications in Microsoft Graph.'),
  dataReader: z.boolean().default(false).describe("Whether the bot may read the registry's data."),
  denied: z
    .array(z.string())
    .default([])
    .describe('Actions that Resource Manager refuses the bot, * for all.'),
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
  roleAssignments: map(assignment),
  eligibilities: map(eligibility),
  faults: map(fault),
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
