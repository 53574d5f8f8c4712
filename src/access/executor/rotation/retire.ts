import type { MadeSecret, RotationRequest } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { type Again, afterProblem, again, done, type Outcome } from '../outcome.js';
import { removeLeftovers } from './make-client-secret.js';
import { otherAdminSlot, otherTokenSlot } from './place.js';
import type { RotationPorts } from './ports.js';
import { removeKey, type Spoiling, spoilAdminPassword, spoilTokenPassword } from './spoil.js';

type Ports = Pick<RotationPorts, 'rotator' | 'vaults' | 'now'>;

/** Makes the old secret worthless, once its owner has said that the new one works everywhere. */
export async function retire(
  request: RotationRequest,
  ports: Ports,
  time: JobTime,
): Promise<Outcome<'retired' | 'was-gone' | 'nothing'>> {
  const { spec, made } = request;
  const { secret } = spec;
  if (secret.kind === 'client-secret' && secret.retire === null) return done('nothing');
  const outcome = await old();
  return outcome.kind === 'again' ? outcome : done(outcome.result === 'spoilt' ? 'retired' : 'was-gone');

  function old(): Spoiling {
    switch (secret.kind) {
      case 'admin-password':
        return spoilAdminPassword(spec, otherAdminSlot[secret.renew], ports, time);
      case 'repository-token-password':
        return spoilTokenPassword(spec, otherTokenSlot[secret.renew], made?.replaces ?? null, ports, time);
      case 'client-secret':
        return removeKey(secret.appId, secret.retire, ports, time);
    }
  }
}

/** Makes a new secret worthless that nobody has, or perhaps the wrong one; the old one stays as it is. */
export async function discard(
  { id, spec, made }: RotationRequest,
  ports: Ports,
  time: JobTime,
): Promise<Outcome<'discarded' | 'was-gone'>> {
  const { secret } = spec;
  if (secret.kind === 'client-secret') {
    // Also what an attempt left behind whose answer was lost, before anything was kept.
    const left = await leftovers(id, secret.appId, ports, time);
    if (left !== null) return left;
  }
  if (made === null) return done('was-gone');
  const outcome = await fresh(made);
  if (outcome.kind === 'again') return outcome;
  if (made.kept.kind === 'vault') await ports.vaults.disable(made.kept.id, time.signal);
  return done(outcome.result === 'spoilt' ? 'discarded' : 'was-gone');

  function fresh({ name, proof }: MadeSecret): Spoiling {
    switch (secret.kind) {
      case 'admin-password':
        return spoilAdminPassword(spec, secret.renew, ports, time);
      case 'repository-token-password':
        return spoilTokenPassword(spec, secret.renew, proof, ports, time);
      case 'client-secret':
        return removeKey(secret.appId, name, ports, time);
    }
  }
}

/** Null: there are none any more. */
async function leftovers(
  request: string,
  appId: string,
  { rotator }: Ports,
  time: JobTime,
): Promise<Again | null> {
  const found = await rotator.application(appId, time.signal);
  if (!found.ok) return afterProblem(found.problem);
  const left = found.value === null ? null : await removeLeftovers(found.value, request, rotator, time);
  return left?.kind === 'not-made' ? again('refused') : left;
}
