import type { Secret } from '../access/secret.js';
import type { Answer } from './answer.js';
import type { NotWritten } from './granter.js';

/** A version of a secret in a vault, without its value. */
export interface VaultVersion {
  /** `https://{vault}/secrets/{name}/{version}`: what programs read it by. */
  readonly id: string;
  readonly enabled: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Secrets of Key Vaults, written and never read: the identity has no right to get a value. Calls that write are sent
 * once. Never throws; no text of Azure goes on.
 */
export interface Vaults {
  /** A new version. Its end is information for its readers: a vault gives out what is over, too (security §3.4). */
  put(
    at: VaultPlace,
    secret: Secret,
    about: { readonly endsAt: number | null; readonly tags: Readonly<Record<string, string>> },
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'stored'; readonly id: string } | NotWritten>;
  /** Every version of a secret, in no order; none where there is no such secret. */
  versions(at: VaultPlace, signal: AbortSignal): Promise<Answer<readonly VaultVersion[]>>;
  /** Has a version given to nobody any more: what is in it is no secret of anything. */
  disable(
    id: string,
    signal: AbortSignal,
  ): Promise<{ readonly kind: 'disabled' } | { readonly kind: 'was-gone' } | NotWritten>;
}

export interface VaultPlace {
  /** `https://{vault}.vault.azure.net`, from the policy. */
  readonly vault: string;
  /** 1–127 characters of A–Z, a–z, 0–9 and `-`. */
  readonly name: string;
}
