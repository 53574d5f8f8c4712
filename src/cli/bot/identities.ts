import { connectIdentities } from '../../access/identities/connect.js';
import { type Watch, type WatchPorts, watchIdentities } from '../../access/identities/watch.js';
import type { Policy } from '../../access/policy/policy.js';
import type { Settings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import type { AzureGround } from './azure.js';

/** Milliseconds until the identities are looked at again. */
export type Looks = Pick<WatchPorts, 'soonMs' | 'laterMs'>;

/**
 * Looks at the identities of the bot where one of them writes; null where none does, as then nothing depends on it.
 *
 * @param changed called when a look has found another result than the last one
 */
export function watchOn(
  { access, rotation }: Pick<Settings, 'access' | 'rotation'>,
  policy: Policy | null,
  { network, cloud, credential: reader, grantor, rotator, subscriptions, counting, circuits }: AzureGround,
  log: Log,
  changed: () => void,
  looks: Looks = {},
): Watch | null {
  if (policy === null || reader === null || (access === null && rotation === null)) return null;
  const credentials = {
    reader,
    grantor: access === null ? null : (grantor ?? access.grantor),
    rotator: rotation === null ? null : (rotator ?? rotation.rotator),
  };
  const ports = connectIdentities({ network, cloud, credentials, subscriptions, counting, circuits });
  return watchIdentities({ ...ports, ...looks, policy, log, changed });
}
