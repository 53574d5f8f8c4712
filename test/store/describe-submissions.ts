import { describe, expect, it } from 'vitest';
import { type Party, specHashOf } from '../../src/access/request.js';
import type { Database } from '../../src/store/store.js';
import { freshStore } from './fresh-ledger.js';
import {
  asker,
  claimOf,
  day,
  granted,
  hour,
  otherSpec,
  owner,
  partyOf,
  specOf,
  submissionOf,
  verdictOf,
} from './ledger-samples.js';
import { start } from './samples.js';

/** What every ledger takes, what it keeps of it, and what it does not take. */
export function describeSubmissions(name: string, open: () => Promise<Database>): void {
  describe(`submitting requests for roles: ${name}`, () => {
    let ledger: Database['ledger'];
    const { stateOf, events } = freshStore(open, (store) => {
      ledger = store.ledger;
    });

    it('keeps everything as it was said', async () => {
      const barred = [owner.objectId.toUpperCase(), asker.objectId, asker.objectId];
      expect(await ledger.submit(submissionOf('r1', { barred }), start)).toBe('submitted');
      expect(await ledger.request('r1')).toEqual({
        id: 'r1',
        spec: specOf(),
        specHash: specHashOf(specOf()),
        state: 'pending',
        policyHash: 'p'.repeat(64),
        rule: 'requests.developers',
        tier: 1,
        approvalsNeeded: 1,
        barred: [asker.objectId, owner.objectId],
        approvals: [],
        deniedBy: null,
        why: null,
        submittedAt: start,
        pendingUntil: start + day,
        extends: null,
        until: null,
        made: null,
        confirmedAt: null,
      });
      expect(await ledger.request('r2')).toBeNull();
    });

    it('the same submission again changes nothing; another of the same id is refused', async () => {
      await ledger.submit(submissionOf('r1'), start);
      expect(await ledger.submit(submissionOf('r1'), start + 1)).toBe('submitted');
      expect(await events()).toEqual(['request.submitted']);
      await expect(ledger.submit(submissionOf('r1', { spec: otherSpec(1) }), start)).rejects.toMatchObject({
        code: 'conflict',
      });
    });

    it('has whoever may approve told at once, and again at half time', async () => {
      await ledger.submit(submissionOf('r1'), start);
      expect(await ledger.claim(start, hour)).toMatchObject({
        kind: 'tell-approvers',
        attempts: 1,
        request: { id: 'r1' },
      });
      expect(await ledger.claim(start + day / 2 - 1, hour)).toMatchObject({ kind: 'tell-approvers' });
      expect(await ledger.claim(start + day / 2, hour)).toMatchObject({ kind: 'remind-approvers' });
    });

    it('is approved where nobody need approve', async () => {
      await ledger.submit(submissionOf('r1', { tier: 0, approvalsNeeded: 0 }), start);
      expect(await events()).toEqual(['request.submitted', 'request.approved']);
      expect(await ledger.claim(start, hour)).toMatchObject({
        kind: 'grant',
        request: { state: 'granting' },
      });
      expect(await ledger.decide(verdictOf('r1'), start)).toBe('refused');
    });

    it.each([
      ['in capitals', (it: Party) => ({ ...it, objectId: it.objectId.toUpperCase() })],
      ['by somebody else', () => partyOf(9)],
    ])('of the same, %s, is open already (T32)', async (_, who) => {
      await ledger.submit(submissionOf('r1'), start);
      const { identity, registry } = specOf();
      const same = specOf({
        requester: who(asker),
        identity: { ...identity, objectId: identity.objectId.toUpperCase(), kind: 'managed-identity' },
        registry: { ...registry, resourceId: registry.resourceId.toUpperCase() },
        durationMs: 1,
      });
      expect(await ledger.submit(submissionOf('r2', { spec: same }), start)).toBe('open-already');
      expect(await ledger.request('r2')).toBeNull();
    });

    it.each([
      ['another identity', specOf({ identity: { ...specOf().identity, objectId: 'x' } })],
      ['another role', specOf({ role: 'AcrPull' })],
      ['another repository', specOf({ repository: 'team/other' })],
      ['all repositories below', specOf({ prefix: true })],
      ['the whole registry', specOf({ repository: null })],
      ['another registry', specOf({ registry: { ...specOf().registry, resourceId: '/other' } })],
    ])('of %s is something else', async (_, spec) => {
      await ledger.submit(submissionOf('r1'), start);
      expect(await ledger.submit(submissionOf('r2', { spec }), start)).toBe('submitted');
    });

    it('of the same is open already for as long as it is granted, and may be asked again when it has ended', async () => {
      await granted(ledger, 'r1', start);
      expect(await ledger.submit(submissionOf('r2'), start + day)).toBe('open-already');
      const removal = await claimOf(ledger, 'remove', start + 7 * day);
      expect(await ledger.submit(submissionOf('r2'), start + 7 * day)).toBe('open-already');
      await ledger.finishRemoval(removal, 'removed', start + 7 * day);
      const again = submissionOf('r2', { pendingUntil: start + 9 * day });
      expect(await ledger.submit(again, start + 7 * day)).toBe('submitted');
    });

    it('is not held up by one whose time is over, ended or not', async () => {
      await ledger.submit(submissionOf('r1'), start);
      const again = submissionOf('r2', { pendingUntil: start + 2 * day });
      expect(await ledger.submit(again, start + day - 1)).toBe('open-already');
      expect(await ledger.submit(again, start + day)).toBe('submitted');
      expect(await stateOf('r1')).toBe('expired');
    });

    it('a person has five open at most; what is decided and done makes room (T39)', async () => {
      const ask = (number: number, requester: Party, now = start) =>
        ledger.submit(submissionOf(`r${number}`, { spec: otherSpec(number, requester) }), now);
      for (let i = 0; i < 5; i++) expect(await ask(i, asker)).toBe('submitted');
      expect(await ask(5, asker)).toBe('too-many');
      expect(await ask(5, { ...asker, objectId: asker.objectId.toUpperCase() })).toBe('too-many');
      // Who asks for what is open learns that, and not that there is too much.
      const same = submissionOf('r9', { spec: otherSpec(0) });
      expect(await ledger.submit(same, start)).toBe('open-already');
      expect(await ask(6, partyOf(9))).toBe('submitted');
      await ledger.decide(verdictOf('r0', { specHash: specHashOf(otherSpec(0)) }), start);
      expect(await ask(5, asker)).toBe('too-many');
      await ledger.withdraw('r1', asker.objectId, start);
      expect(await ask(5, asker)).toBe('submitted');
    });

    it('a registry takes twenty in an hour at most (T39)', async () => {
      const ask = (number: number, now: number) =>
        ledger.submit(submissionOf(`r${number}`, { spec: otherSpec(number, partyOf(100 + number)) }), now);
      for (let i = 0; i < 20; i++) expect(await ask(i, start + i)).toBe('submitted');
      expect(await ask(20, start + hour - 1)).toBe('too-many');
      expect(await ask(20, start + hour)).toBe('submitted');
      expect(await ask(21, start + hour)).toBe('too-many');
    });

    it('after a denial the same may be asked again after ten minutes (T39)', async () => {
      await ledger.submit(submissionOf('r1'), start);
      await ledger.decide(verdictOf('r1', { verdict: 'deny' }), start);
      const later = start + 10 * 60_000;
      expect(await ledger.submit(submissionOf('r2'), later - 1)).toBe('too-many');
      expect(await ledger.submit(submissionOf('r3', { spec: otherSpec(3) }), start)).toBe('submitted');
      expect(await ledger.submit(submissionOf('r2'), later)).toBe('submitted');
    });

    it('takes a reason of 500 characters, and none of 501', async () => {
      const ask = (reason: string) => ledger.submit(submissionOf('r1', { spec: specOf({ reason }) }), start);
      await expect(ask('漢'.repeat(501))).rejects.toMatchObject({ code: 'too-large' });
      expect(await ask('😀'.repeat(500))).toBe('submitted');
    });

    it.each([
      ['words for an object id', { requester: { ...asker, objectId: 'my password is x' } }],
      ['a repository of words', { repository: 'docker login -p x' }],
      ['a kind that there is not', { identity: { ...specOf().identity, kind: 'group' } }],
      ['something more', { note: 'x' }],
    ])('takes no %s', async (_, changes) => {
      // A caller whose types have been got around.
      const spec = { ...specOf(), ...changes } as ReturnType<typeof specOf>;
      await expect(ledger.submit(submissionOf('r1', { spec }), start)).rejects.toMatchObject({
        code: 'not-storable',
      });
      expect(await events()).toEqual([]);
    });
  });
}
