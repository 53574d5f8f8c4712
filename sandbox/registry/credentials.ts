import { callerOf } from '../entra/caller.js';
import { workloads } from '../entra/principals.js';
import { isBegun } from '../entra/secrets.js';
import type { SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import type { Identity } from './identity.js';
import { adminPasswords, isGood, tokenPasswords } from './passwords.js';
import { unauthorized } from './refusals.js';
import { identityOfRefreshToken } from './registry-tokens.js';
import { assignmentsAt, maySignIn } from './rights.js';

/** User name and password, as `docker login` takes them. */
export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export type SignIn =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly refusal: SandboxResponse };

/** Marks a password that is a registry's refresh token (registry-protocol.md §1). */
const TOKEN_USER = '00000000-0000-0000-0000-000000000000';
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** User name and password of an `Authorization: Basic` header; null where it is none. */
export function basicCredentials(header: string | undefined): Credentials | null {
  const [, encoded] = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

/**
 * Whose user name and password these are. Order of the kinds of names, and what an unknown name is told: after the
 * messages of registry-protocol.md §6; that a token's name is compared before the others is not verified.
 */
export async function signIn(
  { user, password }: Credentials,
  registry: Registry,
  world: World,
): Promise<SignIn> {
  if (user === TOKEN_USER) {
    const identity = await identityOfRefreshToken(password, registry, world);
    return identity === null ? refuse() : { ok: true, identity };
  }
  const token = Object.hasOwn(registry.tokens, user) ? registry.tokens[user] : undefined;
  if (token !== undefined) {
    const good = tokenPasswords(registry, user, world).some((it) => isGood(it, password, world));
    return good && token.status === 'enabled'
      ? { ok: true, identity: { kind: 'token', name: user } }
      : refuse();
  }
  if (user.toLowerCase() === registry.name.toLowerCase()) {
    const known = adminPasswords(registry, world).some((it) => isGood(it, password, world));
    const good = registry.adminUser && known;
    return good ? { ok: true, identity: { kind: 'admin' } } : refuse();
  }
  if (!guid.test(user)) return refuse('aad access token with sp failed client id must be guid');
  return servicePrincipal({ user: user.toLowerCase(), password }, registry, world);
}

/**
 * An application by client id and secret. Not verified: that one without a right at the registry is refused here as at
 * the exchange, and that an application of another directory counts as unknown.
 */
function servicePrincipal({ user, password }: Credentials, registry: Registry, world: World): SignIn {
  const { tenant } = registry.subscription;
  const found = workloads(world).find((it) => it.clientId === user && it.tenant.id === tenant.id);
  if (found === undefined) return refuse('Application not registered with AAD.');
  const good = found.secrets.some(
    (it) => it.value === password && isBegun(it, world) && (it.expires === null || it.expires > world.now()),
  );
  const caller = good && found.enabled ? callerOf(found.objectId, tenant.id, world) : null;
  if (caller === null) return refuse();
  const trusted = caller.kind === 'bot' && world.bot.dataReader;
  if (!trusted && !maySignIn(assignmentsAt(caller, registry, world), registry, world)) return refuse();
  return { ok: true, identity: { kind: 'entra', caller, assignments: null } };
}

function refuse(message?: string): SignIn {
  return { ok: false, refusal: unauthorized(message) };
}
