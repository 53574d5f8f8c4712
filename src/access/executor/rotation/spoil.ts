import type { AdminSlot, TokenSlot } from '../../../azure/rotator.js';
import type { RotationSpec } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { afterProblem, again, done, type Outcome } from '../outcome.js';
import { afterNotWritten } from './fresh.js';
import { proofIn } from './make-slot.js';
import type { RotationPorts } from './ports.js';

/** `other`: what is there by now is not what was to be made worthless. */
export type Spoiling = Promise<Outcome<'spoilt' | 'other'>>;

type Ports = Pick<RotationPorts, 'rotator' | 'now'>;

/** A password that nobody will learn need not be valid for long; a day is surely not too short for Azure. */
const DAY_MS = 24 * 60 * 60_000;

/** A slot cannot be emptied: it is made new, and the value dropped. Azure does not tell whether somebody else has done so. */
export async function spoilAdminPassword(
  { registry }: RotationSpec,
  slot: AdminSlot,
  { rotator }: Ports,
  time: JobTime,
): Spoiling {
  if (!time.mayWrite()) return again('no-time');
  const renewed = await rotator.renewAdminPassword(registry.resourceId, slot, time.signal);
  return renewed.kind === 'renewed' ? done('spoilt') : notWritten(afterNotWritten(renewed));
}

/** @param proof creation time of the one that is meant: what was made since is somebody else's, or worthless already */
export async function spoilTokenPassword(
  { registry, secret }: RotationSpec,
  slot: TokenSlot,
  proof: string | null,
  { rotator, now }: Ports,
  time: JobTime,
): Spoiling {
  if (secret.kind !== 'repository-token-password') return done('other');
  const { token } = secret;
  const found = await rotator.tokenPasswords(registry.resourceId, token, time.signal);
  if (!found.ok) return afterProblem(found.problem);
  const there = found.value?.some((it) => it.slot === slot) ?? false;
  // Where Azure tells no creation time, it told none of the one that is meant either.
  if (found.value === null || !there || proofIn(found.value, slot) !== proof) return done('other');
  if (!time.mayWrite()) return again('no-time');
  const endsAt = now() + DAY_MS;
  const renewed = await rotator.renewTokenPassword(registry.resourceId, token, slot, endsAt, time.signal);
  return renewed.kind === 'renewed' ? done('spoilt') : notWritten(afterNotWritten(renewed));
}

export async function removeKey(
  appId: string,
  keyId: string | null,
  { rotator }: Ports,
  time: JobTime,
): Spoiling {
  const found = await rotator.application(appId, time.signal);
  if (!found.ok) return afterProblem(found.problem);
  if (found.value === null || keyId === null) return done('other');
  if (!found.value.secrets.some((it) => it.keyId === keyId)) return done('other');
  if (!time.mayWrite()) return again('no-time');
  const removed = await rotator.removeClientSecret(found.value.id, keyId, time.signal);
  if (removed.kind === 'was-gone') return done('other');
  return removed.kind === 'removed' ? done('spoilt') : notWritten(afterNotWritten(removed));
}

/** Owed until it is done: a refusal is tried again, too, and a human told in the end. */
function notWritten(after: ReturnType<typeof afterNotWritten>): Outcome<never> {
  return after.kind === 'again' ? after : again('refused');
}
