import { describe, expect, it } from 'vitest';
import { type Party, specHashOf } from '../../src/access/request.js';
import type { Database } from '../../src/store/store.js';
import { freshStore } from './fresh-ledger.js';
import {
  approver,
  asker,
  day,
  granted,
  hour,
  otherSpec,
  owner,
  partyOf,
  second,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { start } from './samples.js';

/** What every ledger does with requests and verdicts. */
export function describeLedger(name: string, open: () => Promise<Database>): void {
  describe(`requests for roles: ${name}`, () => {
    let store: Database;
    let ledger: Database['ledger'];
    const { stateOf, events } = freshStore(open, (it) => {
      store = it;
      ledger = it.ledger;
    });

    describe('deciding', () => {
      it('approves: approver, strength and time are kept, and the grant is due', async () => {
        await ledger.submit(submissionOf('r1'), start);
        expect(await ledger.decide(verdictOf('r1'), start + 5)).toBe('done');
        expect(await ledger.request('r1')).toMatchObject({
          state: 'approved',
          approvals: [{ by: approver, strength: 'click', at: start + 5 }],
          deniedBy: null,
        });
        expect(await events()).toEqual(['request.submitted', 'request.approved']);
        expect(await ledger.claim(start + 5, hour)).toMatchObject({ kind: 'grant' });
        expect(await ledger.claim(start + 5, hour)).toBeNull();
      });

      it('denies at once, with the words, and tells', async () => {
        await ledger.submit(submissionOf('r1', { approvalsNeeded: 2 }), start);
        const denial = verdictOf('r1', { verdict: 'deny', why: 'x'.repeat(600) });
        expect(await ledger.decide(denial, start)).toBe('done');
        expect(await ledger.request('r1')).toMatchObject({
          state: 'denied',
          why: 'x'.repeat(500),
          approvals: [],
          deniedBy: approver,
        });
        expect(await ledger.claim(start, hour)).toMatchObject({ kind: 'tell-outcome' });
        expect(await ledger.claim(start, hour)).toBeNull();
        expect(JSON.stringify(await ledger.audit(0, 9))).not.toContain('xxx');
      });

      it('takes two different people where two are needed, one row each', async () => {
        await ledger.submit(submissionOf('r1', { tier: 3, approvalsNeeded: 2 }), start);
        const by = (who: Party, at: number) =>
          ledger.decide(verdictOf('r1', { by: who, strength: 'sign-in' }), at);
        expect(await by(approver, start)).toBe('done');
        expect(await stateOf('r1')).toBe('pending');
        expect(await by(approver, start + 1)).toBe('refused');
        expect(await by({ ...approver, platform: 'slack', person: 'slack\nT\nU' }, start + 1)).toBe(
          'refused',
        );
        expect(await by({ ...approver, objectId: approver.objectId.toUpperCase() }, start + 1)).toBe(
          'refused',
        );
        const nay = verdictOf('r1', { verdict: 'deny', by: approver });
        expect(await ledger.decide(nay, start + 1)).toBe('refused');
        expect(await by(second, start + 2)).toBe('done');
        expect(await by(partyOf(9), start + 3)).toBe('refused');
        const approvals = [approver, second].map((who) => ({ by: who }));
        expect(await ledger.request('r1')).toMatchObject({ state: 'approved', approvals });
        expect(await events()).toEqual(['request.submitted', 'request.approval', 'request.approved']);
      });

      it.each([
        ['the requester', { by: asker }],
        ['the requester in capitals', { by: { ...asker, objectId: asker.objectId.toUpperCase() } }],
        ['the requester on another platform', { by: { ...approver, objectId: asker.objectId } }],
        ['somebody barred', { by: owner }],
        ['somebody barred in capitals', { by: { ...owner, objectId: owner.objectId.toUpperCase() } }],
        ['the requester, denying', { by: asker, verdict: 'deny' }],
        ['somebody who saw another spec', { specHash: specHashOf(otherSpec(1)) }],
        ['somebody who names another request', { request: 'r2' }],
      ] as const)('is refused to %s', async (_, changes) => {
        await ledger.submit(submissionOf('r1', { barred: [owner.objectId] }), start);
        expect(await ledger.decide(verdictOf('r1', changes), start)).toBe('refused');
        expect(await stateOf('r1')).toBe('pending');
        expect(await events()).toEqual(['request.submitted']);
      });

      it.each([2, 3] as const)('tier %d takes a sign-in to approve, and a click to deny', async (tier) => {
        await ledger.submit(submissionOf('r1', { tier, approvalsNeeded: 1 }), start);
        expect(await ledger.decide(verdictOf('r1'), start)).toBe('refused');
        expect(await ledger.decide(verdictOf('r1', { verdict: 'deny' }), start)).toBe('done');
      });

      it('is refused from the moment on at which it expires (T29)', async () => {
        await ledger.submit(submissionOf('r1'), start);
        expect(await ledger.decide(verdictOf('r1'), start + day)).toBe('refused');
        expect(await ledger.withdraw('r1', asker.objectId, start + day)).toBe('refused');
        expect(await ledger.decide(verdictOf('r1'), start + day - 1)).toBe('done');
      });

      it.each(['approve', 'deny'] as const)('is over after the first verdict: %s', async (verdict) => {
        await ledger.submit(submissionOf('r1'), start);
        await ledger.decide(verdictOf('r1', { verdict }), start);
        const before = await ledger.request('r1');
        for (const other of ['approve', 'deny'] as const) {
          const late = verdictOf('r1', { verdict: other, by: second, why: 'late' });
          expect(await ledger.decide(late, start)).toBe('refused');
        }
        expect(await ledger.withdraw('r1', asker.objectId, start)).toBe('refused');
        expect(await ledger.request('r1')).toEqual(before);
      });
    });

    it('is withdrawn by who asked, and by nobody else', async () => {
      await ledger.submit(submissionOf('r1'), start);
      expect(await ledger.withdraw('r1', approver.objectId, start)).toBe('refused');
      expect(await ledger.withdraw('r1', asker.objectId.toUpperCase(), start)).toBe('done');
      expect(await ledger.withdraw('r1', asker.objectId, start)).toBe('refused');
      expect(await ledger.decide(verdictOf('r1'), start)).toBe('refused');
      expect(await stateOf('r1')).toBe('withdrawn');
      expect(await ledger.claim(start, hour)).toMatchObject({ kind: 'tell-outcome' });
    });

    it('pending requests expire, and say so once', async () => {
      await ledger.submit(submissionOf('r1'), start);
      await ledger.submit(submissionOf('r2', { spec: otherSpec(2), pendingUntil: start + 2 * day }), start);
      expect(await ledger.expire(start + day - 1)).toBe(0);
      expect(await ledger.expire(start + day)).toBe(1);
      expect(await ledger.expire(start + day)).toBe(0);
      expect([await stateOf('r1'), await stateOf('r2')]).toEqual(['expired', 'pending']);
      const job = await ledger.claim(start + day, hour);
      expect(job).toMatchObject({ kind: expect.stringMatching(/^(tell|remind)/) });
    });

    it('any number of them', async () => {
      for (let i = 0; i < 120; i++) {
        const spec = otherSpec(i, partyOf(100 + i));
        await ledger.submit(submissionOf(`r${i}`, { spec }), start + Math.floor(i / 20) * hour);
      }
      expect(await ledger.expire(start + day)).toBe(120);
    });

    it('an approval that nobody acted on for an hour is void, and nothing is granted by it (T29)', async () => {
      await ledger.submit(submissionOf('r1'), start);
      await ledger.decide(verdictOf('r1'), start);
      expect(await ledger.claim(start + hour, hour)).toBeNull();
      expect(await ledger.expire(start + hour - 1)).toBe(0);
      expect(await ledger.expire(start + hour)).toBe(1);
      expect(await ledger.request('r1')).toMatchObject({ state: 'void', why: 'approval-expired' });
      expect(await ledger.claim(start + hour, hour)).toMatchObject({ kind: 'tell-outcome' });
      expect(await ledger.claim(start - 1, hour)).toBeNull();
    });

    it('notes beside requests what was found, each in its place of the chain', async () => {
      await ledger.submit(submissionOf('r1'), start);
      const facts = { assignment: 'assignment-x', scope: '/subscriptions/x' };
      await Promise.all(
        Array.from({ length: 9 }, (_, i) => ledger.note('assignment.stray', { ...facts, i }, start + 1)),
      );
      const rows = await ledger.audit(1, 99);
      const said = rows.map(({ body }): { i: number } => JSON.parse(body)).sort((a, b) => a.i - b.i);
      const event = { ...facts, event: 'assignment.stray', at: start + 1 };
      expect(said).toEqual(Array.from({ length: 9 }, (_, i) => ({ ...event, i })));
    });

    it('lists those of a person, newest first', async () => {
      for (const [i, who] of [asker, approver, asker, asker].entries()) {
        await ledger.submit(submissionOf(`r${i}`, { spec: otherSpec(i, who) }), start + (i % 3));
      }
      const of = async (id: string, limit: number) => (await ledger.requestsOf(id, limit)).map((it) => it.id);
      expect(await of(asker.objectId, 9)).toEqual(['r2', 'r3', 'r0']);
      expect(await of(asker.objectId.toUpperCase(), 2)).toEqual(['r2', 'r3']);
      expect(await of(partyOf(9).objectId, 9)).toEqual([]);
    });

    it('keeps where cards stand, one a person, of requests that there are', async () => {
      await ledger.submit(submissionOf('r1'), start);
      await ledger.saveCard('r1', 'p2', 'first', start);
      await ledger.saveCard('r1', 'p1', 'x', start);
      await ledger.saveCard('r1', 'p2', 'second', start + 1);
      await ledger.saveCard('r9', 'p1', 'x', start);
      expect(await ledger.cards('r1')).toEqual([
        { person: 'p1', ref: 'x' },
        { person: 'p2', ref: 'second' },
      ]);
      expect(await ledger.cards('r9')).toEqual([]);
    });

    describe('what is kept', () => {
      it('who is forgotten loses their cards, and no record of a right', async () => {
        await ledger.submit(submissionOf('r1'), start);
        await ledger.saveCard('r1', approver.person, 'x', start);
        await ledger.saveCard('r1', second.person, 'y', start);
        await ledger.decide(verdictOf('r1'), start);
        await store.forget(approver.person);
        await store.forget(asker.person);
        expect(await ledger.cards('r1')).toEqual([{ person: second.person, ref: 'y' }]);
        expect(await ledger.request('r1')).toMatchObject({
          spec: specOf(),
          approvals: [{ by: approver }],
        });
        expect(await events()).toHaveLength(2);
      });

      it('a request and its audit stay 400 days after its end, one that goes on for ever', async () => {
        await ledger.submit(submissionOf('r1'), start);
        await ledger.withdraw('r1', asker.objectId, start + 5);
        await granted(ledger, 'r2', start + day);
        await store.purge(start + 5 + 400 * day - 1, 1);
        expect(await stateOf('r1')).toBe('withdrawn');
        expect((await ledger.audit(0, 1))[0]?.seq).toBe(1);
        await store.purge(start + 5 + 402 * day, 1);
        expect(await ledger.request('r1')).toBeNull();
        const [first] = await ledger.audit(0, 9_999);
        expect(JSON.parse(first?.body ?? '')).toMatchObject({ request: 'r2', event: 'request.submitted' });
        expect((await events()).at(-1)).toBe('audit.purged');
        // Nothing more to let go of, nothing more to say.
        await store.purge(start + 5 + 402 * day, 1);
        expect((await events()).filter((it) => it === 'audit.purged')).toHaveLength(1);
        await store.purge(start + 2_000 * day, 1);
        expect(await stateOf('r2')).toBe('granted');
      });

      it('an audit of which everything is old goes on from where it was', async () => {
        await ledger.submit(submissionOf('r1'), start);
        await ledger.withdraw('r1', asker.objectId, start);
        await store.purge(start + 500 * day, 1);
        expect(await events()).toEqual(['audit.purged']);
        const later = start + 500 * day;
        await ledger.submit(submissionOf('r2', { pendingUntil: later + day }), later);
        expect(await events()).toEqual(['audit.purged', 'request.submitted']);
      });
    });
  });
}
