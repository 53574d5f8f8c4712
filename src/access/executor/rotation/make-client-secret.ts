import type { Application, Rotator } from '../../../azure/rotator.js';
import type { RenewedSecret } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { type Again, afterProblem, again, type Outcome } from '../outcome.js';
import { afterNotWritten, type Fresh, type NotMade } from './fresh.js';

/** Secrets of one application that work at the same time; with more of them nobody knows who uses which (security §3.5). */
const MOST_LIVE = 2;

/** How a client secret says whose it is: what an attempt left behind whose answer was lost is found by it. */
export function clientSecretName(request: string): string {
  return `acr-help ${request}`;
}

/**
 * Adds a client secret to the application of a service principal. What an earlier attempt has left there nobody knows the
 * value of: it is removed first (T34).
 */
export async function makeClientSecret(
  request: string,
  secret: Extract<RenewedSecret, { kind: 'client-secret' }>,
  validMs: number | null,
  rotator: Rotator,
  now: number,
  time: JobTime,
): Promise<Outcome<Fresh> | NotMade> {
  if (validMs === null) return { kind: 'not-made', why: 'malformed' };
  const found = await rotator.application(secret.appId, time.signal);
  if (!found.ok) return afterProblem(found.problem);
  if (found.value === null) return { kind: 'not-made', why: 'azure-gone' };
  const left = await removeLeftovers(found.value, request, rotator, time);
  if (left !== null) return left;
  const mine = clientSecretName(request);
  const live = found.value.secrets.filter(
    ({ displayName, endsAt }) => displayName !== mine && (endsAt === null || endsAt > now),
  );
  if (live.length > MOST_LIVE) return { kind: 'not-made', why: 'too-many-secrets' };
  if (!time.mayWrite()) return again('no-time');
  const endsAt = now + validMs;
  const added = await rotator.addClientSecret(found.value.id, mine, endsAt, time.signal);
  if (added.kind !== 'renewed') return afterNotWritten(added);
  const { keyId } = added;
  return {
    kind: 'done',
    result: { secret: added.secret, name: keyId, endsAt, proof: keyId, replaces: secret.retire },
  };
}

/** Null: there are none any more. */
export async function removeLeftovers(
  { id, secrets }: Application,
  request: string,
  rotator: Rotator,
  time: JobTime,
): Promise<Again | NotMade | null> {
  for (const { keyId, displayName } of secrets) {
    if (displayName !== clientSecretName(request)) continue;
    if (!time.mayWrite()) return again('no-time');
    const removed = await rotator.removeClientSecret(id, keyId, time.signal);
    if (removed.kind !== 'removed' && removed.kind !== 'was-gone') return afterNotWritten(removed);
  }
  return null;
}
