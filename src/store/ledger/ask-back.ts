import type { Question } from '../../access/ledger.js';
import type { Party } from '../../access/request.js';
import type { Db } from '../tables.js';
import { bounded } from './decide.js';
import { schedule } from './jobs.js';
import { mostQuestions } from './limits.js';
import { partyFrom, writtenParty } from './spec.js';
import { note } from './trail.js';

/** In a turn, as all here. Who asks must not be who asked for it; whether they may decide is judged before. */
export async function askBack(
  db: Db,
  request: string,
  specHash: string,
  by: Party,
  words: string,
  now: number,
): Promise<'done' | 'refused'> {
  const party = writtenParty(by);
  const pending = await db
    .selectFrom('access_request')
    .select('id')
    .where('id', '=', request)
    .where('state', '=', 'pending')
    .where('spec_hash', '=', specHash)
    .where('pending_until', '>', now)
    .where('requester', '<>', by.objectId.toLowerCase())
    .executeTakeFirst();
  const asked = await questions(db, request);
  const isOpen = asked.some(({ answer }) => answer === null);
  if (pending === undefined || isOpen || asked.length >= mostQuestions) return 'refused';
  const number = asked.length + 1;
  await db
    .insertInto('access_question')
    .values({ request, number, party, words: bounded(words), at: now, answer: null })
    .execute();
  const { objectId, tenant, platform } = by;
  await note(db, 'request.question', { request, number, by: { objectId, tenant, platform } }, now);
  await schedule(db, request, 'tell-question', String(number), now);
  return 'done';
}

export async function answer(
  db: Db,
  request: string,
  objectId: string,
  words: string,
  now: number,
): Promise<'done' | 'refused'> {
  const pending = await db
    .selectFrom('access_request')
    .select('id')
    .where('id', '=', request)
    .where('state', '=', 'pending')
    .where('pending_until', '>', now)
    .where('requester', '=', objectId.toLowerCase())
    .executeTakeFirst();
  if (pending === undefined) return 'refused';
  const answered = await db
    .updateTable('access_question')
    .set({ answer: bounded(words) })
    .where('request', '=', request)
    .where('answer', 'is', null)
    .returning('number')
    .executeTakeFirst();
  if (answered === undefined) return 'refused';
  const { number } = answered;
  await note(db, 'request.answer', { request, number }, now);
  await schedule(db, request, 'tell-answer', String(number), now);
  return 'done';
}

export async function questions(db: Db, request: string): Promise<readonly Question[]> {
  const rows = await db
    .selectFrom('access_question')
    .selectAll()
    .where('request', '=', request)
    .orderBy('number')
    .execute();
  return rows.map(({ number, party, words, at, answer }) => ({
    ...{ number, words, at, answer },
    by: partyFrom(party),
  }));
}
