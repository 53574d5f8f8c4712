import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Job } from '../../access/ledger.js';
import type { AccessRequest } from '../../access/request.js';
import { StoreError } from '../store-error.js';
import type { Db } from '../tables.js';
import { courseOf, courses } from './course.js';
import { giveUp } from './give-up.js';
import { discardBefore, newerThan } from './in-the-way.js';
import { jobFor } from './job-for.js';
import { approvalLastsMs, mostAttempts } from './limits.js';
import { requestsFrom } from './rows.js';
import { type Event, note } from './trail.js';

/** Whether it is worth a turn. */
export async function isAnythingDue(db: Db, now: number): Promise<boolean> {
  return (await due(db, now).executeTakeFirst()) !== undefined;
}

/** Since when; null where nothing is. */
export async function oldestDue(db: Db, now: number): Promise<number | null> {
  const oldest = await due(db, now).select('access_job.not_before').executeTakeFirst();
  return oldest?.not_before ?? null;
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
      .updateTable('access_job')
      .set({ lease, leased_until: now + leaseMs, attempts: next.attempts + 1 })
      .where('id', '=', next.id)
      .execute();
    const request = await begun(db, next, now);
    const held = { id: next.id, attempts: next.attempts + 1, lease };
    const job = request === null ? null : jobFor(next.kind, request, held);
    if (job !== null) return job;
    await giveUp(db, next, 'damaged', now);
  }
}

/** Only what the state of its request still calls for: after a pause of any length the world may be another. */
function due(db: Db, now: number) {
  return db
    .selectFrom('access_job')
    .innerJoin('access_request', 'access_request.id', 'access_job.request')
    .select(['access_job.id', 'access_job.kind', 'access_job.request', 'access_job.attempts'])
    .where('access_job.done_at', 'is', null)
    .where('access_job.not_before', '<=', now)
    .where(({ or, eb }) => or([eb('leased_until', 'is', null), eb('leased_until', '<=', now)]))
    .where(({ or, and, not, eb }) => {
      const state = (...states: readonly string[]) => eb('access_request.state', 'in', states);
      const { role, rotation } = courses;
      return or([
        eb('access_job.kind', 'in', ['tell-outcome', 'tell-alert']),
        and([eb('access_job.kind', '=', 'discard'), not(newerThan('access_request'))]),
        and([
          eb('access_job.kind', 'in', ['tell-approvers', 'remind-approvers', 'tell-question', 'tell-answer']),
          state('pending'),
          eb('pending_until', '>', now),
        ]),
        and([
          eb('access_job.kind', 'in', [role.begin, rotation.begin]),
          not(discardBefore(now)),
          or([
            state(role.beginning, rotation.beginning),
            and([state('approved'), eb('approved_at', '>', now - approvalLastsMs)]),
          ]),
        ]),
        and([
          eb('access_job.kind', 'in', ['tell-ending', 'tell-working']),
          state(role.inEffect),
          eb('until', '>', now),
        ]),
        and([
          eb('access_job.kind', '=', 'tell-ending'),
          state(rotation.inEffect),
          eb('confirmed_at', 'is', null),
        ]),
        and([
          eb('access_job.kind', '=', role.end),
          state(role.inEffect, role.ending, 'failed'),
          eb('owned', '=', 1),
        ]),
        and([
          eb('access_job.kind', '=', rotation.end),
          state(rotation.inEffect, rotation.ending, 'failed'),
          eb('confirmed_at', 'is not', null),
          eb('ended_at', 'is', null),
        ]),
      ]);
    })
    .orderBy('access_job.not_before')
    .orderBy('access_job.id')
    .limit(1);
}

/** The request, in the state of one that somebody is at; null where it cannot be read. */
async function begun(
  db: Db,
  { kind, request }: { readonly kind: string; readonly request: string },
  now: number,
): Promise<AccessRequest | null> {
  const rows = await db.selectFrom('access_request').selectAll().where('id', '=', request).execute();
  try {
    // Before anything is changed: of what cannot be read nothing is begun.
    await requestsFrom(db, rows);
  } catch (error) {
    if (error instanceof StoreError && error.code === 'damaged') return null;
    throw error;
  }
  const course = courseOf(rows[0]?.kind ?? '');
  const { beginning, inEffect, ending } = course;
  if (kind === course.begin) await move(db, request, ['approved'], beginning, course.begun, now);
  if (kind === course.end) await move(db, request, [inEffect, 'failed'], ending, course.endBegun, now);
  const moved = await db.selectFrom('access_request').selectAll().where('id', '=', request).execute();
  const [read] = await requestsFrom(db, moved);
  return read ?? null;
}

/** One that is in the second state already is taken up again by somebody else: that is no event. */
async function move(
  db: Db,
  request: string,
  from: readonly string[],
  to: string,
  event: Event,
  now: number,
): Promise<void> {
  const moved = await db
    .updateTable('access_request')
    .set({ state: to, why: null })
    .where('id', '=', request)
    .where('state', 'in', from)
    .where(sql<boolean>`ended_at is null`)
    .returning('id')
    .executeTakeFirst();
  if (moved !== undefined) await note(db, event, { request }, now);
}
