import type { RoleJob } from '../../access/ledger.js';
import type { Db } from '../tables.js';
import { held } from './finish.js';
import { closeAll } from './jobs.js';
import { passOn } from './pass-on.js';
import { note } from './trail.js';

/** In a turn. The job is still one's own, or nothing is changed. */
export async function takeOver(db: Db, job: RoleJob, now: number): Promise<boolean> {
  const { id, extends: before } = job.request;
  const mine = await held(db, job, 'grant').executeTakeFirst();
  if (before === null || mine === undefined) return false;
  const ended = await db
    .updateTable('access_request')
    .set({ state: 'removed', why: 'extended', owned: 0, ended_at: now })
    .where('id', '=', before)
    .where('state', '=', 'granted')
    .where('owned', '=', 1)
    .returning('dedupe_key')
    .executeTakeFirst();
  if (ended === undefined) return wasTakenOver(db, before);
  await note(db, 'grant.extended', { request: id, before }, now);
  await closeAll(db, before, now);
  await passOn(db, before, ended.dedupe_key);
  return true;
}

async function wasTakenOver(db: Db, request: string): Promise<boolean> {
  const row = await db
    .selectFrom('access_request')
    .select('why')
    .where('id', '=', request)
    .where('state', '=', 'removed')
    .executeTakeFirst();
  return row?.why === 'extended';
}
