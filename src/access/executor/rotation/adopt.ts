import type { VaultPlace } from '../../../azure/vault.js';
import type { MadeSecret, RotationRequest } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { afterProblem, done, type Outcome } from '../outcome.js';
import { proofIn } from './make-slot.js';
import { otherTokenSlot } from './place.js';
import type { RotationPorts } from './ports.js';
import { keptVersions } from './versions.js';

/**
 * What an earlier attempt has put into the vault before it was cut off, if it is the secret that works now: its creation
 * time or key id says so. Of the admin user's password Azure tells neither, so that it is made new again.
 *
 * @returns null where there is none
 */
export async function adopt(
  { id, spec }: RotationRequest,
  place: VaultPlace | null,
  { rotator, vaults }: RotationPorts,
  { signal }: JobTime,
): Promise<Outcome<MadeSecret | null>> {
  const { secret, registry } = spec;
  if (place === null || secret.kind === 'admin-password') return done(null);
  const versions = await keptVersions(id, place, vaults, signal);
  if (!versions.ok) return afterProblem(versions.problem);
  const mine = versions.value;
  const kept = (proof: string | null) =>
    proof === null ? undefined : mine.find(({ tags }) => tags['proof'] === proof);
  if (mine.length === 0) return done(null);

  if (secret.kind === 'client-secret') {
    const found = await rotator.application(secret.appId, signal);
    if (!found.ok) return afterProblem(found.problem);
    for (const { keyId, endsAt } of found.value?.secrets ?? []) {
      const version = kept(keyId);
      if (version !== undefined) return done(madeOf(version.id, keyId, endsAt, keyId, secret.retire));
    }
    return done(null);
  }
  const found = await rotator.tokenPasswords(registry.resourceId, secret.token, signal);
  if (!found.ok) return afterProblem(found.problem);
  const passwords = found.value ?? [];
  const proof = proofIn(passwords, secret.renew);
  const version = kept(proof);
  if (version === undefined) return done(null);
  const endsAt = passwords.find(({ slot }) => slot === secret.renew)?.expiresAt ?? null;
  const replaces = proofIn(passwords, otherTokenSlot[secret.renew]);
  return done(madeOf(version.id, secret.renew, endsAt, proof, replaces));
}

function madeOf(
  id: string,
  name: string,
  endsAt: number | null,
  proof: string | null,
  replaces: string | null,
): MadeSecret {
  return { name, endsAt, proof, replaces, kept: { kind: 'vault', id } };
}
