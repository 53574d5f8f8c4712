import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/access/ledger.js';
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
  second,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { dueNow, rotationOf, rotationSubmission } from './rotation-samples.js';
import { start } from './samples.js';

/** What every ledger does about what approvers ask back. */
export function describeQuestions(name: string, open: () => Promise<Database>): void {
  describe(`questions about requests: ${name}`, () => {
    let ledger: Ledger;
    const { audit, events } = freshStore(open, (store) => {
      ledger = store.ledger;
    });
    const hash = specHashOf(specOf());
    const ask = (by: Party, words: string, now = start) => ledger.askBack('r1', hash, by, words, now);
    const answer = (by: Party, words: string, now = start) => ledger.answer('r1', by.objectId, words, now);
    const submitted = () => ledger.submit(submissionOf('r1'), start);

    it('are kept with who asked, told, and answered by the requester', async () => {
      await submitted();
      expect(await ask(approver, 'Why „push“ 漢?', start + 1)).toBe('done');
      const first = { number: 1, by: approver, words: 'Why „push“ 漢?', at: start + 1 };
      expect(await ledger.questions('r1')).toEqual([{ ...first, answer: null }]);
      expect(await dueNow(ledger, start + 1)).toContain('r1.tell-question.1');
      const inCapitals = { ...asker, objectId: asker.objectId.toUpperCase() };
      expect(await answer(inCapitals, 'Because.', start + 2)).toBe('done');
      expect(await ledger.questions('r1')).toEqual([{ ...first, answer: 'Because.' }]);
      expect(await dueNow(ledger, start + 2)).toContain('r1.tell-answer.1');
      expect(await events()).toEqual(['request.submitted', 'request.question', 'request.answer']);
      expect(await ledger.questions('r2')).toEqual([]);
    });

    it('can be asked about secrets, too', async () => {
      await ledger.submit(rotationSubmission('s1', start), start);
      const asked = ledger.askBack('s1', specHashOf(rotationOf()), approver, 'Which job?', start);
      expect(await asked).toBe('done');
      expect(await ledger.questions('s1')).toMatchObject([{ words: 'Which job?' }]);
    });

    it('change nothing about the request, which can be decided with one open', async () => {
      await submitted();
      const before = await ledger.request('r1');
      await ask(approver, 'Why?');
      expect(await ledger.request('r1')).toEqual(before);
      expect(await ledger.decide(verdictOf('r1'), start)).toBe('done');
      // Nobody is told of a question that no longer matters.
      expect(await dueNow(ledger, start + hour - 1)).toEqual(['r1.grant.approved']);
      expect(await answer(asker, 'Late.')).toBe('refused');
    });

    it('are open one at a time, whoever asks', async () => {
      await submitted();
      await ask(approver, 'First?');
      expect(await ask(approver, 'Second?')).toBe('refused');
      expect(await ask(second, 'Second?')).toBe('refused');
      await answer(asker, 'Yes.');
      expect(await ask(second, 'Second?')).toBe('done');
      const kept = (await ledger.questions('r1')).map((it) => [it.number, it.words, it.answer]);
      expect(kept).toEqual([
        [1, 'First?', 'Yes.'],
        [2, 'Second?', null],
      ]);
    });

    it('are ten at most', async () => {
      await submitted();
      for (let i = 0; i < 10; i++) {
        expect(await ask(approver, `Question ${i}`)).toBe('done');
        expect(await answer(asker, `Answer ${i}`)).toBe('done');
      }
      expect(await ask(approver, 'Eleventh?')).toBe('refused');
      expect(await ledger.questions('r1')).toHaveLength(10);
      expect((await ledger.questions('r1')).map(({ number }) => number)).toEqual([
        1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
      ]);
    });

    it.each([
      ['the requester', () => ask(asker, 'x')],
      ['the requester in capitals', () => ask({ ...asker, objectId: asker.objectId.toUpperCase() }, 'x')],
      ['the requester on another platform', () => ask({ ...approver, objectId: asker.objectId }, 'x')],
      [
        'somebody who saw another spec',
        () => ledger.askBack('r1', specHashOf(otherSpec(1)), approver, 'x', start),
      ],
      ['somebody who names another request', () => ledger.askBack('r2', hash, approver, 'x', start)],
      ['somebody who comes when it is over', () => ask(approver, 'x', start + day)],
    ])('are not asked by %s', async (_, asking) => {
      await submitted();
      expect(await asking()).toBe('refused');
      expect(await ledger.questions('r1')).toEqual([]);
      expect(await events()).toEqual(['request.submitted']);
    });

    it.each([
      ['the approver', () => answer(approver, 'x')],
      ['anybody else', () => answer(second, 'x')],
      ['the requester when it is over', () => answer(asker, 'x', start + day)],
    ])('are not answered by %s', async (_, answering) => {
      await submitted();
      await ask(approver, 'Why?');
      expect(await answering()).toBe('refused');
      expect(await ledger.questions('r1')).toMatchObject([{ answer: null }]);
    });

    it('are answered once', async () => {
      await submitted();
      expect(await answer(asker, 'To what?')).toBe('refused');
      await ask(approver, 'Why?');
      await answer(asker, 'First.');
      expect(await answer(asker, 'Second.')).toBe('refused');
      expect(await ledger.questions('r1')).toMatchObject([{ answer: 'First.' }]);
    });

    it.each([
      ['withdrawn', () => ledger.withdraw('r1', asker.objectId, start)],
      ['denied', () => ledger.decide(verdictOf('r1', { verdict: 'deny' }), start)],
      ['approved', () => ledger.decide(verdictOf('r1'), start)],
    ])('end when it is %s', async (_, end) => {
      await submitted();
      await ask(approver, 'Why?');
      await end();
      expect(await ask(second, 'And?')).toBe('refused');
      expect(await answer(asker, 'x')).toBe('refused');
    });

    it('are refused about what is granted', async () => {
      await granted(ledger, 'r1', start);
      expect(await ask(approver, 'Why?')).toBe('refused');
    });

    it('are kept to 500 characters', async () => {
      await submitted();
      await ask(approver, '😀'.repeat(501));
      await answer(asker, '漢'.repeat(501));
      expect(await ledger.questions('r1')).toMatchObject([
        { words: '😀'.repeat(500), answer: '漢'.repeat(500) },
      ]);
    });

    it('of twenty at once one is asked, and one answered', async () => {
      await submitted();
      const twenty = Array.from({ length: 20 }, (_, i) => `words ${i}`);
      const asked = await Promise.all(twenty.map((words) => ask(approver, words)));
      expect(asked.filter((it) => it === 'done')).toHaveLength(1);
      const answered = await Promise.all(twenty.map((words) => answer(asker, words)));
      expect(answered.filter((it) => it === 'done')).toHaveLength(1);
      expect(await events()).toEqual(['request.submitted', 'request.question', 'request.answer']);
    });

    it('the audit says who and when, and not one word of anybody’s', async () => {
      const words = (what: string) => `fake words with a Passw0rd in the ${what}`;
      await ledger.submit(submissionOf('r1', { spec: specOf({ reason: words('reason') }) }), start);
      const specHash = specHashOf(specOf({ reason: words('reason') }));
      await ledger.askBack('r1', specHash, approver, words('question'), start);
      await ledger.answer('r1', asker.objectId, words('answer'), start);
      await ledger.decide(verdictOf('r1', { specHash, verdict: 'deny', why: words('denial') }), start);
      const spec = rotationOf({ reason: words('reason') });
      await ledger.submit(rotationSubmission('s1', start, { spec }), start);
      await ledger.askBack('s1', specHashOf(spec), approver, words('question'), start);
      await ledger.withdraw('s1', asker.objectId, start);
      expect(await events()).toHaveLength(7);
      expect(JSON.stringify(await audit())).not.toMatch(/Passw0rd|fake words/);
      const { objectId, tenant, platform } = approver;
      expect(JSON.parse((await audit())[1]?.body ?? '')).toEqual({
        ...{ event: 'request.question', at: start, request: 'r1', number: 1 },
        by: { objectId, tenant, platform },
      });
    });
  });
}
