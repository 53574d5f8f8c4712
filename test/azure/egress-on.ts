import { publicCloud } from '../../src/azure/clouds.js';
import { type Deadlines, deadlines } from '../../src/azure/deadline.js';
import { createEgress, type Egress } from '../../src/azure/egress.js';
import type { Inventory, InventoryEntry } from '../../src/azure/inventory.js';
import { parseLoginServer } from '../../src/diagnosis/facts/login-server.js';
import type { LoginServer } from '../../src/diagnosis/reading.js';
import type { FakeNet } from '../support/fake-net.js';

/** The guard over a fake network, with the real deadlines but for those of the test. */
export function egressOn(net: Pick<FakeNet, 'network'>, short: Partial<Deadlines> = {}): Egress {
  return createEgress({
    network: net.network,
    cloud: publicCloud,
    deadlines: { ...deadlines, ...short },
  });
}

export function server(host: string): LoginServer {
  const parsed = parseLoginServer(host);
  if (parsed === null) throw new Error(`${host} is no login server`);
  return parsed;
}

/** An inventory of these registries. */
export function inventory(entries: Readonly<Record<string, InventoryEntry>>): Inventory {
  return { find: async (host) => entries[host] ?? null };
}

export const nobody = inventory({});
export const signal = new AbortController().signal;
export const contoso = server('contoso.azurecr.io');
/** A public address of a registry; leads nowhere but to the test. */
export const address = '20.62.128.10';
export const challenge = `Bearer realm="https://${contoso}/oauth2/token",service="${contoso}"`;
