import { parseRegistryId } from '../../../azure/management/ids.js';
import type { AdminSlot, TokenSlot } from '../../../azure/rotator.js';
import type { VaultPlace } from '../../../azure/vault.js';
import type { RenewedSecret, RotationSpec } from '../../request.js';

/** A name that a vault takes (Key Vault, "Object identifiers"). */
const grammar = /^[A-Za-z0-9-]{1,127}$/;

/**
 * Where a new secret is kept in the team's vault: under the same name each time, so that what reads it gets the newest
 * version. Pure.
 *
 * @returns null where it is delivered otherwise, or no such name can be made
 */
export function vaultPlaceOf({ registry, secret, delivery }: RotationSpec): VaultPlace | null {
  const at = parseRegistryId(registry.resourceId);
  if (delivery.kind !== 'vault' || at === null) return null;
  const name = `acr-${at.name}-${nameOf(secret)}`;
  return grammar.test(name) ? { vault: delivery.url, name } : null;
}

function nameOf(secret: RenewedSecret): string {
  switch (secret.kind) {
    case 'admin-password':
      return 'admin';
    case 'repository-token-password':
      return `token-${secret.token}`;
    case 'client-secret':
      return `app-${secret.appId}`;
  }
}

/** The slot that stays in use while this one is made new. */
export const otherAdminSlot: Readonly<Record<AdminSlot, AdminSlot>> = {
  password: 'password2',
  password2: 'password',
};
export const otherTokenSlot: Readonly<Record<TokenSlot, TokenSlot>> = {
  password1: 'password2',
  password2: 'password1',
};
