import { callerOf } from '../entra/caller.js';
import { issueRegistryToken, type RegistryClaims, verifyRegistryToken } from '../tokens.js';
import type { Registry, World } from '../world/world.js';
import type { Identity } from './identity.js';
import { assignmentsAt } from './rights.js';
import type { Scope } from './scope.js';

type EntraIdentity = Extract<Identity, { kind: 'entra' }>;

/** How a refresh token notes what was read of Resource Manager. The real one holds `permissions` in its place. */
const ASSIGNMENT = 'role-assignment';

/** A refresh token: it keeps the rights that the identity has now (registry-protocol.md §5). */
export function refreshTokenFor(
  { caller }: EntraIdentity,
  registry: Registry,
  world: World,
): Promise<string> {
  const read = assignmentsAt(caller, registry, world).map(({ id }) => ({
    type: ASSIGNMENT,
    name: id,
    actions: [],
  }));
  const claims = { ...common(registry), sub: caller.objectId, kind: 'entra', access: read } as const;
  return issueRegistryToken({ ...claims, grantType: 'refresh_token' }, world.now());
}

export function accessTokenFor(
  identity: Identity,
  access: readonly Scope[],
  registry: Registry,
  world: World,
): Promise<string> {
  const { kind } = identity;
  const claims = { ...common(registry), sub: subjectOf(identity, registry), kind, access };
  return issueRegistryToken({ ...claims, grantType: 'access_token' }, world.now());
}

/** Whose refresh token it is; null for one that is not good here and now. */
export async function identityOfRefreshToken(
  jwt: string,
  registry: Registry,
  world: World,
): Promise<EntraIdentity | null> {
  const claims = await claimsOf(jwt, 'refresh_token', registry, world);
  const caller = claims && callerOf(claims.sub, registry.subscription.tenant.id, world);
  if (claims === null || caller === null) return null;
  const read = (claims.access ?? []).filter(({ type }) => type === ASSIGNMENT).map(({ name }) => name);
  return { kind: 'entra', caller, assignments: read };
}

/** What an access token opens; null for one that is not good here and now. */
export async function accessOf(
  jwt: string,
  registry: Registry,
  world: World,
): Promise<readonly Scope[] | null> {
  const claims = await claimsOf(jwt, 'access_token', registry, world);
  return claims && (claims.access ?? []);
}

/** A token of the other role assignment mode is refused (registry-protocol.md §5). */
async function claimsOf(
  jwt: string,
  grantType: RegistryClaims['grantType'],
  registry: Registry,
  world: World,
): Promise<RegistryClaims | null> {
  const claims = await verifyRegistryToken(jwt, registry.loginServer, world.now());
  return claims?.grantType === grantType && claims.mode === registry.mode ? claims : null;
}

function common({ loginServer, mode }: Registry) {
  return { aud: loginServer, mode };
}

function subjectOf(identity: Identity, { name }: Registry): string {
  if (identity.kind === 'entra') return identity.caller.objectId;
  if (identity.kind === 'token') return identity.name;
  return identity.kind === 'admin' ? name : 'anonymous';
}
