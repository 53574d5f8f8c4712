import { callerOf } from '../entra/caller.js';
import type { SandboxRequest, SandboxResponse } from '../service.js';
import { verifyEntraToken } from '../tokens.js';
import type { Registry, World } from '../world/world.js';
import { basicCredentials } from './credentials.js';

/**
 * Notes a sign-in for the registry's log, where a diagnostic setting is there for it: those at the token endpoints, those
 * with Basic credentials, and what the firewall refused. Not verified: that those are logged and a request without
 * credentials is not, and what `Identity` holds – here a person's sign-in name, an application id, or the user name.
 */
export async function noteSignIn(
  request: SandboxRequest,
  registry: Registry,
  world: World,
  { status }: SandboxResponse,
): Promise<void> {
  if (registry.diagnostics.length === 0) return;
  const identity = status === 403 ? '' : await identityIn(request, world);
  if (identity === null) return;
  world.ledger.loginEvents.push({
    at: world.now(),
    loginServer: registry.loginServer,
    identity,
    ip: request.address,
    userAgent: request.headers['user-agent'] ?? '',
    result: String(status),
  });
}

/** Who signs in with a request; null where it is no sign-in. */
async function identityIn({ path, body, headers }: SandboxRequest, world: World): Promise<string | null> {
  const basic = basicCredentials(headers['authorization']);
  if (basic !== null) return basic.user;
  if (path !== '/oauth2/exchange' && path !== '/oauth2/token') return null;
  const form = new URLSearchParams(body);
  const token = form.get('access_token');
  if (token === null) return form.get('username') ?? '';
  const claims = await verifyEntraToken(token, world.now());
  return claims === null ? '' : (callerOf(claims.oid, claims.tid, world)?.label ?? '');
}
