import type { Vault, World } from '../world/world.js';

export function vaultHost({ name }: Vault): string {
  return `${name}.vault.azure.net`;
}

/** The vault at a host; null where there is none. */
export function vaultAt(host: string, { vaults }: World): Vault | null {
  return [...vaults.values()].find((vault) => vaultHost(vault) === host) ?? null;
}
