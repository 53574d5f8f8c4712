import type { RotationJob, RotationResult } from '../../access/ledger.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
import { bounded } from './decide.js';
import { held } from './finish.js';
import { close, closeAll, codeOf, schedule } from './jobs.js';
import { askWhetherItWorksMs, unconfirmedLastsMs } from './limits.js';
import { writtenMade } from './spec.js';
import { note } from './trail.js';

type Rotated = Extract<RotationResult, { kind: 'rotated' }>;

/** In a turn, as all here. What a one-time page will show is kept in the same transaction that says that it is there. */
export async function finishRotation(
  db: Db,
  job: RotationJob,
  result: RotationResult,
  now: number,
): Promise<boolean> {
  if (result.kind === 'rotated' && (result.sealed === null) !== (result.made.kept.kind === 'vault')) {
    throw new StoreError(
      'not-storable',
      'A new secret is neither in a vault nor sealed for a page, or both.',
    );
  }
  const request = job.request.id;
  const settled = await db
    .updateTable('access_request')
    .set(
      result.kind === 'rotated'
        ? {
            state: 'rotated',
            made: writtenMade(result.made),
            made_at: now,
            // From here on it says how long an answer is waited for.
            pending_until: now + unconfirmedLastsMs,
          }
        : { state: result.kind, why: bounded(result.why), ended_at: now },
    )
    .where('id', '=', request)
    .where('state', '=', 'rotating')
    .where((it) => it.exists(held(db, job, 'rotate')))
    .returning('id')
    .executeTakeFirst();
  if (settled === undefined) return false;
  await close(db, job, now);
  if (result.kind === 'rotated') await keep(db, job, result, now);
  else {
    const event = result.kind === 'void' ? 'request.void' : 'request.failed';
    await note(db, event, { request, from: 'rotating', why: codeOf(result.why) }, now);
    // An attempt whose answer was lost may have left something that works.
    await schedule(db, request, 'discard', result.kind, now);
  }
  await schedule(db, request, 'tell-outcome', result.kind, now);
  return true;
}

async function keep(db: Db, { request }: RotationJob, { made, sealed }: Rotated, now: number): Promise<void> {
  const { id, spec } = request;
  const { name, endsAt, kept } = made;
  if (sealed !== null && kept.kind === 'one-time-page') {
    const { objectId, tenant } = spec.requester;
    await db
      .insertInto('secret_delivery')
      .values({
        ...{ token_hash: sealed.tokenHash, ciphertext: sealed.ciphertext, request: id, tenant },
        ...{ recipient: objectId.toLowerCase(), until: kept.until, claimed_at: null },
      })
      .execute();
  }
  await note(db, 'rotation.made', { request: id, name, endsAt, kept: kept.kind }, now);
  await schedule(db, id, 'tell-ending', 'rotated', now + askWhetherItWorksMs);
}

export async function finishRetirement(
  db: Db,
  job: RotationJob,
  result: 'retired' | 'was-gone' | 'nothing',
  now: number,
): Promise<boolean> {
  const request = job.request.id;
  const settled = await db
    .updateTable('access_request')
    .set({ state: 'retired', why: result === 'retired' ? null : result, ended_at: now })
    .where('id', '=', request)
    .where('state', '=', 'retiring')
    .where((it) => it.exists(held(db, job, 'retire')))
    .returning('id')
    .executeTakeFirst();
  if (settled === undefined) return false;
  await note(db, 'retirement.done', { request, result }, now);
  await closeAll(db, request, now);
  await schedule(db, request, 'tell-outcome', 'retired', now);
  return true;
}

/** The request has ended before. */
export async function finishDiscard(
  db: Db,
  job: RotationJob,
  result: 'discarded' | 'was-gone',
  now: number,
): Promise<boolean> {
  const mine = await held(db, job, 'discard').executeTakeFirst();
  if (mine === undefined) return false;
  await close(db, job, now);
  await note(db, 'secret.discarded', { request: job.request.id, result }, now);
  return true;
}
