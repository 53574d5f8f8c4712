import { spanOf } from './clock.js';
import { guidOf } from './ids.js';
import type { Ledger } from './ledger.js';
import { get } from './named.js';
import { resolveIdentities } from './resolve-identities.js';
import { resolveResources } from './resolve-resources.js';
import { resolveRoles } from './resolve-roles.js';
import type { WorldFile } from './schema.js';
import type { Fault, World } from './world.js';

/** Gives every id, resolves every name and every time of a checked file (`references`). Pure but for the clock. */
export function resolve(file: WorldFile, now: () => Date, ledger: Ledger): World {
  // Times that a file leaves to the defaults count from its own clock, so that they stay where they are.
  const begin = new Date(file.clock);
  const time = (text: string): Date => {
    const span = spanOf(text);
    return span === null ? new Date(text) : new Date(begin.getTime() + span);
  };
  const identities = resolveIdentities(file, time);
  const resources = resolveResources(file, identities, time);
  const asks = get(identities.users, file.asks);
  const { title, cause, decoy, decidedBy, paste, answers, delay } = file;
  return {
    ...{ title, cause, decoy, decidedBy, asks, paste, answers, delay, now, ledger },
    propagation: file.propagation * 1000,
    changes: Object.keys(file.changes),
    bot: {
      ...file.bot,
      clientId: guidOf('client', 'acr-help'),
      objectId: guidOf('principal', 'acr-help'),
      tenant: asks.tenant,
    },
    ...identities,
    ...resources,
    ...resolveRoles(file, identities, resources, time),
    faults: Object.entries(file.faults).map(([name, it]): Fault => ({ ...it, name })),
  };
}
