import type { SecretVersion, VaultSecret } from '../world/ledger.js';
import type { Vault } from '../world/world.js';
import { vaultHost } from './hosts.js';

/** Days that a deleted secret can be recovered for: the default. */
const RETENTION_DAYS = 90;

/** What is told of a version without its value: an item of a list. */
export function item(vault: Vault, { name }: Pick<VaultSecret, 'name'>, version: SecretVersion) {
  const { notBefore, expires, created, updated, enabled, contentType, tags } = version;
  return {
    id: `https://${vaultHost(vault)}/secrets/${name}/${version.version}`,
    attributes: {
      enabled,
      ...(notBefore !== null && { nbf: seconds(notBefore) }),
      ...(expires !== null && { exp: seconds(expires) }),
      created: seconds(created),
      updated: seconds(updated),
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays: RETENTION_DAYS,
    },
    ...(contentType !== null && { contentType }),
    tags,
  };
}

/** A version with its value: the answer to setting and to getting. */
export function bundle(vault: Vault, secret: Pick<VaultSecret, 'name'>, version: SecretVersion) {
  return { value: version.value, ...item(vault, secret, version) };
}

/** A secret that was deleted and is kept for a while. */
export function deletedItem(vault: Vault, secret: VaultSecret, version: SecretVersion, deleted: Date) {
  return {
    recoveryId: `https://${vaultHost(vault)}/deletedsecrets/${secret.name}`,
    deletedDate: seconds(deleted),
    scheduledPurgeDate: seconds(deleted) + RETENTION_DAYS * 86_400,
    ...item(vault, secret, version),
  };
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
