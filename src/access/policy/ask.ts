import { z } from 'zod';
import { parseLoginServer } from '../../diagnosis/facts/login-server.js';
import { parseRepository } from '../../diagnosis/facts/repository.js';
import { type RegistryMode, registryModes } from '../../knowledge/vocabulary.js';
import { type Registry, registryFrom } from './match.js';
import type { Person } from './principals.js';
import { guid } from './scalars.js';

export const identityKinds = [
  'user',
  'service-principal',
  'managed-identity',
  'aks-kubelet-identity',
] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** Who would get the role. */
export interface Identity {
  readonly kind: IdentityKind;
  readonly objectId: string;
  /** Object ids of those who own it in the directory. */
  readonly owners: readonly string[];
}

/** A registry as the inventory has it; never from a text. */
export interface AskedRegistry {
  readonly loginServer: string;
  /** Id in Resource Manager. */
  readonly resourceId: string;
}

/** Somebody asks for a role. Ids are object ids of Entra; groups as they are at this moment. */
export interface RoleAsk {
  readonly requester: Person;
  readonly identity: Identity;
  readonly registry: AskedRegistry & { readonly mode: RegistryMode };
  /** Name of a built-in role. */
  readonly role: string;
  /** Null: the whole registry. */
  readonly repository: string | null;
  /** All repositories below `repository`, instead of the one of that name. */
  readonly prefix?: boolean;
  readonly durationMs: number;
  readonly reasonGiven: boolean;
}

/** The secret that somebody wants renewed. */
export type AskedSecret =
  | { readonly kind: 'admin-password' }
  | { readonly kind: 'repository-token-password'; readonly token: string }
  /** Of the service principal with this object id. */
  | { readonly kind: 'client-secret'; readonly objectId: string; readonly owners: readonly string[] };

/** Somebody asks for a secret to be renewed. */
export interface RotationAsk {
  readonly requester: Person;
  readonly registry: AskedRegistry;
  readonly secret: AskedSecret;
  readonly reasonGiven: boolean;
}

const ids = z.array(guid);

export const person = z.object({ objectId: guid, tenant: guid, groups: ids, guest: z.boolean() });

const asked = { loginServer: z.string(), resourceId: z.string() };

/** The registry of an ask, or an issue. */
function named({ loginServer, resourceId }: AskedRegistry, context: z.RefinementCtx): Registry {
  const host = parseLoginServer(loginServer);
  const found = host === null ? null : registryFrom(host, resourceId);
  if (found !== null) return found;
  context.addIssue('no registry');
  return z.NEVER;
}

/** Checks the form of an ask, and puts its ids in lower case. */
export const roleAsk = z.object({
  requester: person,
  identity: z.object({ kind: z.enum(identityKinds), objectId: guid, owners: ids }),
  registry: z.object({ ...asked, mode: z.enum(registryModes) }).transform((it, context) => ({
    ...named(it, context),
    mode: it.mode,
  })),
  role: z.string(),
  repository: z
    .string()
    .refine((text) => parseRepository(text) !== null)
    .nullable(),
  prefix: z.boolean().default(false),
  durationMs: z.int().min(1),
  reasonGiven: z.boolean(),
});

/** The same for a rotation. */
export const rotationAsk = z.object({
  requester: person,
  registry: z.object(asked).transform(named),
  secret: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('admin-password') }),
    z.object({
      kind: z.literal('repository-token-password'),
      token: z.string().regex(/^[A-Za-z0-9-]{5,50}$/),
    }),
    z.object({ kind: z.literal('client-secret'), objectId: guid, owners: ids }),
  ]),
  reasonGiven: z.boolean(),
});
