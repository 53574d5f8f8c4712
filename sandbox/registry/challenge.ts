import type { SandboxResponse } from '../service.js';
import { AUTHENTICATION_REQUIRED } from './refusals.js';
import { errorBody, json } from './reply.js';
import { type Scope, scopeText } from './scope.js';

/** Why a token did not do: parameter `error` of the challenge (errors.md §4). */
export type TokenFault = 'invalid_token' | 'insufficient_scope';

/**
 * The 401 that tells where tokens are to be had (registry-protocol.md §2). Not verified: the header of `/v2/` itself
 * beyond realm and service.
 *
 * @param realm whose token endpoint it names: that of the host which is asked, regional ones too, but for a world in
 *   which that is wrong. The service is the registry in each case (seen with a regional login server in July 2026).
 */
export function challenge(
  server: string,
  scope: Scope | null,
  fault: TokenFault | null = null,
  realm = server,
): SandboxResponse {
  const detail = scope?.actions.map((action) => ({ Type: scope.type, Name: scope.name, Action: action }));
  const body = errorBody('UNAUTHORIZED', AUTHENTICATION_REQUIRED, detail);
  return json(401, body, { 'www-authenticate': header(server, scope, fault, realm) });
}

/** A refusal of credentials, with the challenge that every 401 of an operation has. */
export function challenged(
  refusal: SandboxResponse,
  server: string,
  scope: Scope | null,
  realm = server,
): SandboxResponse {
  const { headers } = refusal;
  return { ...refusal, headers: { ...headers, 'www-authenticate': header(server, scope, null, realm) } };
}

/** No blank after a comma: `az` takes the header apart by hand (clients.md §3, trap 1). */
function header(server: string, scope: Scope | null, fault: TokenFault | null, realm: string): string {
  const parts = [`realm="https://${realm}/oauth2/token"`, `service="${server}"`];
  if (scope !== null) parts.push(`scope="${scopeText(scope)}"`);
  if (fault !== null) parts.push(`error="${fault}"`);
  return `Bearer ${parts.join(',')}`;
}
