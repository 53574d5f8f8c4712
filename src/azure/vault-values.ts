import type { TokenCredential } from '@azure/identity';
import { Secret } from '../access/secret.js';
import { type Answer, failed, ok } from './answer.js';
import type { Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { type CredentialSpec, createCredential } from './credential.js';
import { createEgress } from './egress.js';
import { createEgressClient } from './egress-client.js';
import { identityEndpointFor } from './identity-endpoint.js';
import { answered } from './management/ask.js';
import type { Network } from './network.js';
import { Slots } from './slots.js';
import type { VaultPlace } from './vault.js';
import { createVaultEgressClient } from './vault-egress.js';
import { vaultHost } from './vault-places.js';
import { type VaultClients, vaultClients } from './vault-sdk.js';

/** Calls at once, over all vaults. */
const most = 4;
/** The data action of Key Vault Secrets User. */
const right = 'Microsoft.KeyVault/vaults/secrets/getSecret/action';
/** A start waits for it; whoever runs the bot starts it again where it fails. */
const limits = { timeoutMs: 8_000, maxRetries: 1, retryDelayMs: 300 };

/**
 * The bot's own secrets in vaults that its operator names; nobody else's. A problem of the kind `not-found` is a secret
 * that is not there. Never throws.
 *
 * @param version null: the newest
 */
export type VaultValues = (
  place: VaultPlace & { readonly version: string | null },
  signal: AbortSignal,
) => Promise<Answer<Secret>>;

/** @throws InvalidVault where one of the vaults is none of the cloud */
export function createVaultValues(
  cloud: CloudProfile,
  credential: TokenCredential,
  transport: Transport,
  allowed: readonly string[],
): VaultValues {
  const slots = new Slots(most);
  const clients: ReadonlyMap<string, VaultClients> = new Map(
    allowed.map((url) => {
      const vault = `https://${vaultHost(url, cloud)}`;
      return [vault, vaultClients(cloud, credential, transport, vault, slots)];
    }),
  );
  return async ({ vault, name, version }, abortSignal) => {
    const client = clients.get(vault)?.reading;
    if (client === undefined) return failed({ kind: 'unavailable', reason: 'guard', status: null });
    const options = { abortSignal, ...(version !== null && { version }) };
    const found = await answered(right, async () => (await client.getSecret(name, options)).value);
    if (!found.ok) return found;
    return found.value ? ok(new Secret(found.value)) : failed({ kind: 'not-found' });
  };
}

/**
 * The same as an identity of the bot, through the guard: to these vaults, and for the token to Entra.
 *
 * @throws InvalidVault
 */
export function connectVaultValues(
  { network, cloud }: { readonly network: Network; readonly cloud: CloudProfile },
  spec: CredentialSpec,
  allowed: readonly string[],
): VaultValues {
  const egress = createEgress({ network, cloud });
  const toEntra = createEgressClient(egress, network, identityEndpointFor([spec]));
  const credential = createCredential(cloud, spec, { httpClient: toEntra, ...limits });
  const httpClient = createVaultEgressClient({ network, cloud }, allowed);
  return createVaultValues(cloud, credential, { httpClient, ...limits }, allowed);
}
