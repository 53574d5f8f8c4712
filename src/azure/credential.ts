import {
  type AccessToken,
  AzureCliCredential,
  ClientSecretCredential,
  type GetTokenOptions,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import type { Problem, Unavailable } from './answer.js';
import { boundedClient, retryOptions, type Transport } from './bounded-client.js';
import type { CloudProfile } from './clouds.js';
import { KeptTokens } from './kept-tokens.js';
import { Refusal } from './refusal.js';
import { aadsts, type SignInTrace, traced, tracingClient } from './sign-in-trace.js';
import { Slots } from './slots.js';

/** Which identity the bot has. Exactly one: a chain would hide which of several was used (azure-sdk.md §3.5, §5.3). */
export type CredentialSpec =
  | { readonly kind: 'managed-identity'; readonly clientId: string | null }
  | {
      readonly kind: 'workload-identity';
      readonly tenant: string;
      readonly clientId: string;
      readonly tokenFile: string;
    }
  | {
      readonly kind: 'client-secret';
      readonly tenant: string;
      readonly clientId: string;
      readonly secret: string;
    }
  /** For developers' machines. */
  | { readonly kind: 'azure-cli'; readonly tenant: string | null };

/**
 * The credential of the configuration, on a transport with a deadline for every try: `getToken` itself knows none.
 *
 * ManagedIdentityCredential becomes a workload identity where AZURE_CLIENT_ID, AZURE_TENANT_ID and
 * AZURE_FEDERATED_TOKEN_FILE are all set in the environment.
 */
export function createCredential(
  cloud: CloudProfile,
  spec: CredentialSpec,
  transport: Transport,
): TokenCredential {
  const slots = new Slots(4);
  const options = {
    httpClient: tracingClient(boundedClient(transport, { origin: null, slots })),
    retryOptions: retryOptions(transport),
    authorityHost: cloud.authorityHost,
  };
  return new KeptTokens(new DiagnosedCredential(sdkCredential(cloud, spec, options, transport.timeoutMs)));
}

function sdkCredential(
  { disableInstanceDiscovery }: CloudProfile,
  spec: CredentialSpec,
  options: { readonly authorityHost: string },
  timeoutMs: number,
): TokenCredential {
  switch (spec.kind) {
    case 'managed-identity':
      return new ManagedIdentityCredential({ ...options, ...(spec.clientId && { clientId: spec.clientId }) });
    case 'workload-identity': {
      const { tenant: tenantId, clientId, tokenFile: tokenFilePath } = spec;
      const identity = { tenantId, clientId, tokenFilePath };
      return new WorkloadIdentityCredential({ ...options, disableInstanceDiscovery, ...identity });
    }
    case 'client-secret': {
      const { tenant, clientId, secret } = spec;
      return new ClientSecretCredential(tenant, clientId, secret, { ...options, disableInstanceDiscovery });
    }
    case 'azure-cli':
      return new PatientCli(spec.tenant, CLI_TRIES * timeoutMs);
  }
}

/** As many times as a request may take: the program needs seconds to start, more where several start at once. */
const CLI_TRIES = 2;

/**
 * The Azure CLI. The SDK tells of one that took too long or had no network as of one that nobody has signed in to;
 * its texts and those of `az` are compared here and go no further.
 */
class PatientCli implements TokenCredential {
  readonly #inner: AzureCliCredential;
  readonly #milliseconds: number;

  constructor(tenant: string | null, milliseconds: number) {
    this.#inner = new AzureCliCredential({
      processTimeoutInMs: milliseconds,
      ...(tenant && { tenantId: tenant }),
    });
    this.#milliseconds = milliseconds;
  }

  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken> {
    const began = performance.now();
    try {
      return await this.#inner.getToken(scopes, options);
    } catch (error) {
      const text = error instanceof Error ? error.message : '';
      if (signedOut.test(text)) throw error;
      const late = performance.now() - began >= this.#milliseconds;
      throw new Refusal({ kind: 'unavailable', reason: late ? 'timeout' : reasonIn(text), status: null });
    }
  }
}

const signedOut = /\bAADSTS\d|\baz login\b|\bAzure CLI could not be found\b/;

function reasonIn(text: string): Unavailable {
  if (/certificate verify failed/i.test(text)) return 'tls';
  return /Max retries exceeded|Connection aborted/i.test(text) ? 'connect' : 'protocol';
}

/**
 * A credential that says why it failed: throws `Refusal` with the number of Entra or the state of the network, never
 * with a text of the SDK.
 */
class DiagnosedCredential implements TokenCredential {
  readonly #inner: TokenCredential;
  /** MSAL answers for a while from a failure that it remembers, without a request; this is what that failure was. */
  #last: Problem | null = null;

  constructor(inner: TokenCredential) {
    this.#inner = inner;
  }

  async getToken(scopes: string | string[], options: GetTokenOptions = {}): Promise<AccessToken | null> {
    const trace: SignInTrace = { requests: 0, problem: null };
    try {
      const token = await traced(trace, () => this.#inner.getToken(scopes, options));
      this.#last = null;
      return token;
    } catch (error) {
      const remembered = trace.requests === 0 ? this.#last : null;
      if (trace.requests > 0) this.#last = trace.problem;
      throw new Refusal(trace.problem ?? remembered ?? ofCredential(error));
    }
  }
}

/** Without a request to judge by: the number in the text, else the kind of error. */
function ofCredential(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (!(error instanceof Error)) return { kind: 'signed-out', code: 'unknown' };
  return { kind: 'signed-out', code: aadsts(error.message) ?? error.name };
}
