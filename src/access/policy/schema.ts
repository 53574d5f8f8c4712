import { z } from 'zod';
import {
  channels,
  delivery,
  duration,
  guid,
  name,
  principal,
  registryPattern,
  registrySelector,
  repositoryPattern,
  requester,
  tokenPattern,
} from './scalars.js';

/** For whom a role may be asked: oneself, an identity that one owns, or any identity of a kind. */
export const targets = [
  'self',
  'owned',
  'user',
  'service-principal',
  'managed-identity',
  'aks-kubelet-identity',
] as const;
export type Target = (typeof targets)[number];

export const secretKinds = ['admin-password', 'repository-token-password', 'client-secret'] as const;
export type RotatedSecret = (typeof secretKinds)[number];

const tier = z
  .literal([0, 1, 2, 3])
  .describe(
    '0: nobody is asked; 1: a click; 2: a click after a fresh sign-in in the browser; 3: two such people.',
  );

/** Roles are strings here: that one is unknown, or never given, is said in a sentence of its own. */
const roleNames = z
  .array(z.string())
  .min(1, 'empty')
  .describe('Built-in roles, as Azure writes them. Left out in a request rule: all that may be asked for.');
const some = <T extends z.ZodType>(value: T) => z.array(value).min(1, 'empty');
const rules = <T extends z.ZodType>(value: T) => z.record(name, value).default({});

const registry = z.strictObject({
  match: some(registryPattern).describe('The most specific entry that matches a registry decides about it.'),
  subscription: guid.optional().describe('Only registries of this subscription.'),
  discoverable: z
    .boolean()
    .default(false)
    .describe(
      'Whether people of the tenants get answers about these registries. Others look unknown to them.',
    ),
  tags: z.array(name).default([]).describe('`production` raises the approvals; others are for selecting.'),
  owners: z
    .array(principal)
    .default([])
    .describe('Whom people are told to ask; they approve where nobody else is named.'),
  approvers: z.array(principal).default([]),
  channels: channels.optional(),
});

const request = z.strictObject({
  registries: some(registrySelector),
  roles: roleNames.optional(),
  repositories: some(repositoryPattern).optional().describe('Only requests within these repositories.'),
  by: some(requester).describe('Who may ask.'),
  for: some(z.enum(targets)).default(['self']).describe('For which identities.'),
  maxDuration: duration.optional().describe('Default: that of the file.'),
  tier: tier.optional().describe('Default: 1 for reading up to 30 days outside production, else 2.'),
  approvers: some(principal).optional().describe('Instead of those of the registry.'),
  reason: z.boolean().default(true).describe('Whether a reason must be given.'),
});

const rotation = z.strictObject({
  registries: some(registrySelector),
  secrets: some(z.enum(secretKinds)),
  tokens: some(tokenPattern).optional().describe('Only these repository tokens.'),
  principals: z
    .enum(['owned', 'any'])
    .default('owned')
    .describe('Client secrets of which service principals: those that one owns, or any.'),
  by: some(requester).describe('Who may ask.'),
  tier: tier.default(2),
  approvers: some(principal)
    .optional()
    .describe('Instead of those of the registry; for the admin password, instead of its owners.'),
  delivery: delivery.describe('Where the new secret is put.'),
  reason: z.boolean().default(true).describe('Whether a reason must be given.'),
});

const deny = z.strictObject({
  match: some(registryPattern).optional().describe('Registries by name, whatever entry they belong to.'),
  registries: some(registrySelector).optional(),
  roles: roleNames.optional(),
  secrets: some(z.enum(secretKinds)).optional(),
  repositories: some(repositoryPattern).optional().describe('Requests that would reach one of these.'),
  by: some(requester).optional().describe('Who asks.'),
  identities: some(guid).optional().describe('Object ids for which nothing may be asked.'),
  why: z.string().min(1, 'empty').max(300, 'long').optional().describe('For whoever reads the file.'),
});

/** A policy file: who may ask for what, and who decides. Names point to each other; what is left out has a default. */
export const policySchema = z
  .strictObject({
    version: z.literal(1),
    tenants: some(guid).describe('Tenants whose people may ask and approve.'),
    maxDuration: duration.default('14d').describe('No role is given for longer. At most 180d.'),
    channels: channels.default({}),
    people: z.record(name, guid).default({}).describe('Object ids by short names.'),
    groups: z.record(name, guid).default({}).describe('Object ids of Entra groups by short names.'),
    registries: rules(registry),
    requests: rules(request).describe('Roles that may be asked for.'),
    rotations: rules(rotation).describe('Secrets that may be renewed.'),
    deny: rules(deny).describe('Wins over everything. All conditions of an entry must hold.'),
  })
  .describe('Policy of acr-help.');

export type PolicyFile = z.infer<typeof policySchema>;

/** The JSON Schema of a policy file, for editors. */
export function jsonSchema(): object {
  return z.toJSONSchema(policySchema, { io: 'input' });
}
