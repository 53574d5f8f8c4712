import type { SandboxRequest, SandboxResponse } from '../service.js';
import type { Registry, World } from '../world/world.js';
import { challenge, challenged } from './challenge.js';
import { basicCredentials, signIn } from './credentials.js';
import { granted } from './grants.js';
import { accessOf } from './registry-tokens.js';
import { covered, type Scope } from './scope.js';

/** What a request may do, once it may do what it needs. */
export type Authorization =
  | { readonly ok: true; readonly access: readonly Scope[] }
  | { readonly ok: false; readonly refusal: SandboxResponse };

/**
 * Whether a request may do an operation: by a bearer token, or by Basic credentials on the operation itself
 * (registry-protocol.md §1).
 *
 * @param scope what the operation needs; null: to be signed in
 */
export async function authorize(
  { headers, host }: SandboxRequest,
  registry: Registry,
  world: World,
  scope: Scope | null,
): Promise<Authorization> {
  const server = registry.loginServer;
  const header = headers['authorization'];
  if (header === undefined) return { ok: false, refusal: challenge(server, scope, null, host) };
  const credentials = basicCredentials(header);
  let access: readonly Scope[] | null;
  if (credentials === null) {
    const [, jwt] = /^Bearer +(\S+)$/i.exec(header) ?? [];
    access = jwt === undefined ? null : await accessOf(jwt, registry, world);
  } else {
    const result = await signIn(credentials, registry, world);
    if (!result.ok) return { ok: false, refusal: challenged(result.refusal, server, scope, host) };
    access = granted(result.identity, scope === null ? [] : [scope], registry, world);
  }
  if (access === null) return { ok: false, refusal: challenge(server, scope, 'invalid_token', host) };
  if (scope !== null && !covered(scope, access)) {
    return { ok: false, refusal: challenge(server, scope, 'insufficient_scope', host) };
  }
  return { ok: true, access };
}
