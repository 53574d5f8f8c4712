import type { RotationResult } from '../../ledger.js';
import type { MadeSecret, RotationRequest } from '../../request.js';
import type { JobTime } from '../job-time.js';
import { afterProblem, again, done, type Outcome } from '../outcome.js';
import { stillAllowed } from '../still-allowed.js';
import { adopt } from './adopt.js';
import { afterNotWritten, type Fresh, type NotMade } from './fresh.js';
import { makeClientSecret } from './make-client-secret.js';
import { makeAdminPassword, makeTokenPassword } from './make-slot.js';
import { vaultPlaceOf } from './place.js';
import type { RotationPorts } from './ports.js';
import { disableOlder } from './versions.js';

type Rotating = Promise<Outcome<RotationResult>>;

/** How long a one-time page waits (security T20). */
const PAGE_LASTS_MS = 15 * 60_000;

/**
 * Makes the secret of an approved request new and keeps it where the policy says, before anybody hears of it. Bears being
 * done again after any of its steps: a secret whose value was lost is made worthless, and made new again.
 *
 * @param attempt how often it was begun
 */
export async function rotate(
  request: RotationRequest,
  attempt: number,
  ports: RotationPorts,
  time: JobTime,
): Rotating {
  const { spec } = request;
  const place = vaultPlaceOf(spec);
  if (spec.delivery.kind === 'vault' ? place === null : ports.sealer === null) return failed('no-delivery');
  const before = attempt === 1 ? done(null) : await adopt(request, place, ports, time);
  if (before.kind === 'again') return before;
  if (before.result !== null) {
    const made = before.result;
    if (place !== null && made.kept.kind === 'vault') {
      const adopted = { request: request.id, attempt, kept: made.kept.id };
      await disableOlder(adopted, place, ports.vaults, time.signal);
    }
    return done({ kind: 'rotated', made, sealed: null });
  }

  const allowed = await stillAllowed(request, ports.policy(), ports.people, ports.now(), time.signal);
  if (!allowed.ok) return afterProblem(allowed.problem);
  if (allowed.value !== null) {
    const { why, because } = allowed.value;
    ports.log.warn('executor.void', { request: request.id, why, because });
    return done({ kind: 'void', why });
  }
  const made = await make(request, ports, time);
  if (made.kind === 'not-made') return failed(made.why);
  return made.kind === 'again' ? made : keep(made.result, request, attempt, ports, time);
}

async function make(
  { id, spec }: RotationRequest,
  { rotator, now }: RotationPorts,
  time: JobTime,
): Promise<Outcome<Fresh> | NotMade> {
  const { secret, validMs, registry } = spec;
  switch (secret.kind) {
    case 'admin-password':
      return makeAdminPassword(registry.resourceId, secret, rotator, time);
    case 'repository-token-password':
      return makeTokenPassword(registry.resourceId, secret, validMs, rotator, now(), time);
    case 'client-secret':
      return makeClientSecret(id, secret, validMs, rotator, now(), time);
  }
}

async function keep(
  { secret, ...about }: Fresh,
  { id: request, spec }: RotationRequest,
  attempt: number,
  { vaults, sealer, now }: RotationPorts,
  time: JobTime,
): Rotating {
  const place = vaultPlaceOf(spec);
  if (place === null) {
    if (sealer === null) return failed('no-delivery');
    const sealed = sealer.seal(secret, { request, attempt, recipient: spec.requester.objectId });
    const kept: MadeSecret['kept'] = { kind: 'one-time-page', attempt, until: now() + PAGE_LASTS_MS };
    return done({ kind: 'rotated', made: { ...about, kept }, sealed });
  }
  if (!time.mayWrite()) return again('no-time');
  const proof = about.proof !== null && { proof: about.proof };
  const tags = { request, attempt: String(attempt), name: about.name, ...proof };
  const stored = await vaults.put(place, secret, { endsAt: about.endsAt, tags }, time.signal);
  if (stored.kind !== 'stored') {
    const after = afterNotWritten(stored);
    return after.kind === 'again'
      ? after
      : failed(`vault-${stored.kind === 'refused' ? stored.reason : 'other'}`);
  }
  await disableOlder({ request, attempt, kept: stored.id }, place, vaults, time.signal);
  return done({ kind: 'rotated', made: { ...about, kept: { kind: 'vault', id: stored.id } }, sealed: null });
}

function failed(why: string): Outcome<RotationResult> {
  return done({ kind: 'failed', why });
}
