import type { Updateable } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { RoleJob, RoleJobKind, RotationJob, RotationJobKind } from '../../src/access/ledger.js';
import { type RequestState, requestStates, specHashOf } from '../../src/access/request.js';
import type { Engine } from '../../src/store/engine.js';
import { abandon, confirm } from '../../src/store/ledger/after-rotation.js';
import { answer, askBack } from '../../src/store/ledger/ask-back.js';
import { claim } from '../../src/store/ledger/claim.js';
import { claimDelivery, endUnclaimed } from '../../src/store/ledger/deliveries.js';
import { endOverdue } from '../../src/store/ledger/expire.js';
import { finishDiscard, finishRetirement, finishRotation } from '../../src/store/ledger/finish-rotation.js';
import { request } from '../../src/store/ledger/read.js';
import { submit } from '../../src/store/ledger/submit.js';
import { takeOver } from '../../src/store/ledger/take-over.js';
import { audit } from '../../src/store/ledger/trail.js';
import type { Db, Tables } from '../../src/store/tables.js';
import { approver, asker, day, hour, specOf, submissionOf } from './ledger-samples.js';
import {
  rotatedResult,
  rotationOf,
  rotationSubmission,
  sealedText,
  tokenHashOf,
} from './rotation-samples.js';
import { start } from './samples.js';

/**
 * What the statements about new secrets, questions and extensions refuse by themselves, with rows that somebody has changed
 * behind the ledger.
 *
 * @param open gives an engine with the schema, and nothing in it
 */
