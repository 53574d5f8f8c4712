import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
import { freshStore, type Opened } from './fresh-ledger.js';
import { approver, asker, claimOf, day, verdictOf } from './ledger-samples.js';
import { rotated, rotatedResult, rotationSubmission } from './rotation-samples.js';
import { start } from './samples.js';

/** What is to be made worthless must not take what came after it along (T34). */
export function describeDiscards(name: string, open: () => Promise<Opened>): void {
  describe(`making worthless: ${name}`, () => {
    let ledger: Ledger;
    freshStore(open, (it) => {
      ledger = it.store.ledger;
    });

    /** One that its requester does not trust, and another that is approved already. */
    async function twoOf(): Promise<void> {
      await rotated(ledger, 's1', start);
      await ledger.abandon('s1', asker.objectId, start);
      const second = rotationSubmission('s2', start + 1);
      await ledger.submit(second, start + 1);
      const { specHash = '' } = (await ledger.request('s2')) ?? {};
      const verdict = verdictOf('s2', { specHash, by: approver, strength: 'sign-in' });
      expect(await ledger.decide(verdict, start + 2)).toBe('done');
    }

    async function kindsDue(now: number): Promise<readonly string[]> {
      const kinds: string[] = [];
      for (;;) {
        const job = await ledger.claim(now, day);
        if (job === null) return kinds;
        kinds.push(`${job.request.id} ${job.kind}`);
      }
    }

    it('a password is made new only after the one before is worthless', async () => {
      await twoOf();
      const discard = await claimOf(ledger, 'discard', start + 3);
      expect(discard.request.id).toBe('s1');
      expect(await kindsDue(start + 3)).not.toContain('s2 rotate');
      if (discard.kind !== 'discard') throw new Error(discard.kind);
      expect(await ledger.finishDiscard(discard, 'discarded', start + 4)).toBe(true);
      expect(await kindsDue(start + 4)).toContain('s2 rotate');
    });

    it('what is tried again each day only holds up nobody, and does not touch what was made since', async () => {
      await twoOf();
      for (let attempt = 1; attempt <= 10; attempt++) {
        const job = await claimOf(ledger, 'discard', start + 3);
        await ledger.retry(job, start + 3, 'azure-right', start + 3);
      }
      const job = await claimOf(ledger, 'rotate', start + 4);
      if (job.kind !== 'rotate') throw new Error(job.kind);
      expect(await ledger.finishRotation(job, rotatedResult('s2', start + 4), start + 4)).toBe(true);
      expect(await kindsDue(start + 2 * day)).not.toContain('s1 discard');
    });
  });
}
