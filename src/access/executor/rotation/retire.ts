import type { MadeSecret, RotationRequest, RotationSpec } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { afterProblem, again, done, type Outcome } from '../outcome.js';
import { clientSecretName, removeLeftovers } from './make-client-secret.js';
import { otherAdminSlot, otherTokenSlot, vaultPlaceOf } from './place.js';
import type { RotationPorts } from './ports.js';
import { removeKey, type Spoiling, spoilAdminPassword, spoilTokenPassword } from './spoil.js';
import { disableVersion, keptVersions } from './versions.js';

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

type Discarding = Promise<Outcome<'discarded' | 'was-gone'>>;

/** Makes a new secret worthless that nobody has, or perhaps the wrong one; the old one stays as it is. */
export async function discard(request: RotationRequest, ports: Ports, time: JobTime): Discarding {
  const { made, spec } = request;
  // Also what an attempt left behind whose answer was lost, before anything was kept.
  const left = await leftovers(request, ports, time);
  if (left.kind === 'again') return left;
  const outcome =
    made === null ? await spoilKept(request, ports, time) : await spoilMade(spec, made, ports, time);
  if (outcome.kind === 'again') return outcome;
  return done(left.result || outcome.result === 'spoilt' ? 'discarded' : 'was-gone');
}

async function spoilMade(
  spec: RotationSpec,
  { name, proof, kept }: MadeSecret,
  ports: Ports,
  time: JobTime,
): Spoiling {
  const { secret } = spec;
  const outcome =
    secret.kind === 'client-secret'
      ? await removeKey(secret.appId, name, ports, time)
      : await spoilSlot(spec, proof, ports, time);
  if (outcome.kind === 'again' || kept.kind !== 'vault') return outcome;
  return (await disableVersion(kept.id, ports.vaults, time.signal)) ?? outcome;
}

/** What attempts have put into the vault that never came to an end: its readers have it, and it may work. */
async function spoilKept({ id, spec }: RotationRequest, ports: Ports, time: JobTime): Spoiling {
  const place = vaultPlaceOf(spec);
  if (place === null) return done('other');
  const kept = await keptVersions(id, place, ports.vaults, time.signal);
  // Who may not even look has put nothing there, either.
  if (!kept.ok) return kept.problem.kind === 'denied' ? done('other') : afterProblem(kept.problem);
  let result: 'spoilt' | 'other' = 'other';
  for (const proof of new Set(kept.value.map(({ tags }) => tags['proof'] ?? null))) {
    const outcome = await spoilSlot(spec, proof, ports, time);
    if (outcome.kind === 'again') return outcome;
    if (outcome.result === 'spoilt') result = 'spoilt';
  }
  for (const version of kept.value) {
    const still = await disableVersion(version.id, ports.vaults, time.signal);
    if (still !== null) return still;
  }
  return done(result);
}

/** Keys of an application are no slots: they are found by what they are called, whatever a vault says. */
async function spoilSlot(spec: RotationSpec, proof: string | null, ports: Ports, time: JobTime): Spoiling {
  const { secret } = spec;
  switch (secret.kind) {
    case 'admin-password':
      return spoilAdminPassword(spec, secret.renew, ports, time);
    case 'repository-token-password':
      return spoilTokenPassword(spec, secret.renew, proof, ports, time);
    case 'client-secret':
      return done('other');
  }
}

/** Removes them; whether there were any. */
async function leftovers(
  { id, spec: { secret } }: RotationRequest,
  { rotator }: Ports,
  time: JobTime,
): Promise<Outcome<boolean>> {
  if (secret.kind !== 'client-secret') return done(false);
  const found = await rotator.application(secret.appId, time.signal);
  if (!found.ok) return afterProblem(found.problem);
  if (found.value === null) return done(false);
  const some = found.value.secrets.some(({ displayName }) => displayName === clientSecretName(id));
  const left = await removeLeftovers(found.value, id, rotator, time);
  if (left === null) return done(some);
  return left.kind === 'not-made' ? again('refused') : left;
}
