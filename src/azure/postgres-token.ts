import type { CloudProfile } from './clouds.js';
import { createCredential } from './credential.js';
import { createEgress } from './egress.js';
import { createEgressClient } from './egress-client.js';
import { identityEndpointFor } from './identity-endpoint.js';
import type { Network } from './network.js';
import { Refusal } from './refusal.js';

/** Of whom Azure Database for PostgreSQL is asked for tokens (its page on managed identities). [not verified] China. */
const audiences: Readonly<Record<CloudProfile['id'], string>> = {
  public: 'https://ossrdbms-aad.database.windows.net',
  china: 'https://ossrdbms-aad.database.chinacloudapi.cn',
  'us-government': 'https://ossrdbms-aad.database.usgovcloudapi.net',
  custom: 'https://ossrdbms-aad.database.windows.net',
};

/** A start waits for the store; a replica that cannot sign in is started again by whatever runs it. */
const limits = { timeoutMs: 8_000, maxRetries: 1, retryDelayMs: 300 };

/**
 * Tokens with which a managed identity signs in to PostgreSQL, as one that is kept while it is good.
 *
 * @returns a function that rejects with `Refusal`
 */
export function postgresToken(
  { network, cloud }: { readonly network: Network; readonly cloud: CloudProfile },
  clientId: string,
): () => Promise<string> {
  const spec = { kind: 'managed-identity', clientId } as const;
  const egress = createEgress({ network, cloud });
  const httpClient = createEgressClient(egress, network, identityEndpointFor([spec]));
  const credential = createCredential(cloud, spec, { httpClient, ...limits });
  return async () => {
    const token = await credential.getToken(`${audiences[cloud.id]}/.default`);
    if (token === null) throw new Refusal({ kind: 'signed-out', code: 'no-token' });
    return token.token;
  };
}
