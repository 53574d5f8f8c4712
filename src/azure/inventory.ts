import type { LoginServer } from '../diagnosis/reading.js';

/**
 * Registries that Resource Manager shows in the configured subscriptions. Tokens go to no others, and only these
 * may have private addresses (security T05, T09, T10).
 */
export interface Inventory {
  /** Null: not one of ours. */
  find(host: LoginServer, signal: AbortSignal): Promise<InventoryEntry | null>;
}

export interface InventoryEntry {
  /** Whether there is an approved private endpoint. */
  readonly privateEndpoint: boolean;
}

/** Whether private addresses are allowed; no answer of Resource Manager is a no. */
export async function hasPrivateEndpoint(
  inventory: Inventory,
  host: LoginServer,
  signal: AbortSignal,
): Promise<boolean> {
  const entry = await inventory.find(host, signal).catch(() => null);
  return entry?.privateEndpoint ?? false;
}
