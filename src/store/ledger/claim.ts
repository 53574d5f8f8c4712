import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { type Job, jobKinds } from '../../access/ledger.js';
import type { RoleRequest } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
import { giveUp } from './give-up.js';
import { approvalLastsMs, mostAttempts } from './limits.js';
import { requestsFrom } from './rows.js';
import { note } from './trail.js';

/** Whether it is worth a turn. */
export async function isAnythingDue(db: Db, now: number): Promise<boolean> {
  return (await due(db, now).executeTakeFirst()) !== undefined;
}

/** In a turn. What was begun too often, or cannot be read, is given up on the way to the next. */
export async function claim(
  db: Db,
  passOver: RawBuilder<unknown>,
  now: number,
  leaseMs: number,
): Promise<Job | null> {
  for (;;) {
    const next = await due(db, now).modifyEnd(passOver).executeTakeFirst();
    if (next === undefined) return null;
    if (next.attempts >= mostAttempts) {
      await giveUp(db, next, 'too-many-attempts', now);
      continue;
    }
    const lease = randomUUID();
    await db
      .updateTable('role_job')
      .set({ lease, leased_until: now + leaseMs, attempts: next.attempts + 1 })
      .where('id', '=', next.id)
      .execute();
    const kind = jobKinds.find((it) => it === next.kind);
    const request = kind === undefined ? null : await begun(db, next, now);
    if (kind !== undefined && request !== null) {
      return { id: next.id, kind, request, attempts: next.attempts + 1, lease };
    }
    await giveUp(db, next, 'damaged', now);
  }
}

/** Only what the state of its request still calls for: after a pause of any length the world may be another. */
function due(db: Db, now: number) {
  return db
    .selectFrom('role_job')
    .innerJoin('role_request', 'role_request.id', 'role_job.request')
    .select(['role_job.id', 'role_job.kind', 'role_job.request', 'role_job.attempts'])
    .where('role_job.done_at', 'is', null)
    .where('role_job.not_before', '<=', now)
    .where(({ or, eb }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .where(({ or, and, eb }) => {
      const state = (...states: readonly string[]) => eb('role_request.state', 'in', states);
      return or([
        eb('kind', '=', 'tell-outcome'),
        and([
          eb('kind', 'in', ['tell-approvers', 'remind-approvers']),
          state('pending'),
          eb('pending_until', '>', now),
        ]),
        and([
          eb('kind', '=', 'grant'),
          or([state('granting'), and([state('approved'), eb('approved_at', '>', now - approvalLastsMs)])]),
        ]),
        and([eb('kind', '=', 'tell-ending'), state('granted'), eb('until', '>', now)]),
        and([eb('kind', '=', 'remove'), state('granted', 'removing', 'failed'), eb('owned', '=', 1)]),
      ]);
    })
    .orderBy('role_job.not_before')
    .orderBy('role_job.id')
    .limit(1);
}

/** The request, in the state of one that somebody is at; null where it cannot be read. */
async function begun(
  db: Db,
  { kind, request }: { readonly kind: string; readonly request: string },
  now: number,
): Promise<RoleRequest | null> {
  const rows = await db.selectFrom('role_request').selectAll().where('id', '=', request).execute();
  try {
    // Before anything is changed: of what cannot be read nothing is begun.
    await requestsFrom(db, rows);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return null;
    throw error;
  }
  if (kind === 'grant') await move(db, request, ['approved'], 'granting', 'grant.begun', now);
  if (kind === 'remove') await move(db, request, ['granted', 'failed'], 'removing', 'removal.begun', now);
  const moved = await db.selectFrom('role_request').selectAll().where('id', '=', request).execute();
  const [read] = await requestsFrom(db, moved);
  return read ?? null;
}

/** One that is in the second state already is taken up again by somebody else: that is no event. */
async function move(
  db: Db,
  request: string,
  from: readonly string[],
  to: string,
  event: 'grant.begun' | 'removal.begun',
  now: number,
): Promise<void> {
  const moved = await db
    .updateTable('role_request')
    .set({ state: to, why: null })
    .where('id', '=', request)
    .where('state', 'in', from)
    .where(sql<boolean>`ended_at is null`)
    .returning('id')
    .executeTakeFirst();
  if (moved !== undefined) await note(db, event, { request }, now);
}