export function describeRotationForgeries(name: string, open: () => Promise<Engine>): void {
  describe(`statements about new secrets: ${name}`, () => {
    const begin = async () => {
      const engine = await open();
      const turn = <T>(run: (db: Db) => Promise<T>) => engine.inTurn(run);
      await turn((db) => submit(db, rotationSubmission('s1', start), start));
      const set = (values: Updateable<Tables['access_request']>) =>
        engine.db.updateTable('access_request').set(values).where('id', '=', 's1').execute();
      const rows = async () => ({
        request: await engine.db.selectFrom('access_request').selectAll().orderBy('id').execute(),
        delivery: await engine.db.selectFrom('secret_delivery').selectAll().execute(),
        question: await engine.db.selectFrom('access_question').selectAll().execute(),
        audit: await audit(engine.db, 0, 999),
      });
      return { engine, turn, set, rows };
    };

    /** A job that is under way, whatever has led to it. */
    const jobRow = async (engine: Engine, kind: RotationJobKind | RoleJobKind): Promise<void> => {
      const row = { id: kind, request: 's1', kind, not_before: 0, attempts: 1, lease: 'l', why: null };
      await engine.db
        .insertInto('access_job')
        .values({ ...row, leased_until: start + hour, done_at: null })
        .execute();
    };
    const held = { attempts: 1, lease: 'l' };
    const jobOf = (kind: RotationJobKind) => {
      // Only its id and its requester are looked at.
      const about = { id: 's1', spec: rotationOf() } as RotationJob['request'];
      return { ...held, id: kind, kind, request: about };
    };
    const me = asker.objectId;
    const hash = specHashOf(rotationOf());
    type Way = readonly [string, RequestState, (db: Db) => Promise<unknown>];
    const ways: readonly Way[] = [
      ['confirm', 'rotated', (db) => confirm(db, 's1', me, start)],
      ['abandon', 'rotated', (db) => abandon(db, 's1', me, start)],
      ['ask back', 'pending', (db) => askBack(db, 's1', hash, approver, 'x', start)],
      ['answer', 'pending', (db) => answer(db, 's1', me, 'x', start)],
      ['make', 'rotating', (db) => finishRotation(db, jobOf('rotate'), rotatedResult('s2', start), start)],
      ['void', 'rotating', (db) => finishRotation(db, jobOf('rotate'), { kind: 'void', why: 'x' }, start)],
      ['retire', 'retiring', (db) => finishRetirement(db, jobOf('retire'), 'retired', start)],
    ];

    it.each(ways)('let nobody %s but out of %s', async (what, from, way) => {
      const { engine, turn, set, rows } = await begin();
      for (const kind of ['rotate', 'retire', 'discard'] as const) await jobRow(engine, kind);
      const question = { request: 's1', number: 1, party: '{}', words: 'x', at: start, answer: null };
      if (what === 'answer') await engine.db.insertInto('access_question').values(question).execute();
      for (const state of requestStates.filter((it) => it !== from)) {
        await set({ state });
        const before = await rows();
        expect(await turn(way), state).toBeOneOf(['refused', false]);
        expect(await rows()).toEqual(before);
      }
      await set({ state: from });
      expect(await turn(way)).toBeOneOf(['done', true]);
    });

    it.each([
      ['another lease', { lease: 'other' }],
      ['none', { lease: null }],
      ['one that is done', { done_at: start }],
      ['another kind', { kind: 'tell-alert' }],
    ])('end nothing by a job with %s', async (_, forged) => {
      const { engine, turn, set, rows } = await begin();
      for (const kind of ['rotate', 'retire', 'discard'] as const) await jobRow(engine, kind);
      await engine.db.updateTable('access_job').set(forged).execute();
      const tries = [
        ['rotating', (db: Db) => finishRotation(db, jobOf('rotate'), rotatedResult('s1', start), start)],
        ['retiring', (db: Db) => finishRetirement(db, jobOf('retire'), 'retired', start)],
        ['void', (db: Db) => finishDiscard(db, jobOf('discard'), 'discarded', start)],
      ] as const;
      for (const [state, run] of tries) {
        await set({ state });
        const before = await rows();
        expect(await turn(run), state).toBe(false);
        expect(await rows()).toEqual(before);
      }
    });

    it('take nothing over from what is no longer granted, owned, or the job’s', async () => {
      const { engine, turn, rows } = await begin();
      await turn((db) => submit(db, submissionOf('r1'), start));
      await jobRow(engine, 'grant');
      // Only these are looked at.
      const before = { id: 's1', extends: 'r1', spec: specOf() } as RoleJob['request'];
      const job = { ...held, id: 'grant', kind: 'grant', request: before } as const;
      const set = (state: RequestState, owned: number) =>
        engine.db.updateTable('access_request').set({ state, owned }).where('id', '=', 'r1').execute();
      const refused = async (forged: Partial<RoleJob> = {}) => {
        const then = await rows();
        expect(await turn((db) => takeOver(db, { ...job, ...forged }, start))).toBe(false);
        expect(await rows()).toEqual(then);
      };
      for (const state of requestStates.filter((it) => it !== 'granted')) {
        await set(state, 1);
        await refused();
      }
      await set('granted', 0);
      await refused();
      await set('granted', 1);
      await refused({ lease: 'other' });
      await refused({ id: 'remove' });
    });

    it('end what is overdue only out of its state', async () => {
      const { turn, set, rows } = await begin();
      for (const state of requestStates.filter((it) => !['pending', 'rotated'].includes(it))) {
        await set({ state, approved_at: start + 99 * day, until: start + 99 * day });
        const before = await rows();
        expect(await turn((db) => endOverdue(db, start + 20 * day)), state).toBe(0);
        expect(await rows()).toEqual(before);
      }
    });

    it('discard what nobody came for only where it is the new secret of a request in that state', async () => {
      const { engine, turn, set, rows } = await begin();
      const waiting = { token_hash: tokenHashOf('s1'), request: 's1', recipient: me, tenant: asker.tenant };
      const times = { until: start, claimed_at: null, ciphertext: sealedText('s1') };
      await engine.db
        .insertInto('secret_delivery')
        .values({ ...waiting, ...times })
        .execute();
      for (const state of requestStates.filter((it) => it !== 'rotated')) {
        await set({ state });
        const before = await rows();
        expect(await turn((db) => endUnclaimed(db, start)), state).toBe(0);
        expect(await rows()).toEqual(before);
      }
    });

    it('hand over nothing of which content or claim was changed', async () => {
      const { engine, turn } = await begin();
      const waiting = { token_hash: 'h', request: 's1', recipient: me, tenant: asker.tenant };
      const times = { until: start + hour, claimed_at: start, ciphertext: sealedText('s1') };
      await engine.db
        .insertInto('secret_delivery')
        .values({ ...waiting, ...times })
        .execute();
      const come = () => turn((db) => claimDelivery(db, 'h', me, start));
      expect(await come()).toEqual({ kind: 'claimed-before' });
      await engine.db.updateTable('secret_delivery').set({ claimed_at: null, ciphertext: null }).execute();
      expect(await come()).toEqual({ kind: 'over' });
      await engine.db
        .updateTable('secret_delivery')
        .set({ recipient: approver.objectId, ciphertext: 'x' })
        .execute();
      expect(await come()).toEqual({ kind: 'not-yours' });
    });

    it.each([
      ['its kind', { kind: 'role' }],
      ['what it is for', { spec: JSON.stringify({ ...rotationOf(), validMs: 1 }) }],
      ['what was made', { made: '{"name":"password2","value":"fake"}' }],
    ])('a request of which somebody has changed %s is not read, begun or decided', async (_, forged) => {
      const { engine, turn, set } = await begin();
      await set({ state: 'approved', approved_at: start, ...forged });
      await jobRow(engine, 'rotate');
      await engine.db.updateTable('access_job').set({ lease: null, leased_until: null }).execute();
      await expect(request(engine.db, 's1')).rejects.toMatchObject({ code: 'damaged' });
      expect(await turn((db) => claim(db, engine.passOver, start, hour))).toBeNull();
      const row = await engine.db.selectFrom('access_request').select(['state', 'why', 'ended_at']).execute();
      expect(row).toEqual([{ state: 'failed', why: 'damaged', ended_at: start }]);
      const begun = (await audit(engine.db, 0, 99)).filter(({ event }) => event === 'rotation.begun');
      expect(begun).toEqual([]);
      expect(await turn((db) => submit(db, rotationSubmission('s2', start), start))).toBe('submitted');
    });

    it.each(['grant', 'remove'] as const)('a job %s of a secret is not begun', async (kind) => {
      const { engine, turn, set } = await begin();
      const state = kind === 'grant' ? 'approved' : 'granted';
      await set({ state, approved_at: start, owned: 1 });
      await jobRow(engine, kind);
      await engine.db.updateTable('access_job').set({ lease: null, leased_until: null }).execute();
      const job = await turn((db) => claim(db, engine.passOver, start, hour));
      expect(job?.kind ?? 'tell-outcome').toBe('tell-outcome');
      const events = (await audit(engine.db, 0, 99)).map(({ event }) => event);
      expect(events).not.toContain('grant.begun');
      expect(events).not.toContain('removal.begun');
    });

    it('what its requester has not confirmed is not retired', async () => {
      const { engine, turn, set } = await begin();
      await set({ state: 'rotated' });
      await jobRow(engine, 'retire');
      const row = engine.db.updateTable('access_job').set({ lease: null, leased_until: null });
      await row.execute();
      const next = () => turn((db) => claim(db, engine.passOver, start, hour));
      expect((await next())?.kind).not.toBe('retire');
      await set({ confirmed_at: start });
      expect((await next())?.kind).toBe('retire');
    });

    it('the schema takes no second secret of one token, and no second question of one number', async () => {
      const { engine } = await begin();
      const delivery = { token_hash: 'h', request: 's1', recipient: me, tenant: 't', until: start };
      const question = { request: 's1', number: 1, party: '{}', words: 'x', at: start, answer: null };
      const inserts = [
        engine.db.insertInto('secret_delivery').values({ ...delivery, ciphertext: 'x', claimed_at: null }),
        engine.db.insertInto('access_question').values(question),
      ];
      for (const insert of inserts) {
        await insert.execute();
        const again = await insert.execute().catch((error: unknown) => error);
        expect(engine.explain(again)).toMatchObject({ code: 'conflict' });
      }
    });
  });
}
