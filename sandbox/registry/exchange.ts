import { callerOf } from '../entra/caller.js';
import { armAudiences } from '../entra/clouds.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { verifyEntraToken } from '../tokens.js';
import type { Registry, World } from '../world/world.js';
import { badRequest, unauthorized, unsupported } from './refusals.js';
import { refreshTokenFor } from './registry-tokens.js';
import { json } from './reply.js';
import { assignmentsAt, maySignIn } from './rights.js';

/** The audience that every registry accepts (registry-protocol.md §4). Not verified: that of the sovereign clouds. */
const ACR_AUDIENCE = 'https://containerregistry.azure.net';

const grantTypes = ['access_token', 'access_token_refresh_token'];

/**
 * `POST /oauth2/exchange`: an Entra access token for a refresh token of the registry (registry-protocol.md §3). All
 * bodies of its refusals are not verified: the CLI prints their status only.
 */
export async function exchange(
  { method, body }: SandboxRequest,
  registry: Registry,
  world: World,
): Promise<SandboxResponse> {
  if (method !== 'POST') return unsupported();
  const form = new URLSearchParams(body);
  if (!grantTypes.includes(form.get('grant_type') ?? '')) return badRequest('grant_type is not supported');
  if (form.get('service') !== registry.loginServer) return badRequest('service is not this registry');
  const claims = await verifyEntraToken(form.get('access_token') ?? '', world.now());
  // "token validation failed": gh:MicrosoftDocs/azure-docs#128528, for a token of Resource Manager's audience.
  if (claims === null || !accepts(claims.aud, registry)) return unauthorized('token validation failed');
  const { tenant } = registry.subscription;
  const named = form.get('tenant') ?? tenant.id;
  const caller = claims.tid === tenant.id ? callerOf(claims.oid, claims.tid, world) : null;
  if (caller === null || named.toLowerCase() !== tenant.id) return unauthorized();
  const reader = caller.kind === 'bot' && world.bot.dataReader;
  if (!reader && !maySignIn(assignmentsAt(caller, registry, world), registry, world)) return unauthorized();
  const identity = { kind: 'entra', caller, assignments: null } as const;
  return json(200, { refresh_token: await refreshTokenFor(identity, registry, world) });
}

/** The registry's audience always, Resource Manager's while the policy lets it (registry-protocol.md §4). */
function accepts(audience: string, { armAudience }: Registry): boolean {
  const bare = audience.replace(/\/+$/, '').toLowerCase();
  return bare === ACR_AUDIENCE || (armAudience === 'enabled' && armAudiences.includes(bare));
}
