import { connectIdentities } from '../../access/identities/connect.js';
import { type Watch, watchIdentities } from '../../access/identities/watch.js';
import type { Policy } from '../../access/policy/policy.js';
import type { Settings } from '../../config/settings.js';
import type { Log } from '../../observe/log.js';
import type { AzureGround } from './azure.js';

/**
 * Looks at the identities of the bot where one of them writes; null where none does, as then nothing depends on it.
 *
 * @param changed called when a look has found another result than the last one
 */
export function watchOn(
  { access, rotation }: Pick<Settings, 'access' | 'rotation'>,
  policy: Policy | null,
  { network, cloud, credential: reader, grantor, rotator, subscriptions }: AzureGround,
  log: Log,
  changed: () => void,
): Watch | null {
  if (policy === null || reader === null || (access === null && rotation === null)) return null;
  const credentials = {
    reader,
    grantor: access === null ? null : (grantor ?? access.grantor),
    rotator: rotation === null ? null : (rotator ?? rotation.rotator),
  };
  const ports = connectIdentities({ network, cloud, credentials, subscriptions });
  return watchIdentities({ ...ports, policy, log, changed });
}
