import type { AccessRequest, MadeSecret, RotationRequest } from '../../request.js';
import { jobTime } from '../job-time.js';
import { adopt } from './adopt.js';
import { vaultPlaceOf } from './place.js';
import type { RotationPorts } from './ports.js';
import { removeKey } from './spoil.js';

/** The time of the job is over, or there would be no stray. */
const STRAY_MS = 15_000;

/**
 * Makes worthless what a process has made that was stopped for so long that somebody else has its job: it must not outlive
 * what they have made. What they have taken for theirs, or still may, stays.
 *
 * @param now the request as it is by now
 */
export async function dropStray(
  request: RotationRequest,
  stray: MadeSecret,
  now: AccessRequest | null,
  ports: RotationPorts,
): Promise<void> {
  const time = jobTime(STRAY_MS);
  const { secret } = request.spec;
  if (now?.made != null && isSame(stray, now.made)) return;
  if (now?.state === 'rotating') {
    const adopted = await adopt(request, vaultPlaceOf(request.spec), ports, time);
    if (adopted.kind === 'again' || (adopted.result !== null && isSame(stray, adopted.result))) return;
  }
  if (stray.kept.kind === 'vault') await ports.vaults.disable(stray.kept.id, time.signal);
  if (secret.kind === 'client-secret') await removeKey(secret.appId, stray.name, ports, time);
}

function isSame({ name, kept }: MadeSecret, other: MadeSecret): boolean {
  return kept.kind === 'vault' && other.kept.kind === 'vault'
    ? kept.id === other.kept.id
    : name === other.name;
}
