import type { Rotator, TokenPassword, TokenSlot } from '../../../azure/rotator.js';
import type { RenewedSecret } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { afterProblem, again, type Outcome } from '../outcome.js';
import { afterNotWritten, type Fresh, type NotMade } from './fresh.js';
import { otherTokenSlot } from './place.js';

type Made = Promise<Outcome<Fresh> | NotMade>;

/**
 * Makes the password of a slot new that is not in use. After a lost answer it is made new again: what nobody has learnt
 * nobody can be using (T34).
 */
export async function makeAdminPassword(
  registryId: string,
  { renew }: Extract<RenewedSecret, { kind: 'admin-password' }>,
  rotator: Rotator,
  time: JobTime,
): Made {
  if (!time.mayWrite()) return again('no-time');
  const renewed = await rotator.renewAdminPassword(registryId, renew, time.signal);
  if (renewed.kind !== 'renewed') return afterNotWritten(renewed);
  const fresh = { secret: renewed.secret, name: renew, endsAt: null, proof: null, replaces: null };
  return { kind: 'done', result: fresh };
}

export async function makeTokenPassword(
  registryId: string,
  { token, renew }: Extract<RenewedSecret, { kind: 'repository-token-password' }>,
  validMs: number | null,
  rotator: Rotator,
  now: number,
  time: JobTime,
): Made {
  if (validMs === null) return { kind: 'not-made', why: 'malformed' };
  const before = await rotator.tokenPasswords(registryId, token, time.signal);
  if (!before.ok) return afterProblem(before.problem);
  if (before.value === null) return { kind: 'not-made', why: 'azure-gone' };
  if (!time.mayWrite()) return again('no-time');
  const endsAt = now + validMs;
  const renewed = await rotator.renewTokenPassword(registryId, token, renew, endsAt, time.signal);
  if (renewed.kind !== 'renewed') return afterNotWritten(renewed);
  const fresh = {
    ...{ secret: renewed.secret, name: renew, endsAt },
    proof: proofOf(renewed.createdAt),
    replaces: proofIn(before.value, otherTokenSlot[renew]),
  };
  return { kind: 'done', result: fresh };
}

/** When the password of a slot was made, as it is compared; null where there is none, or Azure does not tell. */
export function proofIn(passwords: readonly TokenPassword[], slot: TokenSlot): string | null {
  return proofOf(passwords.find((it) => it.slot === slot)?.createdAt ?? null);
}

function proofOf(createdAt: number | null): string | null {
  return createdAt === null ? null : String(createdAt);
}
