import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { freshStore, type Opened } from './fresh-ledger.js';
import { approver, asker, claimOf, day, partyOf } from './ledger-samples.js';
import {
  dueNow,
  minute,
  opened,
  rotated,
  rotatedResult,
  rotating,
  sealedText,
  tokenHashOf,
  tokenSpec,
} from './rotation-samples.js';
import { start } from './samples.js';

/** How every ledger hands over sealed secrets. */
export function describeDeliveries(name: string, open: () => Promise<Opened>): void {
  describe(`secrets that wait for their readers: ${name}`, () => {
    let ledger: Ledger;
    let tables: Opened['tables'];
    const { audit, events } = freshStore(open, (it) => {
      ledger = it.store.ledger;
      tables = it.tables;
    });
    const row = () => tables.selectFrom('secret_delivery').selectAll().executeTakeFirstOrThrow();
    const hash = tokenHashOf('s1');
    const me = asker.objectId;
    const claim = (who: string, now: number) => ledger.deliveries.claim(hash, who, now);
    const claimed = { kind: 'claimed', ciphertext: sealedText('s1'), request: 's1' };
    const until = start + 15 * minute;

    it('looking uses nothing up, however often and whoever looks (T20)', async () => {
      await rotated(ledger, 's1', start);
      const before = [await row(), await audit()];
      for (let i = 0; i < 5; i++) {
        const { objectId, tenant } = asker;
        const found = { request: 's1', recipient: { objectId, tenant }, until };
        expect(await ledger.deliveries.look(hash, start + i)).toEqual(found);
      }
      expect([await row(), await audit()]).toEqual(before);
      expect(await claim(me, start + 5)).toEqual(claimed);
    });

    it('nobody learns anything by a wrong token (T20)', async () => {
      await rotated(ledger, 's1', start);
      for (const wrong of ['', hash.slice(1), hash.toUpperCase(), "' or '1'='1", 's1']) {
        expect(await ledger.deliveries.look(wrong, start)).toBeNull();
        expect(await ledger.deliveries.claim(wrong, me, start)).toEqual({ kind: 'over' });
      }
      expect(await claim(me, start)).toEqual(claimed);
    });

    it('nobody else gets it, and their coming burns nothing (T22)', async () => {
      await rotated(ledger, 's1', start);
      const before = [await row(), await audit()];
      for (const other of [approver.objectId, partyOf(9).objectId, '', `${me} `]) {
        expect(await claim(other, start)).toEqual({ kind: 'not-yours' });
      }
      expect([await row(), await audit()]).toEqual(before);
      expect(await claim(me.toUpperCase(), start)).toEqual(claimed);
      // Nor do they learn that it was shown.
      expect(await claim(approver.objectId, start)).toEqual({ kind: 'not-yours' });
      expect(await events()).not.toContain('secret.second-claim');
    });

    it('of twenty at once one gets it; of the others the audit tells each, and an alert (T20, T24)', async () => {
      await rotated(ledger, 's1', start);
      await ledger.finish(await claimOf(ledger, 'tell-outcome', start), start);
      const all = await Promise.all(Array.from({ length: 20 }, () => claim(me, start + 1)));
      expect(all.filter(({ kind }) => kind === 'claimed')).toEqual([claimed]);
      expect(all.filter(({ kind }) => kind === 'claimed-before')).toHaveLength(19);
      const told = (await events()).slice(-20);
      expect(told).toEqual(['secret.claimed', ...Array<string>(19).fill('secret.second-claim')]);
      expect(await dueNow(ledger, start + 1)).toEqual(['s1.tell-alert.claimed-before']);
    });

    it('coming twice is told, also when the request has ended (T24)', async () => {
      await opened(ledger, 's1', start);
      await ledger.abandon('s1', me, start + 1);
      expect(await claim(me, start + 2)).toEqual({ kind: 'claimed-before' });
      expect((await events()).slice(-2)).toEqual(['secret.abandoned', 'secret.second-claim']);
      expect(await dueNow(ledger, start + 2)).toContain('s1.tell-alert.claimed-before');
    });

    it('is there until its time is over, to the millisecond, and not after (T20)', async () => {
      await rotated(ledger, 's1', start);
      await rotated(ledger, 's2', start, tokenSpec(2));
      expect(await ledger.deliveries.look(hash, until - 1)).not.toBeNull();
      expect(await ledger.deliveries.look(hash, until)).toBeNull();
      expect(await claim(me, until)).toEqual({ kind: 'over' });
      expect(await claim(me, until - 1)).toEqual(claimed);
      expect(await claim(me, until)).toEqual({ kind: 'over' });
      expect(await ledger.deliveries.look(tokenHashOf('s2'), start)).toMatchObject({ request: 's2' });
    });

    it('one that was shown is still found, one that was abandoned is not', async () => {
      await opened(ledger, 's1', start);
      expect(await ledger.deliveries.look(hash, start)).toMatchObject({ request: 's1' });
      await rotated(ledger, 's2', start, tokenSpec(2));
      await ledger.abandon('s2', me, start);
      expect(await ledger.deliveries.look(tokenHashOf('s2'), start)).toBeNull();
      expect(await ledger.deliveries.claim(tokenHashOf('s2'), me, start)).toEqual({ kind: 'over' });
    });

    it.each([
      ['it was shown', (now: number) => claim(me, now)],
      ['it was abandoned', (now: number) => ledger.abandon('s1', me, now)],
      ['its time is over', () => ledger.expire(until)],
      ['its time is over and the bot stood still', () => ledger.expire(until + 99 * day)],
    ])('its content is in no row once %s (T21)', async (_, end) => {
      await rotated(ledger, 's1', start);
      expect(JSON.stringify(await everything(tables))).toContain(sealedText('s1'));
      await end(start + 1);
      expect(JSON.stringify(await everything(tables))).not.toContain(sealedText('s1'));
    });

    it('neither content nor token stands in requests, jobs or audit, at any time (T21)', async () => {
      const job = await rotating(ledger, 's1', start);
      await ledger.finishRotation(job, rotatedResult('s1', start), start);
      await claim(me, start);
      await claim(me, start);
      const { secret_delivery: _, ...rest } = await everything(tables);
      const all = JSON.stringify([rest, await ledger.request('s1')]);
      expect(all).not.toContain(sealedText('s1'));
      expect(all).not.toContain(hash);
    });
  });
}

/** All that the ledger keeps, table by table. */
async function everything(tables: Opened['tables']) {
  const of = (table: 'access_request' | 'access_job' | 'access_verdict' | 'secret_delivery' | 'audit') =>
    tables.selectFrom(table).selectAll().execute();
  return {
    access_request: await of('access_request'),
    access_job: await of('access_job'),
    access_verdict: await of('access_verdict'),
    secret_delivery: await of('secret_delivery'),
    audit: await of('audit'),
  };
}
