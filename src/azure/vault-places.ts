import type { CloudProfile } from './clouds.js';

/** Somebody named a vault to be written to that is none of the cloud: told at the start, not when a secret is there. */
export class InvalidVault extends Error {
  readonly code = 'INVALID_VAULT';

  constructor(suffix: string) {
    super(`A vault must be https://NAME${suffix}, without port, path and slash at the end.`);
    this.name = 'InvalidVault';
  }
}

/** "About keys, secrets and certificates": 3–24 letters, digits and single `-`; small ones, since host names are compared. */
const vaultName = /^[a-z](?:[a-z0-9]|-(?!-)){1,22}[a-z0-9]$/;
const secretName = /^[0-9A-Za-z-]{1,127}$/;
const versionName = /^[0-9a-f]{32}$/;

/**
 * Host of a vault.
 *
 * @param url `https://{name}{suffix}`, and nothing else
 * @throws InvalidVault
 */
export function vaultHost(url: string, { vaultSuffix }: Pick<CloudProfile, 'vaultSuffix'>): string {
  const host = url.startsWith('https://') ? url.slice('https://'.length) : '';
  const name = host.endsWith(vaultSuffix) ? host.slice(0, -vaultSuffix.length) : '';
  if (!vaultName.test(name)) throw new InvalidVault(vaultSuffix);
  return host;
}

export function isSecretName(text: string): boolean {
  return secretName.test(text);
}

/** A version of a secret, by the address that a vault gives it. */
export interface SecretVersionPlace {
  readonly vault: string;
  readonly name: string;
  readonly version: string;
}

/** Null for what is no `https://{vault}/secrets/{name}/{version}`; whether the vault is one of ours is not looked at. */
export function versionAt(id: string): SecretVersionPlace | null {
  const [, vault = '', name = '', version = ''] =
    /^(https:\/\/[a-z0-9.-]{1,253})\/secrets\/([^/]{1,127})\/([^/]{32})$/.exec(id) ?? [];
  return isSecretName(name) && versionName.test(version) ? { vault, name, version } : null;
}
