import { z } from 'zod';
import {
  ip,
  ipOrBlock,
  loginServer,
  map,
  name,
  platform,
  region,
  repositoryName,
  scopeMapName,
  timeOrSpan as time,
  tokenName,
} from './scalars.js';
import { diagnosticSetting, loginEvent } from './schema-logs.js';

/** Registries of a world file, with what is in them. */

const repository = z.strictObject({
  tags: map(
    z.strictObject({
      platforms: z
        .array(platform)
        .min(1)
        .default(['linux/amd64'])
        .describe('One: a plain image. Several: an index with an image for each, in this order.'),
      readEnabled: z.boolean().default(true),
      writeEnabled: z.boolean().default(true),
      deleteEnabled: z.boolean().default(true),
      quarantined: z
        .boolean()
        .default(false)
        .describe('Withheld from everybody without a role for the quarantine.'),
    }),
  ),
  writeEnabled: z.boolean().default(true),
  readEnabled: z.boolean().default(true),
});

export const registry = z.strictObject({
  subscription: name,
  resourceGroup: z.string().default('rg-registry'),
  loginServer: loginServer.optional(),
  region: region.default('westeurope').describe('The home region.'),
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
  trustedServices: z
    .boolean()
    .default(true)
    .describe('networkRuleBypassOptions: AzureServices or None. No side of a world is such a service.'),
  armAudience: z.enum(['enabled', 'disabled']).default('enabled'),
  quarantine: z
    .boolean()
    .default(false)
    .describe('The policy as Resource Manager shows it; images in quarantine are told by their tags.'),
  dataEndpoint: z
    .boolean()
    .default(false)
    .describe(
      'Dedicated data endpoints, one in each region: <name>.<region>.data.azurecr.io. An approved private endpoint brings them too.',
    ),
  replications: z
    .record(
      region,
      z.strictObject({
        globalRouting: z
          .boolean()
          .default(true)
          .describe('regionEndpointEnabled: whether the login server sends clients to this region.'),
        provisioningState: z
          .enum(['Creating', 'Updating', 'Deleting', 'Succeeded', 'Failed', 'Canceled'])
          .default('Succeeded'),
      }),
    )
    .default({})
    .describe('Replicas by region. The home region is one without being named.'),
  regionalEndpoints: z
    .boolean()
    .default(false)
    .describe('Regional login servers (preview), one in each region: <name>.<region>.geo.azurecr.io.'),
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
  diagnostics: map(diagnosticSetting),
  loginEvents: z
    .array(loginEvent)
    .default([])
    .describe('Sign-ins of the past, beside those that happen at the registry while the world runs.'),
  usage: z
    .record(z.string(), z.strictObject({ current: z.number(), limit: z.number() }))
    .default({})
    .describe('By the names of Azure: Size, Webhooks, ScopeMaps, Tokens, …'),
  identityOfKey: z
    .enum(['none', 'present', 'missing'])
    .default('none')
    .describe(
      'Identity for the customer-managed key. none: keys of Microsoft; missing: the encryption is on, its identity gone.',
    ),
});
