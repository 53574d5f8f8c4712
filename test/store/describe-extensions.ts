import { describe, expect, it } from 'vitest';
import type { Job, Ledger, RoleJob } from '../../src/access/ledger.js';
import { type RoleSpec, specHashOf } from '../../src/access/request.js';
import type { Database } from '../../src/store/store.js';
import { freshStore } from './fresh-ledger.js';
import {
  asker,
  claimOf,
  day,
  granted,
  hour,
  partyOf,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { dueNow, rotationSubmission } from './rotation-samples.js';
import { start } from './samples.js';

/** What every ledger does about requests that go on from one that is still granted. */
export function describeExtensions(name: string, open: () => Promise<Database>): void {
  describe(`requests that extend another: ${name}`, () => {
    let ledger: Ledger;
    const { stateOf, audit, events } = freshStore(open, (store) => {
      ledger = store.ledger;
    });
    const now = start + 6 * day;
    const end = start + 7 * day;
    const extend = (id: string, before: string, spec: RoleSpec = specOf(), at = now) =>
      ledger.submit(submissionOf(id, { spec, extends: before, pendingUntil: at + day }), at);
    const approved = async (id: string, at = now): Promise<RoleJob> => {
      await ledger.decide(verdictOf(id), at);
      return claimOf(ledger, 'grant', at);
    };
    const extending = async (at = now): Promise<RoleJob> => {
      await granted(ledger, 'r1', start);
      await extend('r2', 'r1', specOf(), at);
      return approved('r2', at);
    };
    const made = (until: number) =>
      ({ kind: 'granted', assignment: 'assignment-r1', owned: true, until }) as const;
    const plain = (id: string, at: number) =>
      ledger.submit(
        submissionOf(id, { spec: specOf({ requester: partyOf(9) }), pendingUntil: at + day }),
        at,
      );

    it('are taken beside the one that is granted, which goes on', async () => {
      await granted(ledger, 'r1', start);
      expect(
        await extend('r2', 'r1', specOf({ requester: { ...asker, objectId: asker.objectId.toUpperCase() } })),
      ).toBe('submitted');
      expect(await ledger.request('r2')).toMatchObject({ state: 'pending', extends: 'r1' });
      expect(await stateOf('r1')).toBe('granted');
      expect(await extend('r3', 'r1')).toBe('open-already');
    });

    it.each([
      ['somebody else’s', () => extend('r2', 'r1', specOf({ requester: partyOf(9) }))],
      ['one for another repository', () => extend('r2', 'r1', specOf({ repository: 'team/other' }))],
      ['one for another role', () => extend('r2', 'r1', specOf({ role: 'AcrPull' }))],
      ['one that there is not', () => extend('r2', 'r9')],
      ['itself', () => extend('r2', 'r2')],
      ['one for a secret', () => ledger.submit(rotationSubmission('r2', now, { extends: 'r1' }), now)],
    ])('do not go on from %s', async (_, extending) => {
      await granted(ledger, 'r1', start);
      expect(await extending()).toBe('open-already');
      expect(await ledger.request('r2')).toBeNull();
    });

    it('do not go on from what is not owned, not granted yet, or being removed', async () => {
      await granted(ledger, 'r1', start, { owned: false });
      expect(await extend('r2', 'r1')).toBe('open-already');
      await ledger.expire(end);
      await ledger.submit(submissionOf('r3', { pendingUntil: end + day }), end);
      expect(await extend('r4', 'r3', specOf(), end)).toBe('open-already');
      const job = await approved('r3', end);
      expect(await extend('r4', 'r3', specOf(), end)).toBe('open-already');
      await ledger.finishGrant(job, made(end + day), end);
      await claimOf(ledger, 'remove', end + day);
      expect(await extend('r4', 'r3', specOf(), end + day)).toBe('open-already');
    });

    it('taking over ends the one before, without removing anything', async () => {
      const job = await extending();
      expect(await ledger.takeOver(job, now)).toBe(true);
      expect(await ledger.request('r1')).toMatchObject({ state: 'removed', why: 'extended' });
      const [last] = (await audit()).toReversed();
      const facts = { event: 'grant.extended', at: now, request: 'r2', before: 'r1' };
      expect(JSON.parse(last?.body ?? '')).toEqual(facts);
      await ledger.finishGrant(job, made(now + 7 * day), now);
      expect(await ledger.ownedAssignments()).toMatchObject([{ assignment: 'assignment-r1', request: 'r2' }]);
      // Neither the removal of the one before nor its reminder.
      const due = await dueNow(ledger, now + 7 * day);
      expect(due.filter((it) => it.startsWith('r1.'))).toEqual([]);
      expect(due).toContain('r2.remove.granted');
    });

    it('whoever is at a job of the one before can finish nothing any more', async () => {
      await granted(ledger, 'r1', start);
      await extend('r2', 'r1');
      await ledger.decide(verdictOf('r2'), now);
      const held: Job[] = [];
      for (;;) {
        const next = await ledger.claim(now, day);
        if (next === null) break;
        held.push(next);
      }
      const ofFirst = held.filter(({ request }) => request.id === 'r1');
      expect(ofFirst.map(({ kind }) => kind)).toEqual(['tell-outcome', 'tell-working', 'tell-ending']);
      const job = held.find(({ kind }) => kind === 'grant');
      expect(job?.kind === 'grant' && (await ledger.takeOver(job, now))).toBe(true);
      for (const it of ofFirst) expect(await ledger.finish(it, now)).toBe(false);
    });

    it('the same again is true again, also for who takes the job up after a crash, and told once', async () => {
      const job = await extending();
      expect(await ledger.takeOver(job, now)).toBe(true);
      expect(await ledger.takeOver(job, now)).toBe(true);
      const next = await claimOf(ledger, 'grant', now + hour);
      expect(await ledger.takeOver(next, now + hour)).toBe(true);
      expect((await events()).filter((it) => it === 'grant.extended')).toHaveLength(1);
      expect(await ledger.finishGrant(next, made(now + 7 * day), now + hour)).toBe(true);
    });

    it('from then on it is the later one that stands in the way of the same (T32)', async () => {
      const job = await extending();
      expect(await plain('r8', now)).toBe('open-already');
      await ledger.takeOver(job, now);
      expect(await plain('r8', now)).toBe('open-already');
      await ledger.finishGrant(job, made(now + 7 * day), now);
      expect(await plain('r8', now)).toBe('open-already');
      const removal = await claimOf(ledger, 'remove', now + 7 * day);
      await ledger.finishRemoval(removal, 'removed', now + 7 * day);
      expect(await plain('r8', now + 7 * day)).toBe('submitted');
    });

    it('so it is where the one before was removed in time (T32)', async () => {
      const job = await extending(end - 1);
      const removal = await claimOf(ledger, 'remove', end);
      expect(await ledger.takeOver(job, end)).toBe(false);
      await ledger.finishRemoval(removal, 'removed', end);
      expect(await ledger.takeOver(job, end)).toBe(false);
      expect(await plain('r8', end)).toBe('open-already');
      const next = await claimOf(ledger, 'grant', end + hour);
      expect(await ledger.finishGrant(next, made(end + 7 * day), end + hour)).toBe(true);
      expect(await plain('r8', end + hour)).toBe('open-already');
      expect(await extend('r3', 'r2', specOf(), end + hour)).toBe('submitted');
    });

    it('one that was denied stands in nobody’s way', async () => {
      await granted(ledger, 'r1', start);
      await extend('r2', 'r1');
      await ledger.decide(verdictOf('r2', { verdict: 'deny' }), now);
      const removal = await claimOf(ledger, 'remove', end);
      await ledger.finishRemoval(removal, 'removed', end);
      expect(await plain('r8', end)).toBe('submitted');
    });

    it('nothing is taken over from what is being removed, or could not be', async () => {
      const job = await extending(end - 1);
      let removal = await claimOf(ledger, 'remove', end);
      const before = [await ledger.request('r1'), await ledger.request('r2'), await audit()];
      expect(await ledger.takeOver(job, end)).toBe(false);
      expect([await ledger.request('r1'), await ledger.request('r2'), await audit()]).toEqual(before);
      for (let i = 0; i < 10; i++) {
        await ledger.retry(removal, end, 'azure-busy', end);
        if (i < 9) removal = await claimOf(ledger, 'remove', end);
      }
      expect(await stateOf('r1')).toBe('failed');
      expect(await ledger.takeOver(await claimOf(ledger, 'grant', end + hour), end + hour)).toBe(false);
      expect(await ledger.ownedAssignments()).toMatchObject([{ request: 'r1' }]);
    });

    it('nothing is taken over by who has lost the lease, or extends nothing', async () => {
      const lost = await extending();
      await claimOf(ledger, 'grant', now + hour);
      expect(await ledger.takeOver(lost, now + hour)).toBe(false);
      expect(await stateOf('r1')).toBe('granted');
      const spec = specOf({ repository: 'team/other' });
      await ledger.submit(submissionOf('r5', { spec, pendingUntil: now + day }), now);
      await ledger.decide(verdictOf('r5', { specHash: specHashOf(spec) }), now);
      expect(await ledger.takeOver(await claimOf(ledger, 'grant', now), now)).toBe(false);
    });

    it('can be extended in turn', async () => {
      const job = await extending();
      await ledger.takeOver(job, now);
      await ledger.finishGrant(job, made(now + 7 * day), now);
      const later = now + 6 * day;
      expect(await extend('r3', 'r1', specOf(), later)).toBe('open-already');
      expect(await extend('r3', 'r2', specOf(), later)).toBe('submitted');
      const next = await approved('r3', later);
      expect(await ledger.takeOver(next, later)).toBe(true);
      await ledger.finishGrant(next, made(later + 7 * day), later);
      const states = [await stateOf('r1'), await stateOf('r2'), await stateOf('r3')];
      expect(states).toEqual(['removed', 'removed', 'granted']);
      expect(await ledger.ownedAssignments()).toMatchObject([{ request: 'r3' }]);
    });
  });
}
