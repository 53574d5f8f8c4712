import type { Inventory } from '../inventory.js';
import type { Management } from '../ports.js';

/** Registries that Resource Manager shows are ours; what it does not show, or does not say, is not. */
export function inventoryOf({ findRegistry }: Pick<Management, 'findRegistry'>): Inventory {
  return {
    find: async (host, signal) => {
      const found = await findRegistry(host, signal);
      if (!found.ok || found.value === null) return null;
      return { privateEndpoint: found.value.privateEndpoints.some(({ status }) => status === 'approved') };
    },
  };
}
