import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { freshStore, type Opened } from './fresh-ledger.js';
import { approver, asker, claimOf, day, disguised, hour, partyOf } from './ledger-samples.js';
import {
  dueNow,
  inVault,
  minute,
  opened,
  rotated,
  rotationOf,
  rotationSubmission,
  tokenSpec,
} from './rotation-samples.js';
import { start } from './samples.js';

/** What every ledger does once there is a new secret beside the old one. */
export function describeAfterRotation(name: string, open: () => Promise<Opened>): void {
  describe(`old and new secrets: ${name}`, () => {
    let ledger: Ledger;
    let tables: Opened['tables'];
    const { stateOf, audit, events } = freshStore(open, (it) => {
      ledger = it.store.ledger;
      tables = it.tables;
    });
    const lastEvents = async (count: number) => (await events()).slice(-count);
    const ciphertexts = () => tables.selectFrom('secret_delivery').select('ciphertext').execute();
    const me = asker.objectId;
    const others = [approver.objectId, partyOf(9).objectId, '', `${me}x`];

    describe('confirming', () => {
      it('is refused before the page was opened', async () => {
        await rotated(ledger, 's1', start);
        expect(await ledger.confirm('s1', me, start)).toBe('refused');
        expect(await ledger.request('s1')).toMatchObject({ state: 'rotated', confirmedAt: null });
        expect(await lastEvents(1)).toEqual(['rotation.made']);
      });

      it('of one in a vault needs no page', async () => {
        await rotated(ledger, 's1', start, rotationOf({ delivery: inVault }));
        expect(await ledger.confirm('s1', me, start)).toBe('done');
      });

      it('is the requester’s alone, and once', async () => {
        await opened(ledger, 's1', start);
        for (const other of others) expect(await ledger.confirm('s1', other, start)).toBe('refused');
        expect(await ledger.confirm('s2', me, start)).toBe('refused');
        expect(await ledger.confirm('s1', me.toUpperCase(), start + 5)).toBe('done');
        const before = [await ledger.request('s1'), await audit()];
        expect(await ledger.confirm('s1', me, start + 6)).toBe('refused');
        expect(await ledger.abandon('s1', me, start + 6)).toBe('refused');
        expect([await ledger.request('s1'), await audit()]).toEqual(before);
        expect(await ledger.request('s1')).toMatchObject({ state: 'rotated', confirmedAt: start + 5 });
        expect(await lastEvents(1)).toEqual(['rotation.confirmed']);
      });

      it('has the old one retired when both have worked for a quarter of an hour, not before', async () => {
        await opened(ledger, 's1', start);
        await ledger.confirm('s1', me, start + minute);
        expect(await dueNow(ledger, start + 15 * minute - 1)).toEqual(['s1.tell-outcome.rotated']);
        expect(await ledger.claim(start + 15 * minute, hour)).toMatchObject({
          ...{ id: 's1.retire.confirmed', kind: 'retire', request: { state: 'retiring' } },
        });
        expect(await lastEvents(1)).toEqual(['retirement.begun']);
      });

      it('after that, at once', async () => {
        await opened(ledger, 's1', start);
        await ledger.confirm('s1', me, start + hour);
        expect(await dueNow(ledger, start + hour)).toContain('s1.retire.confirmed');
      });
    });

    describe('asking whether it works', () => {
      it('a day after it was made, where nobody has said so', async () => {
        await opened(ledger, 's1', start);
        await opened(ledger, 's2', start, tokenSpec(2));
        await ledger.confirm('s2', me, start + 1);
        await ledger.finish(await claimOf(ledger, 'tell-outcome', start + 1), start + 1);
        await claimOf(ledger, 'retire', start + day - 1);
        expect(await dueNow(ledger, start + day - 1)).toEqual([]);
        expect(await dueNow(ledger, start + day)).toContain('s1.tell-ending.rotated');
        expect(await dueNow(ledger, start + day)).not.toContain('s2.tell-ending.rotated');
      });

      it('not, where they have said so before they could be asked', async () => {
        await opened(ledger, 's1', start);
        await ledger.confirm('s1', me, start + day + hour);
        const due = ['s1.tell-outcome.rotated', 's1.retire.confirmed'];
        expect(await dueNow(ledger, start + day + hour)).toEqual(due);
      });

      it('for two weeks: then it ends, and the old one stays', async () => {
        await opened(ledger, 's1', start);
        const end = start + 14 * day;
        expect(await ledger.expire(end - 1)).toBe(0);
        expect(await ledger.submit(rotationSubmission('s2', end), end - 1)).toBe('open-already');
        expect(await ledger.expire(end)).toBe(1);
        expect(await ledger.expire(end)).toBe(0);
        expect(await ledger.request('s1')).toMatchObject({ state: 'expired', why: 'not-confirmed' });
        expect(await lastEvents(1)).toEqual(['request.expired']);
        expect(await dueNow(ledger, end + 99 * day)).toEqual(['s1.tell-outcome.expired']);
        expect(await ledger.confirm('s1', me, end)).toBe('refused');
        expect(await ledger.submit(rotationSubmission('s2', end), end)).toBe('submitted');
      });

      it('what was confirmed does not end so', async () => {
        await opened(ledger, 's1', start);
        await ledger.confirm('s1', me, start + 1);
        expect(await ledger.expire(start + 99 * day)).toBe(0);
      });
    });

    describe('retiring', () => {
      const retiring = async () => {
        await opened(ledger, 's1', start);
        await ledger.confirm('s1', me, start + hour);
        return claimOf(ledger, 'retire', start + hour);
      };

      it.each(['retired', 'was-gone', 'nothing'] as const)('%s ends it', async (result) => {
        const job = await retiring();
        expect(await ledger.finishRetirement(job, result, start + hour)).toBe(true);
        expect(await ledger.finishRetirement(job, result, start + hour)).toBe(false);
        const why = result === 'retired' ? null : result;
        expect(await ledger.request('s1')).toMatchObject({ state: 'retired', why });
        expect(await lastEvents(2)).toEqual(['retirement.begun', 'retirement.done']);
        expect(await dueNow(ledger, start + 99 * day)).toEqual(['s1.tell-outcome.retired']);
        const again = start + 2 * hour;
        expect(await ledger.submit(rotationSubmission('s2', again), again)).toBe('submitted');
      });

      it('is begun once; whoever has lost the lease ends nothing', async () => {
        const first = await retiring();
        const next = await claimOf(ledger, 'retire', start + 2 * hour);
        expect(await lastEvents(1)).toEqual(['retirement.begun']);
        expect(await ledger.finishRetirement(first, 'retired', start + 2 * hour)).toBe(false);
        expect(await ledger.finishRotation(next, { kind: 'void', why: 'x' }, start + 2 * hour)).toBe(false);
        expect(await stateOf('s1')).toBe('retiring');
        expect(await ledger.finishRetirement(next, 'retired', start + 2 * hour)).toBe(true);
      });

      it('that fails is still owed: a human is told, and it is tried again each day', async () => {
        const now = start + hour;
        let job = await retiring();
        for (let i = 1; i < 10; i++) {
          await ledger.retry(job, now, 'azure-busy', now);
          job = await claimOf(ledger, 'retire', now);
        }
        await ledger.retry(job, now, 'azure-busy', now);
        expect(await ledger.request('s1')).toMatchObject({ state: 'failed', why: 'azure-busy' });
        expect(await lastEvents(1)).toEqual(['retirement.failed']);
        expect(await ledger.submit(rotationSubmission('s2', now), now)).toBe('open-already');
        expect(await dueNow(ledger, now)).toEqual(['s1.tell-outcome.failed']);
        const again = await claimOf(ledger, 'retire', now + day);
        expect(again).toMatchObject({ attempts: 1, request: { state: 'retiring', why: null } });
        expect(await ledger.finishRetirement(again, 'retired', now + day)).toBe(true);
        expect(await stateOf('s1')).toBe('retired');
      });
    });

    describe('abandoning', () => {
      it.each([
        ['before its page is opened', rotated],
        ['after', opened],
      ])('has the new one discarded, %s', async (_, begin) => {
        await begin(ledger, 's1', start);
        expect(await ledger.abandon('s1', me.toUpperCase(), start + 5)).toBe('done');
        expect(await ledger.request('s1')).toMatchObject({ state: 'void', why: 'abandoned' });
        expect(await lastEvents(1)).toEqual(['secret.abandoned']);
        expect(await ciphertexts()).toEqual([{ ciphertext: null }]);
        // Nothing any more of what was to be told about a secret that works.
        const due = ['s1.discard.abandoned', 's1.tell-outcome.void'];
        expect(await dueNow(ledger, start + 99 * day)).toEqual(due);
        expect(await ledger.expire(start + 99 * day)).toBe(0);
      });

      it('is the requester’s alone, and once', async () => {
        await opened(ledger, 's1', start);
        for (const other of others) expect(await ledger.abandon('s1', other, start)).toBe('refused');
        expect(await stateOf('s1')).toBe('rotated');
        expect(await ledger.abandon('s1', me, start)).toBe('done');
        expect(await ledger.abandon('s1', me, start)).toBe('refused');
        expect(await ledger.confirm('s1', me, start)).toBe('refused');
        expect((await events()).filter((it) => it === 'secret.abandoned')).toHaveLength(1);
      });

      it('a discard is finished once, by whoever is at it, as what it is', async () => {
        await rotated(ledger, 's1', start);
        await ledger.abandon('s1', me, start);
        const first = await claimOf(ledger, 'discard', start);
        const job = await claimOf(ledger, 'discard', start + hour);
        expect(await ledger.finishDiscard(first, 'discarded', start + hour)).toBe(false);
        expect(await ledger.finishRetirement(job, 'retired', start + hour)).toBe(false);
        expect(await ledger.finishDiscard(job, 'discarded', start + hour)).toBe(true);
        expect(await ledger.finishDiscard(job, 'discarded', start + hour)).toBe(false);
        expect(await lastEvents(2)).toEqual(['secret.abandoned', 'secret.discarded']);
        expect(await stateOf('s1')).toBe('void');
      });

      it('a discard that fails is still owed, each day', async () => {
        await rotated(ledger, 's1', start);
        await ledger.abandon('s1', me, start);
        for (let i = 0; i < 10; i++) {
          await ledger.retry(await claimOf(ledger, 'discard', start), start, 'azure-busy', start);
        }
        expect(await ledger.request('s1')).toMatchObject({ state: 'void', why: 'abandoned' });
        expect(await lastEvents(1)).toEqual(['retirement.failed']);
        const again = await claimOf(ledger, 'discard', start + day);
        expect(again.attempts).toBe(1);
        expect(await ledger.finishDiscard(disguised(again, again), 'was-gone', start + day)).toBe(true);
      });
    });

    describe('what nobody comes for (T24)', () => {
      it('is void after a quarter of an hour: discarded, an alert, and gone', async () => {
        await rotated(ledger, 's1', start);
        const end = start + 15 * minute;
        expect(await ledger.expire(end - 1)).toBe(0);
        expect(await ciphertexts()).not.toEqual([{ ciphertext: null }]);
        expect(await ledger.expire(end)).toBe(1);
        expect(await ledger.expire(end)).toBe(0);
        expect(await ledger.request('s1')).toMatchObject({ state: 'void', why: 'not-collected' });
        expect(await lastEvents(2)).toEqual(['rotation.made', 'secret.unclaimed']);
        expect(await ciphertexts()).toEqual([{ ciphertext: null }]);
        expect(await dueNow(ledger, end)).toEqual(
          ['discard.not-collected', 'tell-alert.not-collected', 'tell-outcome.void'].map((it) => `s1.${it}`),
        );
        expect(await ledger.submit(rotationSubmission('s2', end), end)).toBe('submitted');
      });

      it('also where the bot has stood still for longer than it waits for an answer', async () => {
        await rotated(ledger, 's1', start);
        const late = start + 20 * day;
        // Somebody else's request ends what is over, too.
        const other = { spec: tokenSpec(2) };
        expect(await ledger.submit(rotationSubmission('s2', late, other), late)).toBe('submitted');
        expect(await ledger.expire(late)).toBe(1);
        expect(await ledger.request('s1')).toMatchObject({ state: 'void', why: 'not-collected' });
        expect(await ciphertexts()).toEqual([{ ciphertext: null }]);
        expect(await dueNow(ledger, late)).toContain('s1.discard.not-collected');
      });

      it('is not what was opened, abandoned, or put into a vault', async () => {
        await opened(ledger, 's1', start);
        await rotated(ledger, 's2', start, tokenSpec(2));
        await ledger.abandon('s2', me, start);
        await rotated(ledger, 's3', start, { ...tokenSpec(3), delivery: inVault });
        expect(await ledger.expire(start + day)).toBe(0);
        expect(await events()).not.toContain('secret.unclaimed');
      });

      it('any number of them', async () => {
        await rotated(ledger, 's0', start);
        const request = await tables.selectFrom('access_request').selectAll().executeTakeFirstOrThrow();
        const delivery = await tables.selectFrom('secret_delivery').selectAll().executeTakeFirstOrThrow();
        for (let i = 1; i < 120; i++) {
          const [id, key] = [`s${i}`, `key-${i}`];
          await tables
            .insertInto('access_request')
            .values({ ...request, id, dedupe_key: key })
            .execute();
          await tables
            .insertInto('secret_delivery')
            .values({ ...delivery, request: id, token_hash: key })
            .execute();
        }
        expect(await ledger.expire(start + hour)).toBe(120);
        expect(new Set((await ciphertexts()).map((it) => it.ciphertext))).toEqual(new Set([null]));
      });
    });
  });
}
