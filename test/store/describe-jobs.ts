import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import type { Database } from '../../src/store/store.js';
import { freshStore } from './fresh-ledger.js';
import {
  asker,
  claimOf,
  day,
  disguised,
  granted,
  hour,
  otherSpec,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { dueNow, minute } from './rotation-samples.js';
import { start } from './samples.js';

/** What every ledger does about the jobs of requests, and what comes of them. */
export function describeJobs(name: string, open: () => Promise<Database>): void {
  describe(`jobs of requests: ${name}`, () => {
    let ledger: Ledger;
    const { stateOf, events } = freshStore(open, (store) => {
      ledger = store.ledger;
    });

    const lastEvent = async () => (await events()).at(-1);
    const approved = async (id: string) => {
      await ledger.submit(submissionOf(id), start);
      await ledger.decide(verdictOf(id), start);
      return claimOf(ledger, 'grant', start);
    };
    const made = { kind: 'granted', assignment: 'a', owned: true, until: start + 7 * day } as const;

    describe('leases', () => {
      it('a job is one claimant’s until the lease is over, and then the next one’s', async () => {
        const first = await approved('r1');
        expect(await ledger.claim(start + hour - 1, hour)).toBeNull();
        const next = await ledger.claim(start + hour, hour);
        expect(next).toMatchObject({ id: first.id, kind: 'grant', attempts: 2 });
        expect(next?.lease).not.toBe(first.lease);
      });

      it('what waits, and since when: not what is to come, nor what somebody is at', async () => {
        expect(await ledger.oldestDue(start)).toBeNull();
        const job = await approved('r1');
        await dueNow(ledger, start);
        expect(await ledger.oldestDue(start + hour - 1)).toBeNull();
        // Its lease is over: it waits again, since it was due.
        expect(await ledger.oldestDue(start + hour)).toBe(start);
        await ledger.retry(job, start + 2 * hour, 'throttled', start);
        expect(await ledger.oldestDue(start + 2 * hour - 1)).toBeNull();
        expect(await ledger.oldestDue(start + 3 * hour)).toBe(start + 2 * hour);
      });

      it('what was taken over cannot be finished, put off or given back by the one before', async () => {
        const first = await approved('r1');
        const next = await claimOf(ledger, 'grant', start + hour);
        expect(await ledger.finishGrant(first, made, start + hour)).toBe(false);
        expect(await ledger.finishGrant(first, { kind: 'failed', why: 'x' }, start + hour)).toBe(false);
        expect(await ledger.retry(first, start, 'x', start + hour)).toBe(false);
        expect(await ledger.finish(first, start + hour)).toBe(false);
        expect(await stateOf('r1')).toBe('granting');
        expect(await ledger.finishGrant(next, made, start + hour)).toBe(true);
      });

      it('one that is over and was not taken over can be finished', async () => {
        expect(await ledger.finishGrant(await approved('r1'), made, start + 9 * hour)).toBe(true);
      });

      it('what is finished is finished, once', async () => {
        await ledger.submit(submissionOf('r1'), start);
        const job = await claimOf(ledger, 'tell-approvers', start);
        expect(await ledger.finish(job, start)).toBe(true);
        expect(await ledger.finish(job, start)).toBe(false);
        expect(await ledger.retry(job, start, 'x', start)).toBe(false);
        expect(await ledger.claim(start + hour, hour)).toBeNull();
      });

      it('a job ends a request only by what it is for', async () => {
        const job = await approved('r1');
        expect(await ledger.finishRemoval(job, 'removed', start)).toBe(false);
        await ledger.finishGrant(job, made, start);
        const telling = disguised(job, await claimOf(ledger, 'tell-outcome', start));
        expect(await ledger.finishGrant(telling, { kind: 'void', why: 'x' }, start)).toBe(false);
        expect(await ledger.finishRemoval(telling, 'removed', start)).toBe(false);
        expect(await stateOf('r1')).toBe('granted');
      });

      it('comes in the order in which it is due', async () => {
        await ledger.submit(submissionOf('r2', { spec: otherSpec(2) }), start + 2);
        await ledger.submit(submissionOf('r1', { spec: otherSpec(1) }), start + 1);
        expect(await ledger.claim(start, hour)).toBeNull();
        expect((await ledger.claim(start + 5, hour))?.request.id).toBe('r1');
        expect((await ledger.claim(start + 5, hour))?.request.id).toBe('r2');
      });
    });

    describe('putting off', () => {
      it('tries again when the caller says, not before', async () => {
        const job = await approved('r1');
        expect(await ledger.retry(job, start + 5_000, 'busy', start)).toBe(true);
        expect(await ledger.finishGrant(job, made, start)).toBe(false);
        expect(await stateOf('r1')).toBe('granting');
        expect(await ledger.claim(start + 4_999, hour)).toBeNull();
        expect(await ledger.claim(start + 5_000, hour)).toMatchObject({ id: job.id, attempts: 2 });
      });

      it('a grant fails with the tenth attempt, and a human is told', async () => {
        let job = await approved('r1');
        for (let i = 1; i < 10; i++) {
          await ledger.retry(job, start, 'busy', start);
          job = await claimOf(ledger, 'grant', start);
        }
        expect(job.attempts).toBe(10);
        expect(await ledger.retry(job, start, 'azure-busy', start)).toBe(true);
        expect(await ledger.request('r1')).toMatchObject({ state: 'failed', why: 'azure-busy' });
        expect(await lastEvent()).toBe('request.failed');
        expect(await ledger.claim(start, hour)).toMatchObject({ kind: 'tell-outcome' });
        expect(await ledger.claim(start, hour)).toBeNull();
        expect(await ledger.submit(submissionOf('r2'), start)).toBe('submitted');
      });

      it('so it does where each attempt ended without a word', async () => {
        await approved('r1');
        for (let i = 1; i < 10; i++) await claimOf(ledger, 'grant', start + i * hour);
        expect(await ledger.claim(start + 10 * hour, hour)).toMatchObject({
          kind: 'tell-outcome',
          request: { state: 'failed', why: 'too-many-attempts' },
        });
      });

      it('without anybody who could be asked, a request has failed', async () => {
        await ledger.submit(submissionOf('r1'), start);
        for (let i = 0; i < 10; i++) {
          await ledger.retry(await claimOf(ledger, 'tell-approvers', start), start, 'no-way', start);
        }
        expect(await ledger.request('r1')).toMatchObject({ state: 'failed', why: 'no-way' });
      });

      it('what cannot be told changes nothing', async () => {
        await granted(ledger, 'r1', start);
        for (let i = 0; i < 10; i++) {
          await ledger.retry(await claimOf(ledger, 'tell-outcome', start), start, 'no-way', start);
        }
        expect(await stateOf('r1')).toBe('granted');
        expect(await lastEvent()).toBe('job.given-up');
        expect(await ledger.claim(start, hour)).toBeNull();
        expect(await claimOf(ledger, 'remove', start + 7 * day)).toMatchObject({ attempts: 1 });
      });

      it('no words get into the audit by the way of a reason', async () => {
        const job = await approved('r1');
        await ledger.finishGrant(job, { kind: 'failed', why: 'fake words with a Passw0rd' }, start);
        expect(JSON.stringify(await ledger.audit(0, 99))).not.toContain('Passw0rd');
      });
    });

    describe('granting', () => {
      it('is begun by whoever claims it, once', async () => {
        const job = await approved('r1');
        expect(job.request.state).toBe('granting');
        expect(await stateOf('r1')).toBe('granting');
        await claimOf(ledger, 'grant', start + 2 * hour);
        const events = (await ledger.audit(0, 99)).map(({ event }) => event);
        expect(events).toEqual(['request.submitted', 'request.approved', 'grant.begun']);
        // It may have been made already: only who is at it can say.
        expect(await ledger.expire(start + 9 * day)).toBe(0);
      });

      it('keeps assignment and end; tells, says when it counts, reminds a day before, and removes at the end', async () => {
        await granted(ledger, 'r1', start);
        expect(await ledger.request('r1')).toMatchObject({ state: 'granted', until: start + 7 * day });
        const { scope } = { scope: specOf().registry.resourceId };
        expect(await ledger.ownedAssignments()).toEqual([
          { assignment: 'assignment-r1', scope, request: 'r1' },
        ]);
        expect(await lastEvent()).toBe('grant.made');
        const next = async (now: number) => (await ledger.claim(now, 30 * day))?.kind ?? null;
        expect([await next(start), await next(start)]).toEqual(['tell-outcome', null]);
        expect(await next(start + 10 * minute - 1)).toBeNull();
        expect(await next(start + 10 * minute)).toBe('tell-working');
        expect(await next(start + 6 * day - 1)).toBeNull();
        expect(await next(start + 6 * day)).toBe('tell-ending');
        expect(await next(start + 7 * day - 1)).toBeNull();
        expect(await next(start + 7 * day)).toBe('remove');
        expect(await stateOf('r1')).toBe('removing');
      });

      it('of a short time reminds after four fifths of it', async () => {
        await granted(ledger, 'r1', start, { until: start + 10 * hour });
        await ledger.finish(await claimOf(ledger, 'tell-outcome', start), start);
        await ledger.finish(await claimOf(ledger, 'tell-working', start + hour), start + hour);
        expect(await ledger.claim(start + 8 * hour - 1, hour)).toBeNull();
        expect(await ledger.claim(start + 8 * hour, hour)).toMatchObject({ kind: 'tell-ending' });
      });

      it('of a few minutes says nothing of when it counts', async () => {
        await granted(ledger, 'r1', start, { until: start + 10 * minute });
        expect(await dueNow(ledger, start + 10 * minute)).not.toContain('r1.tell-working.granted');
      });

      it('nobody is reminded of an end that has been', async () => {
        await granted(ledger, 'r1', start, { until: start + hour });
        await ledger.finish(await claimOf(ledger, 'tell-outcome', start), start);
        expect(await ledger.claim(start + 2 * hour, hour)).toMatchObject({ kind: 'remove' });
      });

      it('of what was there already removes nothing, and ends with its time', async () => {
        await granted(ledger, 'r1', start, { owned: false });
        expect(await ledger.ownedAssignments()).toEqual([]);
        await ledger.finish(await claimOf(ledger, 'tell-outcome', start), start);
        expect(await ledger.claim(start + 7 * day, hour)).toBeNull();
        expect(await ledger.expire(start + 7 * day - 1)).toBe(0);
        expect(await ledger.expire(start + 7 * day)).toBe(1);
        expect(await stateOf('r1')).toBe('expired');
      });

      it.each(['void', 'failed'] as const)('%s: says why, tells, and ends', async (kind) => {
        const job = await approved('r1');
        expect(await ledger.finishGrant(job, { kind, why: 'not-an-approver' }, start)).toBe(true);
        expect(await ledger.finishGrant(job, made, start)).toBe(false);
        expect(await ledger.request('r1')).toMatchObject({
          state: kind,
          why: 'not-an-approver',
          until: null,
        });
        await ledger.finish(await claimOf(ledger, 'tell-outcome', start), start);
        expect(await ledger.claim(start + 99 * day, hour)).toBeNull();
        expect(await ledger.submit(submissionOf('r2'), start)).toBe('submitted');
      });
    });

    describe('removing', () => {
      it.each(['removed', 'was-gone', 'not-owned'] as const)('%s ends it', async (result) => {
        await granted(ledger, 'r1', start);
        const end = start + 7 * day;
        const job = await claimOf(ledger, 'remove', end);
        expect(await ledger.finishRemoval(job, result, end)).toBe(true);
        expect(await ledger.finishRemoval(job, result, end)).toBe(false);
        const why = result === 'removed' ? null : result;
        expect(await ledger.request('r1')).toMatchObject({ state: 'removed', why });
        expect(await ledger.ownedAssignments()).toEqual([]);
        expect(await lastEvent()).toBe('removal.done');
        expect(await ledger.claim(end, hour)).toMatchObject({ kind: 'tell-outcome' });
        expect(await ledger.claim(end + day, hour)).toMatchObject({ kind: 'tell-outcome', attempts: 2 });
      });

      it('what was not told of the grant by then is not told any more, nor is what is being told finished', async () => {
        await granted(ledger, 'r1', start);
        const end = start + 7 * day;
        const telling = await ledger.claim(start, 30 * day);
        expect(telling).toMatchObject({ id: 'r1.tell-outcome.granted' });
        await ledger.finishRemoval(await claimOf(ledger, 'remove', end), 'removed', end);
        expect(telling === null || (await ledger.finish(telling, end))).toBe(false);
        const after = [await ledger.claim(end + 60 * day, hour), await ledger.claim(end + 60 * day, hour)];
        expect(after).toMatchObject([{ id: 'r1.tell-outcome.removed' }, null]);
      });

      it('that fails is still owed: a human is told, and it is tried again each day', async () => {
        await granted(ledger, 'r1', start);
        const end = start + 7 * day;
        for (let i = 0; i < 10; i++) {
          await ledger.retry(await claimOf(ledger, 'remove', end), end, 'azure-busy', end);
        }
        expect(await ledger.request('r1')).toMatchObject({ state: 'failed', why: 'azure-busy' });
        expect(await ledger.ownedAssignments()).toHaveLength(1);
        expect(await ledger.submit(submissionOf('r2'), end)).toBe('open-already');
        expect(await ledger.claim(end, hour)).toMatchObject({ kind: 'tell-outcome' });
        const job = await claimOf(ledger, 'remove', end + day);
        expect(job).toMatchObject({ attempts: 1, request: { state: 'removing' } });
        expect(await ledger.finishRemoval(job, 'removed', end + day)).toBe(true);
        expect(await stateOf('r1')).toBe('removed');
      });
    });

    it('a person withdraws nothing that has been granted', async () => {
      await granted(ledger, 'r1', start);
      expect(await ledger.withdraw('r1', asker.objectId, start)).toBe('refused');
    });
  });
}
