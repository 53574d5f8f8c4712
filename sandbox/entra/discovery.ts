import type { SandboxResponse } from '../service.js';
import { json } from './reply.js';

/**
 * `GET /{tenant}/v2.0/.well-known/openid-configuration`, which MSAL asks of authorities that it does not know. The
 * issuer must have the host of the authority, and the token endpoint this very path (azure-sdk.md §3.2).
 */
export function openIdConfiguration(host: string, tenant: string): SandboxResponse {
  const base = `https://${host}/${tenant}`;
  return json(200, {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'token'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
  });
}

/** `GET /common/discovery/instance`: the aliases of a sign-in host, asked of the public host only. */
export function instanceDiscovery(host: string, tenant: string): SandboxResponse {
  return json(200, {
    tenant_discovery_endpoint: `https://${host}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  });
}
