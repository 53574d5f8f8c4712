import { describe, expect, it } from 'vitest';
import { canonical, specHashOf } from '../../src/access/request.js';
import type { Engine } from '../../src/store/engine.js';
import { claim } from '../../src/store/ledger/claim.js';
import { decide, withdraw } from '../../src/store/ledger/decide.js';
import { finishGrant, finishRemoval } from '../../src/store/ledger/finish.js';
import { submit } from '../../src/store/ledger/submit.js';
import {
  approver,
  asker,
  hour,
  otherSpec,
  owner,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { start } from './samples.js';

/**
 * What the statements themselves refuse, called past everything that asks before them, and with rows that somebody has
 * changed behind the ledger.
 *
 * @param open gives an engine with the schema, and nothing in it
 */
export function describeForgeries(name: string, open: () => Promise<Engine>): void {
  describe(`statements: ${name}`, () => {
    const begin = async () => {
      const engine = await open();
      await engine.inTurn((db) =>
        submit(db, submissionOf('r1', { barred: [owner.objectId], tier: 2 }), start),
      );
      const state = async () =>
        (await engine.db.selectFrom('access_request').select('state').executeTakeFirstOrThrow()).state;
      return { engine, state };
    };
    const signed = { strength: 'sign-in' } as const;

    it.each([
      ['the requester', { by: asker }],
      ['an owner', { by: owner }],
      ['an owner in capitals', { by: { ...owner, objectId: owner.objectId.toUpperCase() } }],
      ['a hash of another spec', { specHash: specHashOf(otherSpec(1)) }],
      ['an empty hash', { specHash: '' }],
      ['SQL for an id', { request: "r1' or '1'='1" }],
      ['a click where it takes a sign-in', { strength: 'click' }],
    ] as const)('refuse a verdict with %s', async (_, forged) => {
      const { engine, state } = await begin();
      const verdict = { ...verdictOf('r1', signed), ...forged };
      expect(await engine.inTurn((db) => decide(db, verdict, start))).toBe('refused');
      expect(await state()).toBe('pending');
      expect(await engine.db.selectFrom('access_verdict').selectAll().execute()).toEqual([]);
    });

    it('refuse a verdict about a spec that was changed, with its hash or without (T28)', async () => {
      const { engine, state } = await begin();
      const forged = specOf({ role: 'Container Registry Repository Contributor' });
      const write = (spec_hash: string) =>
        engine.db
          .updateTable('access_request')
          .set({ spec: canonical(forged), spec_hash })
          .execute();
      await write(specHashOf(forged));
      expect(await engine.inTurn((db) => decide(db, verdictOf('r1', signed), start))).toBe('refused');
      await write(specHashOf(specOf()));
      await expect(engine.inTurn((db) => decide(db, verdictOf('r1', signed), start))).rejects.toMatchObject({
        code: 'damaged',
      });
      expect(await state()).toBe('pending');
      expect(await engine.db.selectFrom('audit').select('seq').execute()).toHaveLength(1);
    });

    it.each([
      ['approved', ['finishGrant', 'finishRemoval', 'withdraw', 'decide']],
      ['granted', ['finishGrant', 'finishRemoval', 'withdraw', 'decide']],
      ['denied', ['finishGrant', 'finishRemoval', 'withdraw', 'decide']],
      ['expired', ['finishGrant', 'finishRemoval', 'withdraw', 'decide']],
      ['removed', ['finishGrant', 'finishRemoval', 'withdraw', 'decide']],
      ['granting', ['finishRemoval', 'withdraw', 'decide']],
      ['removing', ['finishGrant', 'withdraw', 'decide']],
      ['pending', ['finishGrant', 'finishRemoval']],
    ] as const)('let nobody out of %s by %s', async (from, ways) => {
      const { engine, state } = await begin();
      await engine.db.updateTable('access_request').set({ state: from }).execute();
      for (const kind of ['grant', 'remove'] as const) {
        const row = { id: kind, request: 'r1', kind, not_before: 0, attempts: 1, lease: 'l' };
        await engine.db
          .insertInto('access_job')
          .values({ ...row, leased_until: start + hour, why: null, done_at: null })
          .execute();
      }
      const job = (kind: 'grant' | 'remove') => ({
        ...{ id: kind, kind, attempts: 1, lease: 'l' },
        // Only its id is looked at.
        request: { id: 'r1' } as Parameters<typeof finishGrant>[1]['request'],
      });
      const made = { kind: 'granted', assignment: 'a', owned: true, until: start } as const;
      const tries = {
        decide: () => engine.inTurn((db) => decide(db, verdictOf('r1', signed), start)),
        withdraw: () => engine.inTurn((db) => withdraw(db, 'r1', asker.objectId, start)),
        finishGrant: () => engine.inTurn((db) => finishGrant(db, job('grant'), made, start)),
        finishRemoval: () => engine.inTurn((db) => finishRemoval(db, job('remove'), 'removed', start)),
      };
      for (const way of ways) expect(await tries[way](), way).toBeOneOf(['refused', false]);
      expect(await state()).toBe(from);
      expect(await engine.db.selectFrom('audit').select('seq').execute()).toHaveLength(1);
    });

    it('one that cannot be read fails, and stands in nobody’s way', async () => {
      const { engine } = await begin();
      await engine.inTurn((db) => decide(db, verdictOf('r1', signed), start));
      await engine.db.updateTable('access_request').set({ spec: '{"role":"Owner"}' }).execute();
      await engine.inTurn((db) => submit(db, submissionOf('r2', { spec: otherSpec(2) }), start + 1));
      const job = await engine.inTurn((db) => claim(db, engine.passOver, start + 1, hour));
      expect(job).toMatchObject({ request: { id: 'r2' } });
      const row = await engine.db
        .selectFrom('access_request')
        .select(['state', 'why'])
        .where('id', '=', 'r1')
        .execute();
      expect(row).toEqual([{ state: 'failed', why: 'damaged' }]);
    });

    it('schedule no removal of what is not owned', async () => {
      const { engine } = await begin();
      await engine.inTurn((db) => decide(db, verdictOf('r1', signed), start));
      const job = await engine.inTurn((db) => claim(db, engine.passOver, start, hour));
      if (job?.kind !== 'grant') throw new Error('no grant');
      const made = { kind: 'granted', assignment: 'a', owned: false, until: start + hour } as const;
      expect(await engine.inTurn((db) => finishGrant(db, job, made, start))).toBe(true);
      const rows = await engine.db
        .selectFrom('access_job')
        .select('kind')
        .where('done_at', 'is', null)
        .orderBy('kind')
        .execute();
      expect(rows).toEqual([{ kind: 'tell-outcome' }, { kind: 'tell-working' }]);
    });

    it('the schema takes no second open request of the same, and no second verdict of one person', async () => {
      const { engine } = await begin();
      await engine.inTurn((db) => submit(db, submissionOf('r2', { spec: otherSpec(2) }), start));
      const twice = engine.db
        .updateTable('access_request')
        .set((it) => ({
          dedupe_key: it.selectFrom('access_request as o').select('o.dedupe_key').where('o.id', '=', 'r1'),
        }))
        .where('id', '=', 'r2');
      expect(engine.explain(await twice.execute().catch((error: unknown) => error))).toMatchObject({
        code: 'conflict',
      });
      const verdict = { request: 'r1', object_id: approver.objectId, verdict: 'deny', strength: 'click' };
      const insert = engine.db.insertInto('access_verdict').values({ ...verdict, party: '{}', at: start });
      await insert.execute();
      expect(engine.explain(await insert.execute().catch((error: unknown) => error))).toMatchObject({
        code: 'conflict',
      });
    });
  });
}
