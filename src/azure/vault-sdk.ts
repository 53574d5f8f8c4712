import { type PipelinePolicy, RestError } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import { SecretClient } from '@azure/keyvault-secrets';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { Refusal } from './refusal.js';
import type { Slots } from './slots.js';
import { errorOf } from './writes.js';

/** Two clients of the SDK for one vault: what is written is sent once, what is read is tried again. */
export interface VaultClients {
  readonly writing: SecretClient;
  readonly reading: SecretClient;
}

/**
 * The SDK asks the vault where to sign in and for whom, by a first request without token and body. That the resource it
 * names is one above the vault's host is checked by the SDK; that it is the cloud's, and the host this vault's, here.
 *
 * @param vault `https://{name}{suffix}`
 */
export function vaultClients(
  { vaultAudience }: Pick<CloudProfile, 'vaultAudience'>,
  credential: TokenCredential,
  transport: Transport,
  vault: string,
  slots: Slots,
): VaultClients {
  const options = {
    httpClient: boundedClient(transport, { origin: vault, slots }),
    redirectOptions: { maxRetries: 0 },
    userAgentOptions: { userAgentPrefix: 'acr-help' },
    additionalPolicies: [{ policy: refusing, position: 'perCall' as const }],
    disableChallengeResourceVerification: false,
  };
  const own = onlyFor(`${vaultAudience}/.default`, credential);
  return {
    writing: new SecretClient(vault, own, { ...options, retryOptions: { maxRetries: 0 } }),
    reading: new SecretClient(vault, own, { ...options, retryOptions: retryOptions(transport) }),
  };
}

/** Before the SDK reads an error: it stumbles over one without a body, and drops the body of the others. */
const refusing: PipelinePolicy = {
  name: 'refusing',
  sendRequest: async (request, next) => {
    const response = await next(request);
    if (response.status < 300) return response;
    const { status: statusCode, code } = errorOf(response);
    throw new RestError('', { statusCode, code, request, response });
  },
};

/** No challenge gets a token for anything but vaults. */
function onlyFor(scope: string, credential: TokenCredential): TokenCredential {
  return {
    getToken: async (scopes, options) => {
      if ([scopes].flat().some((it) => it !== scope)) {
        throw new Refusal({ kind: 'unavailable', reason: 'guard', status: null });
      }
      return credential.getToken(scopes, options);
    },
  };
}
